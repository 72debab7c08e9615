package io.keyward.endpoint.reconcile;

import io.keyward.endpoint.lifecycle.Answer;
import io.keyward.endpoint.lifecycle.Command;
import io.keyward.endpoint.lifecycle.EndpointState.Replaced;
import io.keyward.endpoint.lifecycle.EndpointStatus;
import io.keyward.endpoint.provider.RegionView;
import io.keyward.endpoint.region.Look;
import io.keyward.endpoint.registry.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Counts looks, commands and replacements, and measures how long endpoints take to become of use. */
@ApplicationScoped
class ReconcileMetrics {
    private final MeterRegistry meters;

    ReconcileMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Counts a look that is over. */
    void looked(Look look) {
        var outcome =
                switch (look.view()) {
                    case RegionView.Seen ignored -> "seen";
                    case RegionView.Unseen ignored -> "unseen";
                };
        meters.counter(
                        "keyward.endpoint.looks",
                        "provider",
                        look.place().provider(),
                        "region",
                        look.place().region(),
                        "outcome",
                        outcome)
                .increment();
    }

    /** Counts a command that was answered. */
    void answered(Command command, Answer answer) {
        meters.counter("keyward.endpoint.commands", "command", nameOf(command), "outcome", outcomeOf(answer))
                .increment();
    }

    private static String nameOf(Command command) {
        return switch (command) {
            case Command.Nothing ignored -> "nothing";
            case Command.Create ignored -> "create";
            case Command.Delete ignored -> "delete";
            case Command.Replace ignored -> "replace";
        };
    }

    private static String outcomeOf(Answer answer) {
        return switch (answer) {
            case Answer.Accepted ignored -> "accepted";
            case Answer.Admitted ignored -> "accepted";
            case Answer.Refused ignored -> "refused";
            case Answer.TryLater ignored -> "later";
        };
    }

    /** Counts and measures what an endpoint became. */
    void moved(Endpoint before, Endpoint after) {
        if (after.state() instanceof Replaced) {
            meters.counter("keyward.endpoint.replacements").increment();
        }
        if (isInitiating(before) && after.status().equals(Optional.of(EndpointStatus.ACTIVE))) {
            var took = Duration.between(after.createdAt(), after.state().since());
            meters.timer("keyward.endpoint.time.to.active", "region", after.region())
                    .record(took);
        }
    }

    private static boolean isInitiating(Endpoint endpoint) {
        return endpoint.status().equals(Optional.of(EndpointStatus.INITIATING));
    }
}
