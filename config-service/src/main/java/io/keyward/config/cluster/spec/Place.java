package io.keyward.config.cluster.spec;

import io.keyward.atlas.region.Cloud;
import io.keyward.atlas.region.CloudRegion;
import io.keyward.config.cluster.spec.ReplicationSpec.RegionConfig;
import java.util.Optional;

/**
 * A region of a cloud.
 *
 * @param region as the API spells it, for example {@code US_EAST_1}
 */
public record Place(CloudProvider cloud, String region) {

    /** Where these nodes run; those of a stored cluster run somewhere. */
    public static Place of(RegionConfig nodes) {
        return new Place(CloudProvider.find(nodes.cloud()).orElseThrow(), String.valueOf(nodes.regionName()));
    }

    /** The region, if it is one of that cloud. */
    public Optional<CloudRegion> region(Cloud of) {
        return cloud.name().equals(of.name()) ? of.region(region).map(CloudRegion.class::cast) : Optional.empty();
    }

    /** The region in the cloud's own spelling. */
    public String cloudName() {
        return cloud.cloudName(region);
    }

    @Override
    public String toString() {
        return cloud == CloudProvider.AWS ? region : cloud + " " + region;
    }
}
