package io.keyward.config.cluster.args;

import io.keyward.access.CurrentCaller;
import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.version.VersionSunset;
import io.keyward.config.cluster.refusal.ClusterError;
import io.keyward.config.cluster.refusal.ClusterRefusals;
import io.keyward.config.cluster.store.Cluster;
import io.keyward.config.cluster.store.ClusterQueryStore;
import io.keyward.contracts.Actor;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings of a cluster's database processes: kept and answered, and not acted upon. */
@Path("/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/processArgs")
public class ProcessArgsResource {
    private final ClusterQueryStore clusters;
    private final ProcessArgsStore args;
    private final CurrentCaller caller;

    ProcessArgsResource(ClusterQueryStore clusters, ProcessArgsStore args, CurrentCaller caller) {
        this.clusters = clusters;
        this.args = args;
        this.caller = caller;
    }

    @GET
    @Produces(MediaTypes.V2024_08_05)
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<Map<String, @Nullable Object>> get(
            @PathParam("groupId") String groupId, @PathParam("clusterName") String name) {
        return find(groupId, name).map(ProcessArgsRules::complete);
    }

    @GET
    @Produces(MediaTypes.V2023_01_01)
    @VersionSunset(version = MediaTypes.V2023_01_01, date = "2027-07-01")
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<Map<String, @Nullable Object>> get2023(
            @PathParam("groupId") String groupId, @PathParam("clusterName") String name) {
        return find(groupId, name).map(ProcessArgsRules::complete2023);
    }

    /** Merges what is sent into what is set. */
    @PATCH
    @Produces(MediaTypes.V2024_08_05)
    @Requires(ProjectRole.GROUP_CLUSTER_MANAGER)
    public Uni<Map<String, @Nullable Object>> patch(
            @PathParam("groupId") String groupId, @PathParam("clusterName") String name, @NotNull ProcessArgs sent) {
        return merge(groupId, name, sent).map(ProcessArgsRules::complete);
    }

    @PATCH
    @Produces(MediaTypes.V2023_01_01)
    @VersionSunset(version = MediaTypes.V2023_01_01, date = "2027-07-01")
    @Requires(ProjectRole.GROUP_CLUSTER_MANAGER)
    public Uni<Map<String, @Nullable Object>> patch2023(
            @PathParam("groupId") String groupId, @PathParam("clusterName") String name, @NotNull ProcessArgs sent) {
        return merge(groupId, name, sent).map(ProcessArgsRules::complete2023);
    }

    private Uni<Map<String, Object>> find(String groupId, String name) {
        return cluster(groupId, name).chain(cluster -> args.find(cluster.id()));
    }

    private Uni<Map<String, Object>> merge(String groupId, String name, ProcessArgs sent) {
        ProcessArgsRules.check(sent).ifPresent(error -> {
            throw ClusterRefusals.of(error);
        });
        Actor actor = caller.get().actor();
        return cluster(groupId, name).chain(cluster -> Detached.run(() -> args.merge(cluster, sent, actor)));
    }

    private Uni<Cluster> cluster(String groupId, String name) {
        return clusters.find(groupId, name)
                .map(found -> found.orElseThrow(() -> ClusterRefusals.of(new ClusterError.NotFound(name, groupId))));
    }
}
