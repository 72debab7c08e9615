package io.keyward.config.cluster.overview;

import io.keyward.config.cluster.enforcement.Seen.Phase;
import io.keyward.config.cluster.spec.ClusterSpec;
import io.keyward.config.cluster.store.ClusterSummaryStore.ClusterSummary;
import io.keyward.config.project.Project;
import java.util.List;

/**
 * A project with its clusters.
 *
 * @param planType always {@code Atlas}, which clients tell from other products by
 * @param tags always empty, as Atlas answers it; a project's own are read with the project
 */
record OverviewView(
        List<InProject> clusters,
        String groupId,
        String groupName,
        String orgId,
        String orgName,
        String planType,
        List<String> tags) {

    static OverviewView of(Project project, String orgName, List<ClusterSummary> clusters) {
        return new OverviewView(
                clusters.stream().map(InProject::of).toList(),
                project.id(),
                project.name(),
                project.orgId(),
                orgName,
                "Atlas",
                List.of());
    }

    /**
     * A cluster in few words.
     *
     * @param availability {@code available}, or {@code unavailable} while it is not up
     * @param dataSizeBytes always 0: whatever runs the databases knows
     * @param alertCount always 0: alerts are listed by project
     */
    record InProject(
            int alertCount,
            boolean authEnabled,
            String availability,
            boolean backupEnabled,
            String clusterId,
            long dataSizeBytes,
            String name,
            int nodeCount,
            boolean sslEnabled,
            String type,
            List<String> versions) {

        static InProject of(ClusterSummary cluster) {
            ClusterSpec spec = cluster.spec();
            return new InProject(
                    0,
                    true,
                    isUp(cluster) ? "available" : "unavailable",
                    spec.backupEnabled(),
                    cluster.id(),
                    0,
                    cluster.name(),
                    spec.nodes(),
                    true,
                    spec.clusterType().equals("REPLICASET") ? "REPLICA_SET" : "SHARDED_CLUSTER",
                    List.of(spec.mongoDBVersion()));
        }

        private static boolean isUp(ClusterSummary cluster) {
            Phase phase =
                    cluster.seen() == null ? Phase.STARTING : cluster.seen().phase();
            return switch (phase) {
                case RUNNING, STOP_REQUESTED, DEFERRED -> true;
                case STARTING, STOPPED, RESUMING, REMOVING, REMOVED -> false;
            };
        }
    }
}
