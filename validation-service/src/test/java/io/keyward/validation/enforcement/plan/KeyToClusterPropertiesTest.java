package io.keyward.validation.enforcement.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.contracts.ClusterEvent.CloudRegion;
import io.keyward.testkit.Rule;
import io.keyward.validation.KeyUses;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.enforcement.plan.Decision.Enter;
import io.keyward.validation.enforcement.plan.StopReason.Kind;
import io.keyward.validation.verdict.ConfirmationPolicy;
import io.keyward.validation.verdict.Course;
import io.keyward.validation.verdict.Course.Step;
import io.keyward.validation.verdict.Standing;
import io.keyward.validation.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** From what a cloud answers to what becomes of a cluster: the rules of verdicts and of enforcement together, whatever else happens to the cluster. */
class KeyToClusterPropertiesTest {
    private static final Wrapping WRAPPING =
            new Wrapping("AWS", List.of(new CloudRegion("AWS", "us-east-1")), List.of());
    private static final Restraint ENFORCED = new Restraint(Mode.ENFORCE, false);

    /**
     * What befalls the cluster with a step of its key.
     *
     * @param pausedByHand whether a person wants it paused from now on
     * @param seen what its driver reports then; null when it does not
     */
    record Moment(
            Step step,
            boolean pausedByHand,
            Restraint restraint,
            @Nullable Observed seen) {}

    /** A cluster and its key. */
    private static final class Cluster {
        private final ConfirmationPolicy policy;
        private Instant now = Course.T0;
        private Standing standing = new Standing(new Verdict.Valid(Course.T0), null, null);
        private @Nullable Duration confirmAfter;
        private Phase phase = Phase.RUNNING;
        private Set<StopReason> reasons = Set.of();
        private Set<StopReason> heldBack = Set.of();

        Cluster(ConfirmationPolicy policy) {
            this.policy = policy;
        }

        void live(Moment moment) {
            now = now.plus(moment.step().after());
            var ruling = Course.take(standing, moment.step(), policy, now);
            standing = ruling.next();
            confirmAfter = ruling.confirmAfter();
            compare(moment.pausedByHand(), moment.restraint());
            if (moment.seen() != null) {
                report(moment.seen());
                compare(moment.pausedByHand(), moment.restraint());
            }
        }

        /** What every event, verdict and report ends with. */
        private void compare(boolean pausedByHand, Restraint restraint) {
            var before = new HashSet<>(reasons);
            before.addAll(heldBack);
            var use = KeyUses.standing("k", "us-east-1", standing);
            var ofKeys = KeyReasonRules.of(WRAPPING, List.of(use), before);
            Set<StopReason> byHand = pausedByHand ? Set.of(StopReason.byHand(Course.T0, null)) : Set.of();
            var holding = HoldingRules.divide(ofKeys, byHand, reasons, restraint);
            enter(EnforcementPlanner.plan(phase, reasons, Wanted.unlessHeldBy(holding.reasons())));
            reasons = holding.reasons();
            heldBack = holding.heldBack();
        }

        private void report(Observed seen) {
            enter(EnforcementPlanner.observe(phase, seen));
        }

        private void enter(Decision decision) {
            if (decision instanceof Enter enter) {
                phase = enter.phase();
            }
        }

        /** Its driver does what it is asked, and says so. */
        void obey() {
            phase.fulfilledBy().ifPresent(this::report);
        }

        /** As the schedule does: as soon as a confirmation is asked for, else after the interval. */
        Duration nextCheck() {
            return confirmAfter == null ? Course.INTERVAL : confirmAfter;
        }

        boolean isToStop() {
            return phase == Phase.STOPPING || phase == Phase.DEFERRED || phase == Phase.STOPPED;
        }
    }

    @Property(tries = 500)
    @Rule({"P2", "V3"})
    void noSequenceOfInconclusiveOrUnusableAnswersEverStopsACluster(
            @ForAll("policies") ConfirmationPolicy policy, @ForAll("harmless") List<Moment> moments) {
        var cluster = new Cluster(policy);
        for (var moment : moments) {
            cluster.live(new Moment(moment.step(), false, moment.restraint(), moment.seen()));
            assertThat(cluster.isToStop()).as("%s", moment).isFalse();
        }
    }

    @Property(tries = 500)
    @Rule({"P1", "V2"})
    void aRevocationThatLastsAlwaysStopsTheCluster(
            @ForAll("policies") ConfirmationPolicy policy,
            @ForAll("anything") List<Moment> moments,
            @ForAll("lasting") List<KeyCheck> answers) {
        var cluster = new Cluster(policy);
        moments.forEach(cluster::live);
        cluster.live(enforced(new Step.Decision(true, Duration.ZERO)));

        answers.forEach(answer -> cluster.live(enforced(new Step.Answer(answer, true, cluster.nextCheck()))));
        cluster.obey();

        assertThat(cluster.phase).isEqualTo(Phase.STOPPED);
        assertThat(cluster.reasons).extracting(StopReason::kind).containsExactly(Kind.KEY);
    }

    /** What a person paused stays paused; everything else comes back, whatever the mode is by then. */
    @Property(tries = 500)
    @Rule({"V4", "C19"})
    void aValidAnswerAlwaysResumesAndOnlyWhatTheKeyHadStopped(
            @ForAll("policies") ConfirmationPolicy policy,
            @ForAll("anything") List<Moment> moments,
            @ForAll("restraints") Restraint restraint,
            @ForAll boolean pausedByHand) {
        var cluster = new Cluster(policy);
        moments.forEach(cluster::live);

        var valid = new Step.Answer(Course.VALID, true, Duration.ZERO);
        cluster.live(new Moment(valid, pausedByHand, restraint, null));
        cluster.obey();

        assertThat(cluster.phase).isEqualTo(pausedByHand ? Phase.STOPPED : Phase.RUNNING);
        assertThat(cluster.reasons)
                .extracting(StopReason::kind)
                .containsExactlyElementsOf(pausedByHand ? List.of(Kind.HAND) : List.of());
        assertThat(cluster.heldBack).isEmpty();
    }

    /** Neither the guard, nor observe mode, nor the freeze let anything be stopped by a key that was not stopped before. */
    @Property(tries = 500)
    @Rule({"P7", "V8", "C19"})
    void whatIsHeldOrObservedIsNotStopped(
            @ForAll("policies") ConfirmationPolicy policy, @ForAll("anything") List<Moment> moments) {
        var guarded = new Cluster(policy);
        var observed = new Cluster(policy);
        var frozen = new Cluster(policy);
        for (var moment : moments) {
            guarded.live(new Moment(unadmitted(moment.step()), false, ENFORCED, moment.seen()));
            observed.live(new Moment(moment.step(), false, new Restraint(Mode.OBSERVE, false), moment.seen()));
            frozen.live(new Moment(moment.step(), false, new Restraint(Mode.ENFORCE, true), moment.seen()));
            assertThat(List.of(guarded.isToStop(), observed.isToStop(), frozen.isToStop()))
                    .as("%s", moment)
                    .containsOnly(false);
        }
    }

    private static Moment enforced(Step step) {
        return new Moment(step, false, ENFORCED, null);
    }

    private static Step unadmitted(Step step) {
        return switch (step) {
            case Step.Answer answer -> new Step.Answer(answer.check(), false, answer.after());
            case Step.Decision decision -> decision;
        };
    }

    @Provide
    Arbitrary<ConfirmationPolicy> policies() {
        return Course.policies();
    }

    @Provide
    Arbitrary<Restraint> restraints() {
        return Combinators.combine(Arbitraries.of(Mode.class), Arbitraries.of(true, false))
                .as(Restraint::new);
    }

    @Provide
    Arbitrary<List<Moment>> harmless() {
        return moments(Course.harmless());
    }

    @Provide
    Arbitrary<List<Moment>> anything() {
        return moments(Course.anything());
    }

    @Provide
    Arbitrary<List<KeyCheck>> lasting() {
        return Course.lasting();
    }

    /** Reports of a driver that was told to remove the cluster are no part of this. */
    private Arbitrary<List<Moment>> moments(Arbitrary<List<Step>> courses) {
        var seen = Arbitraries.of(Observed.RUNNING, Observed.STOPPED, Observed.DEFERRED)
                .injectNull(0.4);
        var circumstances = Combinators.combine(Arbitraries.of(true, false), restraints(), seen)
                .as((paused, restraint, report) ->
                        new Moment(new Step.Decision(true, Duration.ZERO), paused, restraint, report))
                .list()
                .ofSize(40);
        return Combinators.combine(courses, circumstances).as(KeyToClusterPropertiesTest::woven);
    }

    private static List<Moment> woven(List<Step> steps, List<Moment> circumstances) {
        return IntStream.range(0, steps.size())
                .mapToObj(at -> new Moment(
                        steps.get(at),
                        circumstances.get(at).pausedByHand(),
                        circumstances.get(at).restraint(),
                        circumstances.get(at).seen()))
                .toList();
    }
}
