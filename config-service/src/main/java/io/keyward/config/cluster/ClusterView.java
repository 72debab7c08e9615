package io.keyward.config.cluster;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.keyward.atlas.Link;
import io.keyward.config.cluster.spec.ClusterRequest.Label;
import io.keyward.config.cluster.spec.OlderShape;
import io.keyward.config.cluster.spec.ReplicationSpec;
import io.keyward.config.cluster.status.ClusterStatus;
import io.keyward.config.cluster.status.CustomerKey;
import io.keyward.config.cluster.store.Cluster;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A cluster as versions from 2024-08-05 answer it. */
record ClusterView(
        @JsonUnwrapped Common common, List<ShardView> effectiveReplicationSpecs, List<ShardView> replicationSpecs) {

    static ClusterView of(Cluster cluster, String self) {
        List<ShardView> shards =
                cluster.spec().replicationSpecs().stream().map(ShardView::of).toList();
        return new ClusterView(Common.of(cluster, self), shards, shards);
    }

    /** The same as version 2023-02-01 answers it: shards counted instead of listed, one disk size for all. */
    record Of2023(
            @JsonUnwrapped Common common,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Double diskSizeGB,

            List<OlderShape> replicationSpecs) {

        static Of2023 of(Cluster cluster, String self) {
            List<ReplicationSpec> specs = cluster.spec().replicationSpecs();
            return new Of2023(Common.of(cluster, self), OlderShape.diskSize(specs), OlderShape.of(specs));
        }
    }

    /**
     * What all versions agree on.
     *
     * @param adaptiveCapacity null where nothing was said of it
     * @param internalClusterRole always {@code NONE}
     * @param connectionStrings empty: whatever runs the databases knows the addresses
     */
    record Common(
            @Nullable Object adaptiveCapacity,
            boolean backupEnabled,
            String clusterType,
            Map<String, Object> connectionStrings,
            Instant createDate,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            CustomerKey customerKey,

            String encryptionAtRestProvider,
            String featureCompatibilityVersion,
            String groupId,
            String id,
            String internalClusterRole,
            List<Label> labels,
            List<Link> links,
            String mongoDBMajorVersion,
            String mongoDBVersion,
            String name,
            boolean paused,
            boolean pitEnabled,
            String stateName,
            List<Label> tags,
            boolean terminationProtectionEnabled,
            String versionReleaseSystem,
            @JsonAnyGetter Map<String, Object> options) {

        static Common of(Cluster cluster, String self) {
            ClusterStatus status = cluster.status();
            var spec = cluster.spec();
            Map<String, Object> options = new TreeMap<>(spec.options());
            return new Common(
                    options.remove("adaptiveCapacity"),
                    spec.backupEnabled(),
                    spec.clusterType(),
                    Map.of(),
                    cluster.intent().created(),
                    status.customerKey(),
                    spec.encryptionAtRestProvider(),
                    spec.mongoDBMajorVersion(),
                    cluster.groupId(),
                    cluster.id(),
                    "NONE",
                    spec.labels(),
                    List.of(new Link(self, "self")),
                    spec.mongoDBMajorVersion(),
                    spec.mongoDBVersion(),
                    cluster.name(),
                    status.paused(),
                    spec.pitEnabled(),
                    status.stateName(),
                    spec.tags(),
                    spec.terminationProtectionEnabled(),
                    spec.versionReleaseSystem(),
                    options);
        }
    }
}
