package io.keyward.config.encryption.settings;

import io.keyward.atlas.region.AwsRegion;
import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.settings.ClusterUse.Place;
import io.keyward.config.encryption.settings.KmsConfig.AwsKms;
import io.keyward.config.encryption.settings.ProviderState.KeyInUse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Projects with keys, clusters and snapshots, for tables. */
final class Situations {
    static final String ROLE = "role";
    static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant LATER = Instant.parse("2026-02-01T00:00:00Z");

    private Situations() {}

    /** A configuration with that key, and the keys that the project has; the current one first. */
    static ProviderState state(KmsConfig config, ProjectKey... keys) {
        return new ProviderState("g", Cloud.AWS, Optional.of(config), List.of(keys), 1, 0);
    }

    /** The same after customer keys were given up. */
    static ProviderState off(ProjectKey... keys) {
        return new ProviderState("g", Cloud.AWS, Optional.empty(), List.of(keys), 1, 0);
    }

    /** A project that never configured anything. */
    static ProviderState none() {
        return EncryptionState.none("g").of(Cloud.AWS);
    }

    static AwsKms config(String arn, boolean privately) {
        return new AwsKms(arn, region(arn), ROLE, privately);
    }

    /** The current key, with a key use {@code id-region} in each of the regions; its home is its ARN's. */
    static ProjectKey current(String id, String arn, AwsRegion... replicas) {
        List<KeyInUse> uses = Stream.concat(Stream.of(region(arn)), Stream.of(replicas))
                .map(region -> new KeyInUse(
                        id + "-" + region.cloudName(),
                        region,
                        region == region(arn)
                                ? arn
                                : AwsKeyNames.in(region, arn).orElseThrow(),
                        true,
                        LONG_AGO))
                .toList();
        return new ProjectKey(id, config(arn, false), LONG_AGO, null, uses);
    }

    /** The same as a key that was replaced long ago. */
    static ProjectKey former(String id, String arn, AwsRegion... replicas) {
        return current(id, arn, replicas).replaced(LONG_AGO);
    }

    static Situation situation(ProviderState state, ClusterUse... clusters) {
        return new Situation(state, true, List.of(clusters), List.of(), Set.of());
    }

    static ClusterUse cluster(String name, boolean leaving, List<String> keyIds, Place... places) {
        return new ClusterUse(name, Cloud.AWS, leaving, List.of(places), keyIds, null);
    }

    static SnapshotUse snapshot(String id, String keyId) {
        return new SnapshotUse(id, "orders", keyId, "completed");
    }

    private static AwsRegion region(String arn) {
        return AwsRegion.parse(arn.split(":")[3]);
    }
}
