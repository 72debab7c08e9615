package io.keyward.validation.provider.aws.canary;

import io.keyward.validation.check.CanaryWitness;
import io.keyward.validation.provider.aws.call.AwsFailure;
import io.keyward.validation.provider.aws.canary.CanaryRules.Fate;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Remembers what this replica saw of the canary, and tells the witness of all replicas. */
@ApplicationScoped
public class CanaryWatch {
    private static final String ASKED = "keyward.canary.asked";

    private final CanaryWitness witness;
    private final MeterRegistry meters;
    private final AtomicReference<Fate> fate = new AtomicReference<>(Fate.UNKNOWN);
    private final AtomicReference<Fate> told = new AtomicReference<>(Fate.UNKNOWN);
    private final AtomicReference<@Nullable Instant> lookedAt = new AtomicReference<>();

    public CanaryWatch(CanaryWitness witness, MeterRegistry meters) {
        this.witness = witness;
        this.meters = meters;
    }

    /** The canary was assumed. */
    Uni<Void> assumed(Instant at) {
        meters.counter(ASKED, "outcome", "ASSUMED").increment();
        fate.updateAndGet(seen -> seen.assumed(at));
        Fate before = told.getAndUpdate(seen -> CanaryRules.tellsAssumed(seen, at) ? seen.assumed(at) : seen);
        return CanaryRules.tellsAssumed(before, at)
                ? witness.assumed(at)
                : Uni.createFrom().voidItem();
    }

    /** The canary was not assumed, or nobody could be as whom we are. What says nothing about us is forgotten. */
    Uni<Void> failed(AwsFailure failure, Instant at) {
        if (!CanaryRules.blamesUs(failure)) {
            meters.counter(ASKED, "outcome", "NO_ANSWER").increment();
            return Uni.createFrom().voidItem();
        }
        meters.counter(ASKED, "outcome", "FAILED").increment();
        fate.updateAndGet(seen -> seen.failed(at));
        Fate before = told.getAndUpdate(seen -> CanaryRules.tellsFailed(seen, at) ? seen.failed(at) : seen);
        return CanaryRules.tellsFailed(before, at)
                ? witness.failed(at, failure.words())
                : Uni.createFrom().voidItem();
    }

    /** Whether the canary is to be asked now, because it failed and nobody else may ask. Answers yes once per pause. */
    boolean isToBeLookedAfter(Instant now) {
        Instant before = lookedAt.get();
        return CanaryRules.isLookedAfter(Objects.requireNonNull(fate.get()), before, now)
                && lookedAt.compareAndSet(before, now);
    }
}
