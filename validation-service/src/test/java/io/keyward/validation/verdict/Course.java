package io.keyward.validation.verdict;

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
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * What may happen to a key: answers of every kind, a guard that lets condemnations pass or not, and people who decide about held ones. The rules are
 * carried through it as the service does.
 */
public final class Course {
    public static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
    public static final Evidence EVIDENCE = new Evidence("arn", "explanation", null, List.of());
    public static final KeyCheck VALID = new KeyCheck.Valid(EVIDENCE, null);
    public static final Duration INTERVAL = Duration.ofMinutes(5);

    private Course() {}

    /** One thing that happens, so long after the one before. */
    public sealed interface Step {
        Duration after();

        /** @param admitted whether the guard lets the key be condemned, should it come to that */
        record Answer(KeyCheck check, boolean admitted, Duration after) implements Step {}

        /** Somebody decides, should the key be held. */
        record Decision(boolean release, Duration after) implements Step {}
    }

    /** Carries a standing through one step. */
    public static Ruling take(Standing current, Step step, ConfirmationPolicy policy, Instant now) {
        return switch (step) {
            case Step.Answer answer -> answered(current, answer, policy, now);
            case Step.Decision decision ->
                new Ruling(decided(current, decision, now), Ruling.Announcement.NOTHING, null);
        };
    }

    private static Ruling answered(Standing current, Step.Answer answer, ConfirmationPolicy policy, Instant now) {
        var ruling = VerdictRules.next(current, answer.check(), policy, now);
        boolean condemns =
                ruling.next().verdict().stopsClusters() && !current.verdict().stopsClusters();
        return condemns && !answer.admitted() ? VerdictRules.held(current, ruling, now) : ruling;
    }

    private static Standing decided(Standing current, Step.Decision decision, Instant now) {
        @Nullable Instant held = current.heldSince();
        if (held == null) {
            return current;
        }
        return decision.release() ? VerdictRules.released(current, now) : VerdictRules.refused(current);
    }

    /** Carries a key that was never checked through all steps. */
    public static Standing take(List<Step> steps, ConfirmationPolicy policy) {
        var now = T0;
        var standing = Standing.unchecked(T0);
        for (Step step : steps) {
            now = now.plus(step.after());
            standing = take(standing, step, policy, now).next();
        }
        return standing;
    }

    /** When the steps are over. */
    public static Instant end(List<Step> steps) {
        return T0.plus(steps.stream().map(Step::after).reduce(Duration.ZERO, Duration::plus));
    }

    public static Arbitrary<ConfirmationPolicy> policies() {
        return Combinators.combine(agreements(), agreements())
                .as((keyState, denied) -> new ConfirmationPolicy(keyState, denied, denied, Duration.ofHours(1)));
    }

    private static Arbitrary<Agreement> agreements() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(0, 600))
                .as((checks, seconds) -> new Agreement(checks, Duration.ofSeconds(seconds)));
    }

    /** Without an answer that says that the key was taken away. */
    public static Arbitrary<List<Step>> harmless() {
        return steps(Arbitraries.oneOf(silence(), unusable(), Arbitraries.just(VALID)));
    }

    public static Arbitrary<List<Step>> anything() {
        return steps(Arbitraries.oneOf(silence(), unusable(), revoked(), Arbitraries.just(VALID)));
    }

    public static Arbitrary<KeyCheck> silence() {
        return Arbitraries.of(Cause.class).map(cause -> new Inconclusive(cause, EVIDENCE));
    }

    public static Arbitrary<KeyCheck> revoked() {
        return Arbitraries.of(Reason.class).map(reason -> new Revoked(reason, EVIDENCE));
    }

    /** A revocation that lasts: answers that say so, with a few between them that say nothing, never so many that a suspicion lapses. */
    public static Arbitrary<List<KeyCheck>> lasting() {
        var silences = silence().list().ofMaxSize(5);
        return Combinators.combine(silences, revoked())
                .as((before, answer) -> {
                    var answers = new ArrayList<>(before);
                    answers.add(answer);
                    return List.copyOf(answers);
                })
                .list()
                .ofSize(40)
                .map(groups -> groups.stream().flatMap(List::stream).toList());
    }

    private static Arbitrary<KeyCheck> unusable() {
        return Combinators.combine(Arbitraries.of(Problem.class), Arbitraries.of(true, false))
                .as((problem, readable) -> new Unusable(problem, readable, EVIDENCE));
    }

    private static Arbitrary<List<Step>> steps(Arbitrary<KeyCheck> checks) {
        Arbitrary<Step> answers = Combinators.combine(checks, Arbitraries.of(true, false), pauses())
                .as(Step.Answer::new);
        Arbitrary<Step> decisions =
                Combinators.combine(Arbitraries.of(true, false), pauses()).as(Step.Decision::new);
        return Arbitraries.frequencyOf(Tuple.of(9, answers), Tuple.of(1, decisions))
                .list()
                .ofMaxSize(40);
    }

    private static Arbitrary<Duration> pauses() {
        return Arbitraries.longs().between(0, 7_200_000).map(Duration::ofMillis);
    }
}
