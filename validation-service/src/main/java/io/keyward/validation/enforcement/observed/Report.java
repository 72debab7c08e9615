package io.keyward.validation.enforcement.observed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.keyward.validation.enforcement.plan.Observed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a driver saw of a cluster. What is left out was not looked at, and stays as it was last told. {@code snapshots} is
 * accepted and not read: snapshots have reports of their own. Any other unknown field is refused.
 *
 * @param requestRevision the {@code requestRevision} of the event that the driver carried out or is carrying out
 * @param state what it saw
 * @param message for people, for example why a stop has to wait; at most 1,000 characters
 * @param appliedRevision revision of the last event of {@code keyward.clusters} that was carried out whole; left out with state RUNNING, it is what
 *     was wanted when the request in force was made
 * @param nodesReachKms whether all nodes are let in by the customer's KMS
 * @param rewrap how far the nodes are with a change of key
 * @param addresses where the cluster is reached and where it connects from
 * @param privateEndpoints ids of the private endpoints through which all nodes of their region reach the KMS; those not listed are taken by none, or
 *     not by all
 */
@JsonIgnoreProperties("snapshots")
public record Report(
        @NotNull @Positive Long requestRevision,
        @NotNull Observed state,
        @Nullable @Size(max = 1000) String message,
        @Nullable @Positive Long appliedRevision,
        @Nullable Boolean nodesReachKms,
        @Nullable @Valid Rewrap rewrap,
        @Nullable @Valid Addresses addresses,
        @Nullable @Size(max = 1000) List<@NotNull @Pattern(regexp = "[a-f0-9]{24}") String> privateEndpoints) {

    /** That a state was seen, and nothing more. */
    public static Report of(long requestRevision, Observed state) {
        return new Report(requestRevision, state, null, null, null, null, null, null);
    }

    /** That a cluster runs, with all that was wanted of it up to {@code appliedRevision}, and takes these private endpoints. */
    public static Report applied(long requestRevision, long appliedRevision, List<String> privateEndpoints) {
        return new Report(requestRevision, Observed.RUNNING, null, appliedRevision, null, null, null, privateEndpoints);
    }

    /**
     * @param nodesDone nodes that are under the wanted key alone
     * @param nodesTotal all nodes
     */
    public record Rewrap(
            @NotNull @PositiveOrZero Integer nodesDone,
            @NotNull @Positive Integer nodesTotal) {}

    /** Addresses or blocks in CIDR notation, at most 1,000 of each kind; a list that is left out is empty. */
    public record Addresses(
            @Nullable @Size(max = 1000) List<@NotNull String> inbound,
            @Nullable @Size(max = 1000) List<@NotNull String> outbound,
            @Nullable @Size(max = 1000) List<@NotNull String> futureInbound,
            @Nullable @Size(max = 1000) List<@NotNull String> futureOutbound) {}
}
