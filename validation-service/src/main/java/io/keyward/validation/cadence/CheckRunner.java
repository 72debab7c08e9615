package io.keyward.validation.cadence;

import io.keyward.clouds.Freshness;
import io.keyward.contracts.Actor;
import io.keyward.messaging.Revisions;
import io.keyward.validation.Actors;
import io.keyward.validation.cadence.claim.DueCheck;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyChecks;
import io.keyward.validation.history.Occasion;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.recording.CheckRecord;
import io.keyward.validation.verdict.ConfirmationConfig;
import io.keyward.validation.verdict.ConfirmationPolicy;
import io.keyward.validation.verdict.Ruling;
import io.keyward.validation.verdict.VerdictRules;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** Makes one check of a key use that is held under a lease, and works out what follows. Records nothing, and holds no session meanwhile. */
@ApplicationScoped
class CheckRunner {
    private final KeyChecks checks;
    private final Clock clock;
    private final ConfirmationPolicy policy;
    private final Duration interval;
    private final Revisions revisions;

    CheckRunner(
            KeyChecks checks, Clock clock, ConfirmationConfig confirmation, CadenceConfig config, Revisions revisions) {
        this.checks = checks;
        this.clock = clock;
        this.policy = ConfirmationConfig.policyOf(confirmation);
        this.interval = config.interval();
        this.revisions = revisions;
    }

    /** A check that was handed out: one that is to confirm or deny something does not trust a session from before. */
    Uni<CheckRecord> runDue(DueCheck due) {
        return switch (due.why()) {
            case HINT -> run(due, Freshness.FRESH, Occasion.HINTED, Actors.SELF);
            case RELEASE -> run(due, Freshness.FRESH, Occasion.CONFIRMING, Actors.SELF);
            case TURN -> runInTurn(due);
        };
    }

    private Uni<CheckRecord> runInTurn(DueCheck due) {
        return due.use().standing().suspicion() == null
                ? run(due, Freshness.within(intervalOf(due)), Occasion.SCHEDULED, Actors.SELF)
                : run(due, Freshness.FRESH, Occasion.CONFIRMING, Actors.SELF);
    }

    /** A check that somebody asked for. */
    Uni<CheckRecord> runOnDemand(DueCheck due, Actor actor) {
        return run(due, Freshness.FRESH, Occasion.ON_DEMAND, actor);
    }

    private Uni<CheckRecord> run(DueCheck due, Freshness freshness, Occasion occasion, Actor actor) {
        return Uni.createFrom().deferred(() -> {
            var startedAt = clock.instant();
            return checks.check(due.use().ref(due.rotationDue()), freshness)
                    .map(check -> assess(due, check, occasion, actor, startedAt));
        });
    }

    private CheckRecord assess(DueCheck due, KeyCheck check, Occasion occasion, Actor actor, Instant startedAt) {
        var use = due.use();
        var ruling = ruling(use, check, startedAt);
        int unanswered = CheckCadence.unanswered(check, use.unanswered());
        boolean rotationAsked = due.rotationDue() && unanswered == 0;
        double chance = ThreadLocalRandom.current().nextDouble();
        var nextDue = new CheckCadence(intervalOf(due))
                .nextDue(check, ruling.confirmAfter(), unanswered, startedAt, clock.instant(), chance);
        var asOf = asOf(due, check, occasion, startedAt);
        return new CheckRecord(use, check, occasion, actor, asOf, rotationAsked, ruling, unanswered, nextDue);
    }

    /** The first answer of an epoch is told whatever it is: it counts for more than what was told before the database was restored. */
    private Ruling ruling(KeyUse use, KeyCheck check, Instant startedAt) {
        var ruling = VerdictRules.next(use.standing(), check, policy, startedAt);
        return revisions.isOfEarlierEpoch(use.revision()) ? VerdictRules.toldAnew(ruling) : ruling;
    }

    /**
     * What a session from before shows is so since the check was handed out, and no later: a hint that came while the check waited for its turn is still
     * to be looked into with a session of its own. What may become a suspicion counts from when it was seen.
     */
    private static Instant asOf(DueCheck due, KeyCheck check, Occasion occasion, Instant startedAt) {
        return occasion == Occasion.SCHEDULED && check instanceof KeyCheck.Valid ? due.claimedAt() : startedAt;
    }

    private Duration intervalOf(DueCheck due) {
        var own = due.interval();
        return own == null ? interval : own;
    }
}
