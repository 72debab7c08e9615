package io.keyward.validation.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.check.Evidence;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyCheck.Inconclusive;
import io.keyward.validation.check.KeyCheck.Inconclusive.Cause;
import io.keyward.validation.check.KeyCheck.Revoked;
import io.keyward.validation.check.KeyCheck.Revoked.Reason;
import io.keyward.validation.check.KeyCheck.Unusable;
import io.keyward.validation.check.KeyCheck.Unusable.Problem;
import io.keyward.validation.verdict.ConfirmationPolicy.Agreement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What holds whatever a cloud answers, in whatever order, at whatever pace. */
class VerdictRulesPropertiesTest {
    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
    private static final Evidence EVIDENCE = new Evidence("arn", "explanation", null, List.of());
    private static final KeyCheck VALID = new KeyCheck.Valid(EVIDENCE, null);
    private static final Duration INTERVAL = Duration.ofMinutes(5);

    /** A check and the time since the one before. */
    record Step(KeyCheck check, Duration after) {}

    @Property
    @Rule({"P2", "V3"})
    void ignoranceAndMisconfigurationNeverStopACluster(
            @ForAll("policies") ConfirmationPolicy policy, @ForAll("harmless") @Size(max = 60) List<Step> steps) {
        var now = T0;
        var standing = Standing.settled(new Verdict.Valid(T0));
        for (Step step : steps) {
            now = now.plus(step.after());
            standing = VerdictRules.next(standing, step.check(), policy, now).next();
            assertThat(standing.verdict().stopsClusters()).isFalse();
        }
    }

    @Property
    @Rule("P2")
    void silenceNeverChangesAVerdict(
            @ForAll("policies") ConfirmationPolicy policy,
            @ForAll("anything") @Size(max = 30) List<Step> history,
            @ForAll Cause cause) {
        var before = replay(history, policy);

        var after = VerdictRules.next(before, new Inconclusive(cause, EVIDENCE), policy, end(history))
                .next();

        assertThat(after.verdict()).isEqualTo(before.verdict());
        assertThat(after.suspicion()).isEqualTo(before.suspicion());
    }

    /** Whatever came before, as long as the confirmations that the rules ask for are made. */
    @Property
    @Rule({"P1", "V2"})
    void aRevocationThatLastsAlwaysStops(
            @ForAll("policies") ConfirmationPolicy policy,
            @ForAll("anything") @Size(max = 30) List<Step> history,
            @ForAll @Size(min = 40, max = 40) List<Reason> reasons) {
        var now = end(history);
        var standing = replay(history, policy);
        for (Reason reason : reasons) {
            var ruling = VerdictRules.next(standing, new Revoked(reason, EVIDENCE), policy, now);
            standing = ruling.next();
            now = now.plus(ruling.confirmAfter() == null ? INTERVAL : ruling.confirmAfter());
        }
        assertThat(standing.verdict().stopsClusters()).isTrue();
    }

    @Property
    @Rule("V7")
    void noRevocationIsBelievedBeforeEnoughChecks(
            @ForAll("policies") ConfirmationPolicy policy, @ForAll("anything") @Size(max = 30) List<Step> history) {
        int fewest = Math.min(policy.keyState().checks(), policy.accessDenied().checks());
        var now = T0;
        var standing = Standing.settled(new Verdict.Valid(T0));
        int revokedAnswers = 0;
        for (Step step : history) {
            now = now.plus(step.after());
            boolean stopped = standing.verdict().stopsClusters();
            revokedAnswers = switch (step.check()) {
                case Revoked ignored -> revokedAnswers + 1;
                case Inconclusive ignored -> revokedAnswers;
                case KeyCheck.Valid ignored -> 0;
                case Unusable ignored -> 0;
            };
            standing = VerdictRules.next(standing, step.check(), policy, now).next();
            assertThat(!standing.verdict().stopsClusters() || stopped || revokedAnswers >= fewest)
                    .isTrue();
        }
    }

    @Property
    @Rule({"V4", "V7"})
    void oneValidAnswerAlwaysResumes(
            @ForAll("policies") ConfirmationPolicy policy, @ForAll("anything") @Size(max = 30) List<Step> history) {
        var standing = VerdictRules.next(replay(history, policy), VALID, policy, end(history))
                .next();

        assertThat(standing.verdict()).isInstanceOf(Verdict.Valid.class);
        assertThat(standing.suspicion()).isNull();
        assertThat(standing.unverifiedSince()).isNull();
    }

    @Property
    void everyStandingSurvivesItsColumns(
            @ForAll("policies") ConfirmationPolicy policy, @ForAll("anything") @Size(max = 30) List<Step> history) {
        var standing = replay(history, policy);

        assertThat(StandingCodec.fromColumns(StandingCodec.toColumns(standing))).isEqualTo(standing);
    }

    private static Standing replay(List<Step> history, ConfirmationPolicy policy) {
        var now = T0;
        var standing = Standing.unchecked(T0);
        for (Step step : history) {
            now = now.plus(step.after());
            standing = VerdictRules.next(standing, step.check(), policy, now).next();
        }
        return standing;
    }

    private static Instant end(List<Step> history) {
        return T0.plus(history.stream().map(Step::after).reduce(Duration.ZERO, Duration::plus));
    }

    @Provide
    Arbitrary<ConfirmationPolicy> policies() {
        return Combinators.combine(agreements(), agreements())
                .as((keyState, denied) -> new ConfirmationPolicy(keyState, denied, Duration.ofHours(1)));
    }

    private static Arbitrary<Agreement> agreements() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(0, 600))
                .as((checks, seconds) -> new Agreement(checks, Duration.ofSeconds(seconds)));
    }

    @Provide
    Arbitrary<List<Step>> harmless() {
        return steps(Arbitraries.oneOf(inconclusive(), unusable(), Arbitraries.just(VALID)));
    }

    @Provide
    Arbitrary<List<Step>> anything() {
        return steps(Arbitraries.oneOf(inconclusive(), unusable(), revoked(), Arbitraries.just(VALID)));
    }

    private static Arbitrary<List<Step>> steps(Arbitrary<KeyCheck> checks) {
        var pauses = Arbitraries.longs().between(0, 7_200_000).map(Duration::ofMillis);
        return Combinators.combine(checks, pauses).as(Step::new).list();
    }

    private static Arbitrary<KeyCheck> inconclusive() {
        return Arbitraries.of(Cause.class).map(cause -> new Inconclusive(cause, EVIDENCE));
    }

    private static Arbitrary<KeyCheck> unusable() {
        return Combinators.combine(Arbitraries.of(Problem.class), Arbitraries.of(true, false))
                .as((problem, readable) -> new Unusable(problem, readable, EVIDENCE));
    }

    private static Arbitrary<KeyCheck> revoked() {
        return Arbitraries.of(Reason.class).map(reason -> new Revoked(reason, EVIDENCE));
    }
}
