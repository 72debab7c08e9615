package io.keyward.endpoint.api.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.endpoint.lifecycle.EndpointStatus;
import io.keyward.endpoint.lifecycle.condition.Condition;
import io.keyward.endpoint.registry.Endpoint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All there is to say about an endpoint.
 *
 * @param address host name under which the key service answers through it; absent unless it can be used
 * @param conditions what holds of it, what does not, and since when
 * @param errorMessage what went wrong and what to do; absent when nothing did
 * @param privateEndpointConnectionName the provider's id; absent until it is known
 * @param region how the cloud answers there
 * @param regionName as Atlas spells it
 * @param replacedBy id of the endpoint that is made in its stead; absent unless it was lost
 * @param replacementsToday how many endpoints of its lineage were replaced within the last 24 hours
 * @param replaces id of the lost endpoint in whose stead it is; absent when it is the first
 * @param since since when it has its status
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EndpointOverview(
        @Nullable String address,
        String cloudProvider,
        List<Condition> conditions,
        Instant createdAt,
        @Nullable String errorMessage,
        String id,
        @Nullable String privateEndpointConnectionName,
        Region region,
        String regionName,
        @Nullable String replacedBy,
        long replacementsToday,
        @Nullable String replaces,
        Instant since,
        EndpointStatus status) {

    /**
     * A region of a cloud.
     *
     * @param seenAt when it was last seen; absent until it was
     * @param trouble what the last attempt to look or to change something met; absent when all is well
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Region(
            @Nullable Instant seenAt,
            @Nullable String trouble,
            @Nullable Instant troubleSince) {}

    /** Empty for one that is gone. */
    static Optional<EndpointOverview> of(Endpoint endpoint, String regionName, Region region, long replacementsToday) {
        return endpoint.status()
                .map(status -> new EndpointOverview(
                        endpoint.address().orElse(null),
                        endpoint.provider(),
                        endpoint.conditions(),
                        endpoint.createdAt(),
                        endpoint.errorMessage().orElse(null),
                        endpoint.id(),
                        endpoint.reference().orElse(null),
                        region,
                        regionName,
                        endpoint.successor().orElse(null),
                        replacementsToday,
                        endpoint.kinship().predecessor(),
                        endpoint.state().since(),
                        status));
    }
}
