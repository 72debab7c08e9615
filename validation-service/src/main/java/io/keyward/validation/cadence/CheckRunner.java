package io.keyward.validation.cadence;

import io.keyward.clouds.Freshness;
import io.keyward.contracts.Actor;
import io.keyward.validation.Actors;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyChecks;
import io.keyward.validation.history.Occasion;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.recording.CheckRecord;
import io.keyward.validation.verdict.ConfirmationConfig;
import io.keyward.validation.verdict.ConfirmationPolicy;
import io.keyward.validation.verdict.VerdictRules;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** Makes one check of a key use that is held under a lease, and works out what follows. Records nothing, and holds no session meanwhile. */
@ApplicationScoped
class CheckRunner {
    private final KeyChecks checks;
    private final Clock clock;
    private final ConfirmationPolicy policy;
    private final CheckCadence cadence;

    CheckRunner(KeyChecks checks, Clock clock, ConfirmationConfig confirmation, CadenceConfig config) {
        this.checks = checks;
        this.clock = clock;
        this.policy = ConfirmationConfig.policyOf(confirmation);
        this.cadence = new CheckCadence(config.interval());
    }

    /** A check whose turn has come: one that is to confirm a suspicion does not trust a session from before. */
    Uni<CheckRecord> runDue(KeyUse keyUse) {
        return keyUse.standing().suspicion() == null
                ? run(keyUse, Freshness.CACHED, Occasion.SCHEDULED, Actors.SELF)
                : run(keyUse, Freshness.FRESH, Occasion.CONFIRMING, Actors.SELF);
    }

    /** A check that somebody asked for. */
    Uni<CheckRecord> runOnDemand(KeyUse keyUse, Actor actor) {
        return run(keyUse, Freshness.FRESH, Occasion.ON_DEMAND, actor);
    }

    private Uni<CheckRecord> run(KeyUse keyUse, Freshness freshness, Occasion occasion, Actor actor) {
        return Uni.createFrom().deferred(() -> {
            var startedAt = clock.instant();
            return checks.check(keyUse.ref(false), freshness)
                    .map(check -> assess(keyUse, check, occasion, actor, startedAt));
        });
    }

    private CheckRecord assess(KeyUse keyUse, KeyCheck check, Occasion occasion, Actor actor, Instant startedAt) {
        var ruling = VerdictRules.next(keyUse.standing(), check, policy, startedAt);
        int unanswered = CheckCadence.unanswered(check, keyUse.unanswered());
        double chance = ThreadLocalRandom.current().nextDouble();
        var nextDue = cadence.nextDue(check, ruling.confirmAfter(), unanswered, startedAt, clock.instant(), chance);
        return new CheckRecord(keyUse, check, occasion, actor, startedAt, false, ruling, unanswered, nextDue);
    }
}
