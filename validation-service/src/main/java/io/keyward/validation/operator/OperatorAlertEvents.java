package io.keyward.validation.operator;

import io.keyward.contracts.AlertEvent;
import io.keyward.contracts.OperatorAlertEvent;
import io.keyward.contracts.OperatorAlertEvent.Fact;
import io.keyward.contracts.OperatorAlertEvent.OperatorAlertClosed;
import io.keyward.contracts.OperatorAlertEvent.OperatorAlertOpened;
import io.keyward.contracts.OperatorAlertEvent.OperatorAlertUpdated;
import io.keyward.validation.Actors;
import java.time.Instant;

/** Operator alerts as {@code keyward.alerts} tells of them. */
final class OperatorAlertEvents {
    private OperatorAlertEvents() {}

    /** The event that tells of {@code alert} as it is after the news. */
    static AlertEvent of(News news, OperatorAlert alert, Instant at) {
        var told = told(alert);
        return switch (news) {
            case OPENED -> new OperatorAlertOpened(alert.id(), alert.revision(), at, Actors.SELF, told);
            case UPDATED -> new OperatorAlertUpdated(alert.id(), alert.revision(), at, Actors.SELF, told);
            case CLOSED -> new OperatorAlertClosed(alert.id(), alert.revision(), at, Actors.SELF, told);
        };
    }

    private static OperatorAlertEvent.OperatorAlert told(OperatorAlert alert) {
        return new OperatorAlertEvent.OperatorAlert(
                alert.type().name(),
                alert.status().name(),
                alert.type().severity().name(),
                alert.explanation(),
                alert.remedy(),
                alert.facts().entrySet().stream()
                        .map(fact -> new Fact(fact.getKey(), fact.getValue()))
                        .toList(),
                alert.openedAt(),
                alert.closedAt(),
                alert.ending());
    }

    /** What happened to an operator alert. */
    enum News {
        OPENED,
        UPDATED,
        CLOSED
    }
}
