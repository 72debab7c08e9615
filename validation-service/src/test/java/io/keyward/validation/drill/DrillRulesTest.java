package io.keyward.validation.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.contracts.ClusterEvent.CloudRegion;
import io.keyward.testkit.Rule;
import io.keyward.validation.KeyUses;
import io.keyward.validation.check.Evidence;
import io.keyward.validation.check.KeyCheck.Revoked;
import io.keyward.validation.check.KeyCheck.Revoked.Reason;
import io.keyward.validation.drill.DrillRules.ClusterStep;
import io.keyward.validation.enforcement.ClusterFacts;
import io.keyward.validation.enforcement.ClusterSituation;
import io.keyward.validation.enforcement.plan.Mode;
import io.keyward.validation.enforcement.plan.Phase;
import io.keyward.validation.enforcement.plan.Restraint;
import io.keyward.validation.enforcement.plan.StopReason;
import io.keyward.validation.enforcement.plan.Wrapping;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.verdict.ConfirmationPolicy;
import io.keyward.validation.verdict.ConfirmationPolicy.Agreement;
import io.keyward.validation.verdict.Standing;
import io.keyward.validation.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DrillRulesTest {
    private static final Instant NOW = Instant.parse("2027-01-31T12:00:00Z");
    private static final ConfirmationPolicy POLICY = new ConfirmationPolicy(
            new Agreement(2, Duration.ofSeconds(1)),
            new Agreement(3, Duration.ofSeconds(60)),
            new Agreement(3, Duration.ofMinutes(10)),
            Duration.ofHours(1));
    private static final KeyUse KEY =
            KeyUses.standing("k1", "us-east-1", true, new Standing(new Verdict.Valid(NOW), null, null));

    @Rule("V12")
    @ParameterizedTest
    @EnumSource(Reason.class)
    void aKeyIsCondemnedAfterAsManyChecksAsConfirmationAsksFor(Reason reason) {
        var condemnation = condemn(KEY, reason);

        var agreement =
                switch (reason.certainty()) {
                    case KEY_STATE -> POLICY.keyState();
                    case ACCESS_DENIED -> POLICY.accessDenied();
                    case SLOW_DENIAL -> POLICY.slowDenial();
                };
        assertThat(condemnation.checks()).isEqualTo(agreement.checks());
        assertThat(condemnation.takes()).isEqualTo(agreement.over());
        assertThat(condemnation.condemned().standing().verdict()).isInstanceOf(Verdict.Revoked.class);
        assertThat(condemnation.isOld()).isFalse();
    }

    @Rule("V12")
    @Test
    void aKeyThatIsCondemnedNeedsNoCheckAndOneThatIsHeldIsCondemnedAsIfItWereNot() {
        var revoked = new Standing(new Verdict.Revoked(Reason.KEY_DISABLED, NOW), null, null);
        var held = new Standing(new Verdict.Valid(NOW), null, null, NOW);

        assertThat(condemn(KEY.believed(revoked, "It is so."), Reason.KEY_DISABLED)
                        .isOld())
                .isTrue();
        assertThat(condemn(KEY.believed(held, "It is so."), Reason.KEY_DISABLED).checks())
                .isEqualTo(2);
    }

    @Rule({"V12", "C19"})
    @ParameterizedTest
    @CsvSource({
        "ENFORCE, false, RUNNING, STOPPED, true",
        "ENFORCE, true,  RUNNING, RUNNING, false",
        "OBSERVE, false, RUNNING, RUNNING, false",
        "OBSERVE, true,  RUNNING, RUNNING, false",
        "ENFORCE, false, STARTING, STOPPED, true",
        "ENFORCE, false, REMOVING, REMOVING, false"
    })
    void aClusterUnderTheKeyGoesWhereItsModeLetsIt(
            Mode mode, boolean frozen, Phase before, Phase after, boolean stops) {
        var step = step(cluster(before, "AWS", Set.of()), mode, frozen);

        assertThat(step.after().phase()).isEqualTo(after);
        assertThat(step.stops()).isEqualTo(stops);
    }

    @Rule({"V12", "V4"})
    @Test
    void clustersThatDoNotUseTheKeyRunOnAndPausedOnesStayPausedWhenItIsBack() {
        var other = step(cluster(Phase.RUNNING, "NONE", Set.of()), Mode.ENFORCE, false);
        var paused = cluster(Phase.STOPPED, "AWS", Set.of(StopReason.byHand(NOW, "somebody")));
        var down = step(paused, Mode.ENFORCE, false);
        var back = DrillRules.recover(condemn(KEY, Reason.KEY_DISABLED).condemned(), POLICY, NOW);
        var up = DrillRules.step(
                new ClusterSituation(down.after(), paused.wrapping()),
                List.of(back),
                new Restraint(Mode.ENFORCE, false));

        assertThat(other.stops()).isFalse();
        assertThat(other.after().reasons()).isEmpty();
        assertThat(down.after().reasons()).hasSize(2);
        assertThat(up.resumes()).isFalse();
        assertThat(up.after().reasons()).extracting(StopReason::kind).containsExactly(StopReason.Kind.HAND);
    }

    private static ClusterStep step(ClusterSituation cluster, Mode mode, boolean frozen) {
        var condemned = condemn(KEY, Reason.KEY_DISABLED).condemned();
        return DrillRules.step(cluster, List.of(condemned), new Restraint(mode, frozen));
    }

    private static Condemnation condemn(KeyUse use, Reason reason) {
        return DrillRules.condemn(
                use, new Revoked(reason, new Evidence(use.key(), "It was taken away.", null, List.of())), POLICY, NOW);
    }

    private static ClusterSituation cluster(Phase phase, String provider, Set<StopReason> reasons) {
        return new ClusterSituation(
                new ClusterFacts("c1", "one", phase, NOW, reasons, Set.of(), Set.of("k1"), null),
                new Wrapping(provider, List.of(new CloudRegion("AWS", "us-east-1")), List.of()));
    }
}
