package io.keyward.validation.drill;

import io.keyward.validation.check.Evidence;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyCheck.Revoked;
import io.keyward.validation.enforcement.ClusterFacts;
import io.keyward.validation.enforcement.ClusterSituation;
import io.keyward.validation.enforcement.plan.Decision;
import io.keyward.validation.enforcement.plan.EnforcementPlanner;
import io.keyward.validation.enforcement.plan.HoldingRules;
import io.keyward.validation.enforcement.plan.KeyReasonRules;
import io.keyward.validation.enforcement.plan.Phase;
import io.keyward.validation.enforcement.plan.Restraint;
import io.keyward.validation.enforcement.plan.StopReason;
import io.keyward.validation.enforcement.plan.Wanted;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.verdict.ConfirmationPolicy;
import io.keyward.validation.verdict.Standing;
import io.keyward.validation.verdict.VerdictRules;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets the rules of verdicts and of enforcement run on what is only supposed. */
final class DrillRules {
    /** No policy asks for more; it keeps a fault of ours from going round for ever. */
    private static final int MOST_CHECKS = 10_000;

    private DrillRules() {}

    /** Checks {@code use} with the same answer until it is believed, the first time at {@code start}. A hold of the guard is left out of account. */
    static Condemnation condemn(KeyUse use, Revoked answer, ConfirmationPolicy policy, Instant start) {
        var standing = unheld(use.standing());
        var at = start;
        int checks = 0;
        while (!standing.verdict().stopsClusters() && checks < MOST_CHECKS) {
            var ruling = VerdictRules.next(standing, answer, policy, at);
            standing = ruling.next();
            checks++;
            var pause = ruling.confirmAfter();
            at = pause == null ? at : at.plus(pause);
        }
        return new Condemnation(use, answer, checks, Duration.between(start, at), standing);
    }

    /** The key use after one check that it passed. */
    static KeyUse recover(KeyUse condemned, ConfirmationPolicy policy, Instant at) {
        var works = new KeyCheck.Valid(new Evidence(condemned.key(), "The key works again.", null, List.of()), null);
        var ruling = VerdictRules.next(condemned.standing(), works, policy, at);
        return condemned.believed(ruling.next(), works.evidence().explanation());
    }

    /** What would become of a cluster when its project's keys were as {@code keyUses}. */
    static ClusterStep step(ClusterSituation cluster, List<KeyUse> keyUses, Restraint restraint) {
        var facts = cluster.facts();
        var held = facts.reasons();
        var before = new LinkedHashSet<>(held);
        before.addAll(facts.heldBack());
        var ofKeys = KeyReasonRules.of(cluster.wrapping(), keyUses, before);
        var now = HoldingRules.divide(ofKeys, others(held), held, restraint);
        var wanted = facts.isGoing() ? new Wanted.Gone() : Wanted.unlessHeldBy(now.reasons());
        var decision = EnforcementPlanner.plan(facts.phase(), held, wanted);
        var after = new ClusterFacts(
                facts.id(),
                facts.name(),
                settled(facts.phase(), decision),
                facts.since(),
                now.reasons(),
                now.heldBack(),
                KeyReasonRules.used(cluster.wrapping(), keyUses).stream()
                        .map(KeyUse::id)
                        .collect(Collectors.toSet()),
                null);
        return new ClusterStep(facts, after, decision);
    }

    /** Reasons that no key gives or takes. */
    private static Set<StopReason> others(Set<StopReason> held) {
        return held.stream()
                .filter(reason -> reason.kind() != StopReason.Kind.KEY)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Where the cluster is once its driver has done what it was asked. */
    private static Phase settled(Phase phase, Decision decision) {
        return switch (decision) {
            case Decision.Stay ignored -> phase;
            case Decision.Restate ignored -> phase;
            case Decision.Enter enter ->
                switch (enter.phase()) {
                    case STOPPING, DEFERRED, STOPPED -> Phase.STOPPED;
                    case NEW, STARTING, RUNNING, RESUMING -> Phase.RUNNING;
                    case REMOVING, REMOVED -> Phase.REMOVED;
                };
        };
    }

    private static Standing unheld(Standing standing) {
        return new Standing(standing.verdict(), standing.suspicion(), standing.unverifiedSince());
    }

    /**
     * A cluster before and after.
     *
     * @param after as it is once its driver has done what it was asked
     */
    record ClusterStep(ClusterFacts before, ClusterFacts after, Decision decision) {

        boolean stops() {
            return decision instanceof Decision.Enter enter && enter.phase() == Phase.STOPPING;
        }

        boolean resumes() {
            return decision instanceof Decision.Enter enter && enter.phase() == Phase.RESUMING;
        }
    }
}
