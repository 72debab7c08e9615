package io.keyward.validation.verdict;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that the rules remember of a key use between two checks.
 *
 * @param suspicion null unless checks say that the key was taken away and not enough of them have
 * @param unverifiedSince first of the checks in a row that got no answer; null while the key answers
 * @param heldSince since when enough checks agree that the key was taken away, and the guard holds back what would follow; null unless it does. While
 *     it is set, answers that agree change nothing: who releases or refuses the key clears it, see {@link VerdictRules#released} and
 *     {@link VerdictRules#refused}
 */
public record Standing(
        Verdict verdict,
        @Nullable Suspicion suspicion,
        @Nullable Instant unverifiedSince,
        @Nullable Instant heldSince) {

    /** One that nobody holds back. */
    public Standing(Verdict verdict, @Nullable Suspicion suspicion, @Nullable Instant unverifiedSince) {
        this(verdict, suspicion, unverifiedSince, null);
    }

    /** A key use that was never checked. */
    public static Standing unchecked(Instant now) {
        return new Standing(new Verdict.Unchecked(now), null, null);
    }

    static Standing settled(Verdict verdict) {
        return new Standing(verdict, null, null);
    }
}
