package io.keyward.validation.operator;

import io.keyward.validation.alert.configuration.AlertConfiguration.Severity;
import io.keyward.validation.alert.notification.Notice;
import io.keyward.validation.alert.notification.Occasion;
import java.util.Optional;

/** Operator alerts as their channels tell of them. */
final class OperatorNotices {
    private static final String OBSERVED = "Another message will tell when it is over.";

    private OperatorNotices() {}

    static Notice opened(OperatorAlert alert) {
        return of(alert, Occasion.OPENED, alert.explanation());
    }

    static Notice recovered(OperatorAlert alert) {
        return of(alert, Occasion.RECOVERED, Optional.ofNullable(alert.ending()).orElseGet(alert::explanation));
    }

    private static Notice of(OperatorAlert alert, Occasion occasion, String explanation) {
        boolean isOver = occasion == Occasion.RECOVERED;
        return Notice.forOperators(
                alert.id(),
                occasion,
                severity(alert.type()),
                alert.type().name(),
                title(alert.type()),
                alert.facts(),
                alert.openedAt(),
                alert.closedAt(),
                explanation,
                isOver ? null : alert.remedy(),
                isOver ? null : OBSERVED);
    }

    private static Severity severity(OperatorAlertType type) {
        return switch (type.severity()) {
            case WARNING -> Severity.WARNING;
            case CRITICAL -> Severity.CRITICAL;
        };
    }

    private static String title(OperatorAlertType type) {
        return switch (type) {
            case GUARD_HOLDING -> "too many keys are suspect at once, none is condemned";
            case OUR_CREDENTIALS -> "our own credentials fail";
            case UNKNOWN_PROVIDER_ANSWER -> "a provider answers what no rule knows";
            case UNREADABLE_KEY_USES -> "keys are not checked, because what is stored of them cannot be read";
        };
    }
}
