package io.keyward.validation.keychecks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.contracts.KeyEvent.ProviderCall;
import io.keyward.validation.history.HistoryEntry;
import io.keyward.validation.recording.CheckRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check answered, and why. In the history, checks in a row with the same answer are one item: the evidence is that of the first of them.
 *
 * @param calls the provider calls of the check, in order
 * @param checkedAt when the check, in the history the last of them, started
 * @param checks how many checks in a row answered the same
 * @param explanation for an operator: what happened
 * @param firstCheckedAt when the first of them started
 * @param key full name of the key at its provider
 * @param occasion {@code SCHEDULED}, {@code CONFIRMING}, {@code HINTED} or {@code ON_DEMAND}
 * @param outcome {@code VALID}, {@code REVOKED}, {@code UNUSABLE} or {@code INCONCLUSIVE}: what the check answered
 * @param reason symbolic; absent when the outcome is VALID
 * @param remedy for an operator: what to do; absent when there is nothing to do
 * @param verdict {@code UNCHECKED}, {@code VALID}, {@code REVOKED} or {@code UNUSABLE}: what was believed of the key afterwards
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeyCheckView(
        List<ProviderCall> calls,
        Instant checkedAt,
        int checks,
        String explanation,
        Instant firstCheckedAt,
        String key,
        String keyUseId,
        String occasion,
        String outcome,
        String provider,
        @Nullable String reason,
        String region,
        @Nullable String remedy,
        String verdict) {

    static KeyCheckView of(CheckRecord record) {
        return of(record.historyEntry());
    }

    static KeyCheckView of(HistoryEntry entry) {
        var evidence = entry.evidence();
        return new KeyCheckView(
                evidence.calls(),
                entry.lastAt(),
                entry.checks(),
                evidence.explanation(),
                entry.firstAt(),
                entry.key(),
                entry.keyUseId(),
                entry.occasion().name(),
                evidence.outcome(),
                entry.provider(),
                evidence.reason(),
                entry.region(),
                evidence.remedy(),
                entry.verdict());
    }

    /** Several of them. */
    public record Results(List<KeyCheckView> results) {

        static Results of(List<CheckRecord> records) {
            return new Results(records.stream().map(KeyCheckView::of).toList());
        }
    }
}
