package io.keyward.config.encryption.usage;

import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.settings.name.KeyNames;
import io.keyward.config.encryption.situation.ClusterUse;
import io.keyward.config.encryption.situation.Situation;
import io.keyward.config.encryption.usage.KeyUsage.Cluster;
import io.keyward.config.encryption.usage.KeyUsage.Configuration;
import io.keyward.config.encryption.usage.KeyUsage.HeldBy;
import io.keyward.config.encryption.usage.KeyUsage.Rewrap;
import io.keyward.config.encryption.usage.KeyUsage.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is under a key, and what follows. Pure. */
final class UsageRules {
    private UsageRules() {}

    /** The key that is meant: by our id, by the id that it has at its provider, or by its full name in any region. */
    static Optional<ProjectKey> find(List<ProjectKey> keys, String name) {
        return keys.stream()
                .filter(key -> isNamed(key.id(), key.provider(), key.name(), name))
                .findFirst();
    }

    /** Whether a key is meant, as {@link #find} says. */
    static boolean isNamed(String id, Cloud provider, String fullName, String name) {
        return id.equals(name)
                || KeyNames.isSameKey(provider, fullName, name)
                || fullName.substring(fullName.lastIndexOf('/') + 1).equals(name);
    }

    /** What is said of a key that the project had, and that nothing of it is under any more. */
    static KeyUsage usageOfLeft(String fullName) {
        return new KeyUsage(true, free(fullName), new HeldBy(List.of(), List.of(), List.of(), List.of()));
    }

    /** @param valid whether the key is valid */
    static KeyUsage usage(Situation now, ProjectKey key, boolean valid) {
        HeldBy heldBy = heldBy(now, key, valid);
        boolean deletable = heldBy.clusters().isEmpty()
                && heldBy.snapshots().isEmpty()
                && heldBy.pendingConfigurations().isEmpty();
        return new KeyUsage(deletable, explanation(key, heldBy), heldBy);
    }

    private static HeldBy heldBy(Situation now, ProjectKey key, boolean valid) {
        List<ClusterUse> under = now.clusters().stream()
                .filter(cluster -> cluster.isUnder(key.id()))
                .toList();
        return new HeldBy(
                under.stream()
                        .map(cluster -> new Cluster(cluster.leaving(), cluster.name()))
                        .toList(),
                key.isFormer()
                        ? List.of()
                        : List.of(new Configuration(valid ? "IN_FORCE" : "WAITING", "ENCRYPTION_AT_REST")),
                under.stream()
                        .filter(cluster -> cluster.keyIds().size() > 1)
                        .map(UsageRules::rewrap)
                        .toList(),
                now.snapshots().stream()
                        .filter(snapshot -> snapshot.keyId().equals(key.id()))
                        .map(snapshot -> new Snapshot(snapshot.clusterName(), snapshot.snapshotId(), snapshot.status()))
                        .toList());
    }

    private static Rewrap rewrap(ClusterUse cluster) {
        ClusterUse.Rewrap progress = cluster.rewrap();
        return progress == null
                ? new Rewrap(cluster.name(), null, null)
                : new Rewrap(cluster.name(), progress.nodesDone(), progress.nodesTotal());
    }

    private static String explanation(ProjectKey key, HeldBy heldBy) {
        List<String> reasons = new ArrayList<>();
        if (!heldBy.clusters().isEmpty()) {
            reasons.add("Clusters are wrapped by it, or are to be: "
                    + String.join(
                            ", ", heldBy.clusters().stream().map(Cluster::name).toList())
                    + ". Their data would be lost.");
        }
        if (!heldBy.snapshots().isEmpty()) {
            reasons.add("Snapshots need it to be restored: "
                    + heldBy.snapshots().size() + ". Delete them first, or keep the key.");
        }
        if (!heldBy.pendingConfigurations().isEmpty()) {
            reasons.add(
                    "It is the key that the project's configuration names. Configure another one, or disable customer keys, first.");
        }
        return reasons.isEmpty()
                ? free(key.name())
                : "The key " + key.name() + " is still needed. " + String.join(" ", reasons);
    }

    private static String free(String fullName) {
        return "Nothing of this project is under the key " + fullName
                + " any more. Whether others still use it, only their owners know.";
    }
}
