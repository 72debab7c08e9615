package io.keyward.atlas.region;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The clouds that customers have keys and clusters in. Their names are those of the API, in capitals. */
public enum Cloud {
    AWS,
    AZURE,
    GCP;

    /** The cloud of that name, for example {@code GCP}; empty when there is none. */
    public static Optional<Cloud> find(@Nullable String name) {
        return Arrays.stream(values())
                .filter(cloud -> cloud.name().equals(name))
                .findFirst();
    }

    /** A region of this cloud by its name in either spelling; empty when there is none. */
    public Optional<? extends CloudRegion> region(String name) {
        return switch (this) {
            case AWS -> AwsRegion.find(name);
            case AZURE -> AzureRegion.find(name);
            case GCP -> GoogleRegion.find(name);
        };
    }

    /** Where a key of this cloud is, by its name in either spelling: a region of the contract, or any other place that the cloud has keys in. */
    public CloudRegion location(String name) {
        return region(name).map(CloudRegion.class::cast).orElseGet(() -> new KeyLocation(this, name));
    }

    /** The name in Atlas of a region of any cloud, by its name in either spelling; names of other places as they are. */
    public static String regionName(String name) {
        return Arrays.stream(values())
                .flatMap(cloud -> cloud.region(name).stream())
                .map(CloudRegion::atlasName)
                .findFirst()
                .orElse(name);
    }
}
