package io.keyward.config.encryption.usage;

import static java.util.Objects.requireNonNull;

import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.settings.ProviderState.KeyInUse;
import io.keyward.config.verdict.KeyVerdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A project key as it is answered.
 *
 * @param key full name in its home region
 * @param regions where it has a key use of its own, the home one first
 * @param replacedAt when another key took its place, or it was given up; null while it is the current one
 * @param rotationClockStart when its age began to count: when it became the current one, the last time
 * @param since since when it is the current one, or was the last time
 * @param state {@code CURRENT}, or {@code FORMER} while something is still under it
 */
record KeyView(
        String id,
        String key,
        String provider,
        List<Region> regions,
        @Nullable Instant replacedAt,
        Instant rotationClockStart,
        Instant since,
        String state) {

    /**
     * The key in one region.
     *
     * @param checkedAt when the check was made that the verdict rests on; null before the first answer
     * @param key full name there
     * @param verdict {@code UNCHECKED}, {@code VALID}, {@code REVOKED} or {@code UNUSABLE}
     */
    record Region(@Nullable Instant checkedAt, String key, String keyUseId, String regionName, String verdict) {}

    /** @param verdicts those about its key uses, by key use */
    static KeyView of(ProjectKey key, Map<String, KeyVerdict> verdicts) {
        return new KeyView(
                key.id(),
                key.name(),
                key.provider().name(),
                key.uses().stream()
                        .map(use -> region(use, requireNonNull(verdicts.get(use.keyUseId()))))
                        .toList(),
                key.replacedAt(),
                key.since(),
                key.since(),
                key.isFormer() ? "FORMER" : "CURRENT");
    }

    private static Region region(KeyInUse use, KeyVerdict verdict) {
        return new Region(
                verdict.checkedAt().equals(Instant.EPOCH) ? null : verdict.checkedAt(),
                use.name(),
                use.keyUseId(),
                use.region().atlasName(),
                verdict.verdict());
    }
}
