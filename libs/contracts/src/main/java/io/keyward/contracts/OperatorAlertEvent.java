package io.keyward.contracts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What operators have to know of the installation itself; no project sees it. Keyed by operator alert; told apart by {@link AlertEvent}'s names. */
public sealed interface OperatorAlertEvent extends AlertEvent {

    /** Something is wrong with the installation itself that its operators have to know of; or again, with the same id, shortly after it had ended. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record OperatorAlertOpened(
            String operatorAlertId, long revision, Instant occurredAt, Actor actor, OperatorAlert operatorAlert)
            implements OperatorAlertEvent {
        @Override
        public String aggregateId() {
            return operatorAlertId;
        }
    }

    /** What is wrong with the installation goes on, and is told with other numbers or words. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record OperatorAlertUpdated(
            String operatorAlertId, long revision, Instant occurredAt, Actor actor, OperatorAlert operatorAlert)
            implements OperatorAlertEvent {
        @Override
        public String aggregateId() {
            return operatorAlertId;
        }
    }

    /** What was wrong with the installation has ended. The same much later is another alert. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record OperatorAlertClosed(
            String operatorAlertId, long revision, Instant occurredAt, Actor actor, OperatorAlert operatorAlert)
            implements OperatorAlertEvent {
        @Override
        public String aggregateId() {
            return operatorAlertId;
        }
    }

    /**
     * An operator alert as it is after the event. No project sees it.
     *
     * @param alertType for example {@code GUARD_HOLDING}
     * @param status {@code OPEN} or {@code CLOSED}; readers tolerate others
     * @param severity {@code INFO}, {@code WARNING}, {@code ERROR}, {@code CRITICAL}
     * @param explanation for an operator: what happened
     * @param remedy for an operator: what to do; absent when there is nothing to do
     * @param facts what it rests on, for example how many keys are held
     * @param openedAt since when it is open
     * @param closedAt absent while it is open
     * @param ending for an operator: why it was closed; absent while it is open
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OperatorAlert(
            String alertType,
            String status,
            String severity,
            String explanation,
            @Nullable String remedy,
            List<Fact> facts,
            Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable String ending) {}

    /** One of the facts that an operator alert rests on. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Fact(String name, String value) {}
}
