package io.keyward.validation.verdict;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that the rules remember of a key use between two checks.
 *
 * @param suspicion null unless checks say that the key was taken away and not enough of them have
 * @param unverifiedSince first of the checks in a row that got no answer; null while the key answers
 */
public record Standing(
        Verdict verdict,
        @Nullable Suspicion suspicion,
        @Nullable Instant unverifiedSince) {

    /** A key use that was never checked. */
    public static Standing unchecked(Instant now) {
        return new Standing(new Verdict.Unchecked(now), null, null);
    }

    static Standing settled(Verdict verdict) {
        return new Standing(verdict, null, null);
    }
}
