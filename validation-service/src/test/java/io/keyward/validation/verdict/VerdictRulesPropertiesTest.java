package io.keyward.validation.verdict;

import static io.keyward.validation.verdict.Course.EVIDENCE;
import static io.keyward.validation.verdict.Course.INTERVAL;
import static io.keyward.validation.verdict.Course.T0;
import static io.keyward.validation.verdict.Course.VALID;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyCheck.Inconclusive;
import io.keyward.validation.check.KeyCheck.Inconclusive.Cause;
import io.keyward.validation.check.KeyCheck.Revoked;
import io.keyward.validation.check.KeyCheck.Revoked.Reason;
import io.keyward.validation.check.KeyCheck.Unusable;
import io.keyward.validation.verdict.Course.Step;
import io.keyward.validation.verdict.Ruling.Announcement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds whatever a cloud answers, a guard lets pass and people decide, in whatever order, at whatever pace. */
class VerdictRulesPropertiesTest {

    @Property
    @Rule({"P2", "V3", "V8"})
    void noSequenceOfInconclusiveOrUnusableAnswersEverStops(
            @ForAll("policies") ConfirmationPolicy policy, @ForAll("harmless") List<Step> steps) {
        var now = T0;
        var standing = Standing.settled(new Verdict.Valid(T0));
        for (Step step : steps) {
            now = now.plus(step.after());
            standing = Course.take(standing, step, policy, now).next();
            assertThat(standing.verdict().stopsClusters()).isFalse();
            assertThat(standing.heldSince()).isNull();
        }
    }

    @Property
    @Rule("P2")
    void silenceChangesNothingButThatNothingIsVerified(
            @ForAll("policies") ConfirmationPolicy policy,
            @ForAll("anything") List<Step> history,
            @ForAll Cause cause) {
        var before = Course.take(history, policy);
        var silence = new Inconclusive(cause, EVIDENCE);

        var after =
                VerdictRules.next(before, silence, policy, Course.end(history)).next();

        assertThat(after)
                .isEqualTo(new Standing(
                        before.verdict(), before.suspicion(), after.unverifiedSince(), before.heldSince()));
        assertThat(after.unverifiedSince()).isNotNull();
    }

    /** Whatever came before, and with a bounded silence in between, as long as the confirmations are made that the rules ask for. */
    @Property
    @Rule({"P1", "V2", "V8"})
    void aRevocationThatLastsAlwaysStopsOnceTheGuardAndPeopleLetIt(
            @ForAll("policies") ConfirmationPolicy policy,
            @ForAll("anything") List<Step> history,
            @ForAll("lasting") List<KeyCheck> answers) {
        var now = Course.end(history);
        var standing = VerdictRules.released(Course.take(history, policy), now);
        for (KeyCheck answer : answers) {
            var ruling = VerdictRules.next(standing, answer, policy, now);
            standing = ruling.next();
            now = now.plus(ruling.confirmAfter() == null ? INTERVAL : ruling.confirmAfter());
        }
        assertThat(standing.verdict().stopsClusters()).isTrue();
    }

    @Property
    @Rule({"P7", "V8"})
    void whatTheGuardNeverLetsPassNeverStops(
            @ForAll("policies") ConfirmationPolicy policy, @ForAll("anything") List<Step> steps) {
        var now = T0;
        var standing = Standing.unchecked(T0);
        for (Step step : steps) {
            now = now.plus(step.after());
            standing = Course.take(standing, unadmitted(step), policy, now).next();
            assertThat(standing.verdict().stopsClusters()).isFalse();
        }
    }

    /** So that the checks of a fleet that is held are recorded by the batch, and nobody is told twice. */
    @Property
    @Rule({"P7", "V8"})
    void aHeldKeyThatStillSaysNoIsNoNews(
            @ForAll("policies") ConfirmationPolicy policy,
            @ForAll("anything") List<Step> history,
            @ForAll("lasting") List<KeyCheck> answers) {
        var held = heldAfter(Course.take(history, policy), Course.end(history));
        for (KeyCheck answer : answers) {
            if (answer instanceof Revoked) {
                assertThat(VerdictRules.next(held, answer, policy, Course.end(history)))
                        .isEqualTo(new Ruling(held, Announcement.NOTHING, null));
            }
        }
    }

    /** A step that stops is an answer that says no, was let pass, and was not the first unless one is enough. */
    @Property
    @Rule({"V7", "V8"})
    void nothingStopsButEnoughAnswersThatSaySo(
            @ForAll("policies") ConfirmationPolicy policy, @ForAll("anything") List<Step> history) {
        int fewest = Math.min(policy.keyState().checks(), policy.accessDenied().checks());
        var now = T0;
        var standing = Standing.settled(new Verdict.Valid(T0));
        int saidNo = 0;
        for (Step step : history) {
            now = now.plus(step.after());
            var before = standing;
            standing = Course.take(before, step, policy, now).next();
            saidNo = saidNo(saidNo, step, standing);
            if (standing.verdict().stopsClusters() && !before.verdict().stopsClusters()) {
                assertThat(step).isInstanceOfSatisfying(Step.Answer.class, answer -> {
                    assertThat(answer.admitted()).isTrue();
                    assertThat(answer.check()).isInstanceOf(Revoked.class);
                });
                assertThat(saidNo).isGreaterThanOrEqualTo(fewest);
            }
        }
    }

    @Property
    @Rule({"V4", "V7", "V8"})
    void oneValidAnswerAlwaysResumesAndEndsEveryHold(
            @ForAll("policies") ConfirmationPolicy policy, @ForAll("anything") List<Step> history) {
        var standing = VerdictRules.next(Course.take(history, policy), VALID, policy, Course.end(history))
                .next();

        assertThat(standing).isEqualTo(Standing.settled(standing.verdict()));
        assertThat(standing.verdict()).isInstanceOf(Verdict.Valid.class);
    }

    @Property
    @Rule("V8")
    void aRefusedKeyIsSuspectOfNothing(
            @ForAll("policies") ConfirmationPolicy policy,
            @ForAll("anything") List<Step> history,
            @ForAll Reason reason) {
        var now = Course.end(history).plus(Duration.ofSeconds(1));
        var refused = VerdictRules.refused(heldAfter(Course.take(history, policy), now));

        var next = VerdictRules.next(refused, new Revoked(reason, EVIDENCE), policy, now)
                .next();

        assertThat(refused.suspicion()).isNull();
        assertThat(next.suspicion() == null || next.suspicion().checks() == 1).isTrue();
    }

    @Property
    void everyStandingSurvivesItsColumns(
            @ForAll("policies") ConfirmationPolicy policy, @ForAll("anything") List<Step> history) {
        var standing = Course.take(history, policy);

        assertThat(StandingCodec.fromColumns(StandingCodec.toColumns(standing))).isEqualTo(standing);
    }

    private static Standing heldAfter(Standing standing, Instant now) {
        var verdict = standing.verdict().stopsClusters() ? new Verdict.Valid(T0) : standing.verdict();
        return new Standing(verdict, standing.suspicion(), null, now);
    }

    private static Step unadmitted(Step step) {
        return switch (step) {
            case Step.Answer answer -> new Step.Answer(answer.check(), false, answer.after());
            case Step.Decision decision -> decision;
        };
    }

    /** How many answers of those that still count said no. While a key is held nothing is forgotten but by what ends the hold. */
    private static int saidNo(int before, Step step, Standing after) {
        return switch (step) {
            case Step.Answer answer ->
                switch (answer.check()) {
                    case Revoked ignored -> before + 1;
                    case Inconclusive ignored -> before;
                    case KeyCheck.Valid ignored -> 0;
                    case Unusable ignored -> after.heldSince() == null ? 0 : before;
                };
            case Step.Decision decision -> decision.release() || after.suspicion() != null ? before : 0;
        };
    }

    @Provide
    Arbitrary<ConfirmationPolicy> policies() {
        return Course.policies();
    }

    @Provide
    Arbitrary<List<Step>> harmless() {
        return Course.harmless();
    }

    @Provide
    Arbitrary<List<Step>> anything() {
        return Course.anything();
    }

    @Provide
    Arbitrary<List<KeyCheck>> lasting() {
        return Course.lasting();
    }
}
