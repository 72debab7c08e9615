package io.keyward.config.endpoint;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.keyward.atlas.region.AwsRegion;
import java.util.Objects;

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

    /** Whether it can be used. */
    public boolean isActive() {
        return status.equals("ACTIVE");
    }

    /** The region as the API spells it. */
    public String regionName() {
        return AwsRegion.find(region).map(AwsRegion::atlasName).orElse(region);
    }
}
