package io.keyward.validation.enforcement;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.keyward.validation.enforcement.plan.Observed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a driver saw of a cluster. Fields that later versions of drivers send ({@code nodesReachKms}, {@code addresses}, {@code rewrap},
 * {@code snapshots}) are accepted and not read yet; any other unknown field is refused.
 *
 * @param requestRevision the {@code requestRevision} of the event that the driver carried out or is carrying out
 * @param state what it saw
 * @param message for people, for example why a stop has to wait; at most 1,000 characters
 */
@JsonIgnoreProperties({"nodesReachKms", "addresses", "rewrap", "snapshots"})
public record Report(
        @NotNull @Positive Long requestRevision,
        @NotNull Observed state,
        @Nullable @Size(max = 1000) String message) {}
