package io.keyward.config.encryption.situation;

import io.keyward.atlas.region.AwsRegion;
import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.settings.EncryptionState;
import io.keyward.config.encryption.settings.KmsConfig;
import io.keyward.config.encryption.settings.KmsConfig.AwsKms;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.settings.ProviderState;
import io.keyward.config.encryption.settings.ProviderState.KeyInUse;
import io.keyward.config.encryption.settings.name.AwsKeyNames;
import io.keyward.config.encryption.situation.ClusterUse.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Projects with keys, clusters and snapshots, for tables. */
public final class Situations {
    public static final String ROLE = "role";
    public static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    public static final Instant LATER = Instant.parse("2026-02-01T00:00:00Z");

    private Situations() {}

    /** A configuration with that key, and the keys that the project has; the current one first. */
    public static ProviderState state(KmsConfig config, ProjectKey... keys) {
        return new ProviderState("g", Cloud.AWS, Optional.of(config), List.of(keys), 1, 0);
    }

    /** The same after customer keys were given up. */
    public static ProviderState off(ProjectKey... keys) {
        return new ProviderState("g", Cloud.AWS, Optional.empty(), List.of(keys), 1, 0);
    }

    /** A project that never configured anything. */
    public static ProviderState none() {
        return EncryptionState.none("g").of(Cloud.AWS);
    }

    public static AwsKms config(String arn, boolean privately) {
        return new AwsKms(arn, region(arn), ROLE, privately);
    }

    /** The current key, with a key use {@code id-region} in each of the regions; its home is its ARN's. */
    public static ProjectKey current(String id, String arn, AwsRegion... replicas) {
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
    public static ProjectKey former(String id, String arn, AwsRegion... replicas) {
        return current(id, arn, replicas).replaced(LONG_AGO);
    }

    public static Situation situation(ProviderState state, ClusterUse... clusters) {
        return new Situation(state, true, List.of(clusters), List.of(), Set.of());
    }

    public static ClusterUse cluster(String name, boolean leaving, List<String> keyIds, Place... places) {
        return new ClusterUse(name, Cloud.AWS, leaving, List.of(places), keyIds, null);
    }

    public static SnapshotUse snapshot(String id, String keyId) {
        return new SnapshotUse(id, "orders", keyId, "completed");
    }

    private static AwsRegion region(String arn) {
        return AwsRegion.parse(arn.split(":")[3]);
    }
}
