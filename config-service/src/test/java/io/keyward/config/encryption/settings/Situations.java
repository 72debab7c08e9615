package io.keyward.config.encryption.settings;

import io.keyward.atlas.region.AwsRegion;
import io.keyward.config.encryption.settings.ClusterUse.Place;
import io.keyward.config.encryption.settings.EncryptionConfig.AwsKms;
import io.keyward.config.encryption.settings.EncryptionState.KeyInUse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Projects with keys, clusters and snapshots, for tables. */
final class Situations {
    static final String ROLE = "role";
    static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant LATER = Instant.parse("2026-02-01T00:00:00Z");

    private Situations() {}

    /** A configuration with that key, and the keys that the project has; the current one first. */
    static EncryptionState state(EncryptionConfig config, ProjectKey... keys) {
        return new EncryptionState("g", config, List.of(keys), 1, 0);
    }

    static EncryptionConfig config(String arn, boolean privately) {
        return new EncryptionConfig(new AwsKms(arn, region(arn), ROLE, privately), false);
    }

    /** The current key, with a key use {@code id-region} in each of the regions; its home is its ARN's. */
    static ProjectKey current(String id, String arn, AwsRegion... replicas) {
        List<KeyInUse> uses = Stream.concat(Stream.of(region(arn)), Stream.of(replicas))
                .map(region -> new KeyInUse(
                        id + "-" + region.cloudName(),
                        region,
                        region == region(arn)
                                ? arn
                                : RegionRules.replicaArn(arn, region).orElseThrow(),
                        true,
                        LONG_AGO))
                .toList();
        return new ProjectKey(id, arn, region(arn), ROLE, LONG_AGO, null, uses);
    }

    /** The same as a key that was replaced long ago. */
    static ProjectKey former(String id, String arn, AwsRegion... replicas) {
        return current(id, arn, replicas).replaced(LONG_AGO);
    }

    static Situation situation(EncryptionState state, ClusterUse... clusters) {
        return new Situation(state, true, List.of(clusters), List.of(), Set.of());
    }

    static ClusterUse cluster(String name, boolean leaving, List<String> keyIds, Place... places) {
        return new ClusterUse(name, leaving, List.of(places), keyIds, null);
    }

    static SnapshotUse snapshot(String id, String keyId) {
        return new SnapshotUse(id, "orders", keyId, "completed");
    }

    private static AwsRegion region(String arn) {
        return AwsRegion.parse(arn.split(":")[3]);
    }
}
