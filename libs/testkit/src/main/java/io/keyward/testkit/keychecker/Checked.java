package io.keyward.testkit.keychecker;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a key answered.
 *
 * @param key as the evidence names it
 * @param outcome {@code VALID}, {@code REVOKED}, {@code UNUSABLE} or {@code INCONCLUSIVE}
 * @param reason empty when the key is valid
 * @param operations that were called, in order
 * @param freshProbe what the checker wants kept for the next check; null when what it was given is still good
 * @param home whether it was answered on the Vert.x context that it was asked on
 */
public record Checked(
        String key,
        String outcome,
        String reason,
        List<String> operations,
        byte @Nullable [] freshProbe,
        boolean home) {}
