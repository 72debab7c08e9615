package io.keyward.config.backup.snapshot.spec;

import io.keyward.config.backup.driver.Progress;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a driver says of a snapshot.
 *
 * @param requestRevision the {@code requestRevision} of the event that the driver carried out or is carrying out
 * @param message for people, for example why it failed; at most 1,000 characters
 */
public record SnapshotReport(
        @NotNull @Positive Long requestRevision,
        @NotNull Progress state,
        @Nullable @Size(max = 1000) String message,
        @Nullable @PositiveOrZero Long storageSizeBytes) {}
