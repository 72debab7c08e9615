package io.keyward.config.verdict;

import java.time.Instant;

/**
 * What is known of a key use.
 *
 * @param verdict {@code VALID}, {@code REVOKED}, {@code UNUSABLE}, {@code UNCHECKED} or {@code RETIRED}
 * @param checkedAt when the check was made that it rests on
 */
public record KeyVerdict(String keyUseId, String verdict, Instant checkedAt) {
    static final String RETIRED = "RETIRED";

    /** Whether the key was found usable. */
    public boolean isValid() {
        return verdict.equals("VALID");
    }

    /** The one that rests on the later check; of two equally late ones, this. */
    public KeyVerdict orLater(KeyVerdict other) {
        return other.checkedAt().isAfter(checkedAt) ? other : this;
    }
}
