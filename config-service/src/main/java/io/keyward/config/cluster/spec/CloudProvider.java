package io.keyward.config.cluster.spec;

import io.keyward.atlas.region.Cloud;
import io.keyward.atlas.region.CloudRegion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The clouds a cluster can run in, with the sizes that each offers. */
public enum CloudProvider {
    AWS(
            "M10 M20 M30 M40 M50 M60 M80 M100 M140 M200 M300 R40 R50 R60 R80 R200 R300 R400 R700"
                    + " M40_NVME M50_NVME M60_NVME M80_NVME M200_NVME M400_NVME",
            "M30 M40 M50 M60 M80 M140 M200 M300 R40 R50 R60 R80 R200 R300 R400 R700"
                    + " M40_NVME M50_NVME M60_NVME M80_NVME M200_NVME M400_NVME"),
    AZURE(
            "M10 M20 M30 M40 M50 M60 M80 M90 M200 R40 R50 R60 R80 R200 R300 R400"
                    + " M60_NVME M80_NVME M200_NVME M300_NVME M400_NVME M600_NVME",
            ""),
    GCP(
            "M10 M20 M30 M40 M50 M60 M80 M140 M200 M250 M300 M400 R40 R50 R60 R80 R200 R300 R400 R600",
            "M30 M40 M50 M60 M80 M140 M200 R40 R50 R60 R80 R200 R300 R400"),
    /** Shared machines of another cloud; customer keys cannot be used there. */
    TENANT("M0 M2 M5", "");

    private final List<String> instanceSizes;

    CloudProvider(String sizes, String sizesOfSecondGeneration) {
        this.instanceSizes = Stream.concat(
                        words(sizes), words(sizesOfSecondGeneration).map(size -> size + "_GEN_2"))
                .toList();
    }

    /** The provider of that name, if it is one. */
    public static Optional<CloudProvider> find(@Nullable String name) {
        return Arrays.stream(values())
                .filter(provider -> provider.name().equals(name))
                .findFirst();
    }

    /** A region of this cloud in the cloud's own spelling, as far as we know it. */
    public String cloudName(String region) {
        return region(region).map(CloudRegion::cloudName).orElse(region);
    }

    /** A region of this cloud by its name, as Atlas or as the cloud spells it. Shared machines have none of their own. */
    Optional<? extends CloudRegion> region(String name) {
        return Cloud.find(name()).flatMap(cloud -> cloud.region(name));
    }

    List<String> instanceSizes() {
        return instanceSizes;
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty());
    }
}
