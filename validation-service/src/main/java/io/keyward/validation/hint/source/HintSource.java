package io.keyward.validation.hint.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may send hints about the keys of one project.
 *
 * @param provider {@code AWS}, {@code AZURE} or {@code GCP}
 * @param lastReceivedAt when its last hint came, give or take a minute; null before the first
 */
public record HintSource(
        String id,
        String groupId,
        String provider,
        Instant createdAt,
        @Nullable Instant lastReceivedAt) {}
