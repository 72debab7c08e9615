package io.keyward.config.backup.snapshot.spec;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot that somebody asks for.
 *
 * @param retentionInDays from 1; absent when it stays until it is deleted
 */
public record NewSnapshot(
        String id,
        String groupId,
        String clusterName,
        @Nullable String description,
        @Nullable Integer retentionInDays,
        Instant requestedAt) {}
