package io.keyward.config.backup.restore.plan;

import io.keyward.config.backup.driver.Progress;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a driver says of a restore job.
 *
 * @param requestRevision the {@code requestRevision} of the event that the driver carried out or is carrying out
 * @param message for people, for example why it failed; at most 1,000 characters
 * @param deliveryUrl where a download is fetched, one for each shard; read for downloads alone
 * @param expiresAt until when it can be fetched
 */
public record RestoreReport(
        @NotNull @Positive Long requestRevision,
        @NotNull Progress state,
        @Nullable @Size(max = 1000) String message,

        @Nullable @Size(max = 100)
        List<@NotNull @Size(max = 4096) @Pattern(regexp = "https?://\\S+") String> deliveryUrl,

        @Nullable Instant expiresAt) {}
