package io.keyward.endpoint.region;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a region answers.
 *
 * @param seenAt when the last look that was answered began; null before the first one
 * @param trouble for an operator: what the last look or request met; null when all is well
 * @param troubleSince null when all is well
 * @param failures troubles in a row
 * @param orphans endpoints there that are ours and that there is no record of
 */
public record RegionHealth(
        @Nullable Instant seenAt,
        @Nullable String trouble,
        @Nullable Instant troubleSince,
        int failures,
        int orphans) {}
