package io.keyward.validation.history;

import io.keyward.contracts.KeyEvent.Evidence;
import java.time.Instant;

/**
 * What one check, or several in a row, answered.
 *
 * @param id rises with time; 0 before it is stored
 * @param key full name of the key at its provider
 * @param verdict what was believed of the key afterwards
 * @param evidence of the first of the checks
 * @param firstAt when the first of them started
 * @param lastAt when the last of them started
 * @param checks how many they are
 */
public record HistoryEntry(
        long id,
        String keyUseId,
        String groupId,
        String provider,
        String key,
        String region,
        Occasion occasion,
        String verdict,
        Evidence evidence,
        Instant firstAt,
        Instant lastAt,
        int checks) {

    /**
     * The same, with checks that answered the same since.
     *
     * @param last when the last of them started
     * @param more how many are not in {@code checks} yet
     */
    HistoryEntry goesOn(Instant last, int more) {
        return new HistoryEntry(
                id,
                keyUseId,
                groupId,
                provider,
                key,
                region,
                occasion,
                verdict,
                evidence,
                firstAt,
                last.isAfter(lastAt) ? last : lastAt,
                checks + more);
    }
}
