package io.keyward.config.endpoint;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.keyward.atlas.region.Cloud;
import io.keyward.atlas.region.CloudRegion;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A private endpoint as its owner tells of it.
 *
 * @param provider the cloud that it is in; absent in answers from before there was more than AWS
 * @param region as the provider spells it, for example {@code us-east-1}
 * @param status as the public API shows it, for example {@code ACTIVE}
 * @param since since when it has that status; null when its owner did not say
 * @param stood whether it ever was ACTIVE, as far as its owner said
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PrivateEndpoint(
        String id,
        Cloud provider,
        String region,
        String status,
        @Nullable Instant since,
        boolean stood) {
    static final String INITIATING = "INITIATING";
    static final String PENDING_ACCEPTANCE = "PENDING_ACCEPTANCE";
    static final String ACTIVE = "ACTIVE";
    static final String FAILED = "FAILED";
    static final String PENDING_RECREATION = "PENDING_RECREATION";
    static final String DELETING = "DELETING";

    public PrivateEndpoint {
        provider = Objects.requireNonNullElse(provider, Cloud.AWS);
        Objects.requireNonNull(region, "an endpoint without a region");
        Objects.requireNonNull(status, "an endpoint without a status");
        stood |= status.equals(ACTIVE);
    }

    /** One of which nobody said what it was before. */
    public PrivateEndpoint(String id, Cloud provider, String region, String status, @Nullable Instant since) {
        this(id, provider, region, status, since, false);
    }

    /** The regions of those endpoints that {@code which} accepts; without regions that are unknown here. */
    public static Set<CloudRegion> regions(
            Collection<PrivateEndpoint> endpoints, Predicate<? super PrivateEndpoint> which) {
        return endpoints.stream()
                .filter(which)
                .flatMap(endpoint -> endpoint.provider().region(endpoint.region()).stream())
                .map(CloudRegion.class::cast)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it can be used. */
    public boolean isActive() {
        return status.equals(ACTIVE);
    }

    /** Whether it was removed or rejected in the cloud, and waits for what replaces it. */
    public boolean isLost() {
        return status.equals(PENDING_RECREATION);
    }

    /** Whether it is on its way out. */
    boolean isLeaving() {
        return status.equals(DELETING);
    }

    /** The region as the API spells it. */
    public String regionName() {
        return provider.region(region).map(CloudRegion::atlasName).orElse(region);
    }
}
