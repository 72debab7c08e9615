package io.keyward.config.endpoint;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.keyward.atlas.region.AwsRegion;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A private endpoint as its owner tells of it.
 *
 * @param region as the provider spells it, for example {@code us-east-1}
 * @param status as the public API shows it, for example {@code ACTIVE}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PrivateEndpoint(String id, String region, String status) {

    public PrivateEndpoint {
        Objects.requireNonNull(region, "an endpoint without a region");
        Objects.requireNonNull(status, "an endpoint without a status");
    }

    /** The regions of those endpoints that {@code which} accepts; without regions that are unknown here. */
    public static Set<AwsRegion> regions(
            Collection<PrivateEndpoint> endpoints, Predicate<? super PrivateEndpoint> which) {
        return endpoints.stream()
                .filter(which)
                .map(PrivateEndpoint::region)
                .map(AwsRegion::find)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it can be used. */
    public boolean isActive() {
        return status.equals("ACTIVE");
    }

    /** The region as the API spells it. */
    public String regionName() {
        return AwsRegion.find(region).map(AwsRegion::atlasName).orElse(region);
    }
}
