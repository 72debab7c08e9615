package io.keyward.validation.unknown;

import io.keyward.validation.operator.OperatorAlertType;
import io.keyward.validation.operator.OperatorAlerts;
import io.keyward.validation.unknown.UnknownAnswers.Odd;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;

/** Has operators told, and told that it is over when no such answer came for a day. */
@ApplicationScoped
class OperatorWitness implements UnknownAnswers.Witness {
    private final OperatorAlerts alerts;
    private final Clock clock;

    OperatorWitness(OperatorAlerts alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    @Override
    public Uni<Void> saw(Odd odd) {
        return alerts.open(
                OperatorAlertType.UNKNOWN_PROVIDER_ANSWER,
                odd.provider() + " answered " + odd.operation() + " with " + odd.code()
                        + ", which Keyward has no class for. Checks that met it settled nothing, and no cluster is stopped for it.",
                "Look at the answer in the log, by its request id. If it means that a key was taken away, customers who do so are not served until a version of"
                        + " Keyward knows it.",
                Map.of(
                        "provider", odd.provider(),
                        "operation", odd.operation(),
                        "code", odd.code(),
                        "requestId", Objects.requireNonNullElse(odd.requestId(), "none"),
                        "seenInTheHourOf",
                                clock.instant().truncatedTo(ChronoUnit.HOURS).toString()));
    }

    @Scheduled(every = "10m", skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> endWhatIsOver() {
        return alerts.closeIfQuietSince(
                OperatorAlertType.UNKNOWN_PROVIDER_ANSWER,
                UnknownAnswerRules.overBefore(clock.instant()),
                "No such answer came for a day.");
    }
}
