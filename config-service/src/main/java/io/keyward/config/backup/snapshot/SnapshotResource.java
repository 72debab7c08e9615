package io.keyward.config.backup.snapshot;

import io.keyward.access.CurrentCaller;
import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import io.keyward.config.backup.key.KeyStanding;
import io.keyward.config.backup.snapshot.spec.Snapshot;
import io.keyward.config.backup.snapshot.spec.Snapshot.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;

/** Snapshots of a cluster: those of replica sets, and those of sharded clusters on paths of their own. */
@Path("/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/snapshots")
@Produces(MediaTypes.V2023_01_01)
public class SnapshotResource {
    private final SnapshotService service;
    private final CurrentCaller caller;

    SnapshotResource(SnapshotService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    /** Asks for a snapshot, of whatever kind the cluster is. */
    @POST
    @Requires(ProjectRole.GROUP_BACKUP_CREATOR)
    public Uni<SnapshotView> take(
            @PathParam("groupId") String groupId,
            @PathParam("clusterName") String clusterName,
            @NotNull @Valid SnapshotRequest request,
            @Context UriInfo uri) {
        return service.take(groupId, clusterName, request, caller.get())
                .map(found -> view(found.what(), found.standing(), uri));
    }

    @GET
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<Page<SnapshotView>> list(
            @PathParam("groupId") String groupId,
            @PathParam("clusterName") String clusterName,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        return list(groupId, clusterName, Kind.REPLICA_SET, paging, uri);
    }

    @GET
    @Path("/shardedClusters")
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<Page<SnapshotView>> listSharded(
            @PathParam("groupId") String groupId,
            @PathParam("clusterName") String clusterName,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        return list(groupId, clusterName, Kind.SHARDED_CLUSTER, paging, uri);
    }

    @GET
    @Path("/{snapshotId}")
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<SnapshotView> get(
            @PathParam("groupId") String groupId,
            @PathParam("clusterName") String clusterName,
            @PathParam("snapshotId") String snapshotId,
            @Context UriInfo uri) {
        return get(groupId, clusterName, snapshotId, Kind.REPLICA_SET, uri);
    }

    @GET
    @Path("/shardedCluster/{snapshotId}")
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<SnapshotView> getSharded(
            @PathParam("groupId") String groupId,
            @PathParam("clusterName") String clusterName,
            @PathParam("snapshotId") String snapshotId,
            @Context UriInfo uri) {
        return get(groupId, clusterName, snapshotId, Kind.SHARDED_CLUSTER, uri);
    }

    /** Deletes a snapshot of either kind. */
    @DELETE
    @Path("/{snapshotId}")
    @Requires(ProjectRole.GROUP_BACKUP_MANAGER)
    public Uni<Void> delete(
            @PathParam("groupId") String groupId,
            @PathParam("clusterName") String clusterName,
            @PathParam("snapshotId") String snapshotId) {
        return service.delete(groupId, clusterName, snapshotId, caller.get());
    }

    /** The same by the path under which those of sharded clusters are read. */
    @DELETE
    @Path("/shardedCluster/{snapshotId}")
    @Requires(ProjectRole.GROUP_BACKUP_MANAGER)
    public Uni<Void> deleteSharded(
            @PathParam("groupId") String groupId,
            @PathParam("clusterName") String clusterName,
            @PathParam("snapshotId") String snapshotId) {
        return service.delete(groupId, clusterName, snapshotId, caller.get());
    }

    private Uni<Page<SnapshotView>> list(String groupId, String clusterName, Kind kind, Paging paging, UriInfo uri) {
        return service.list(groupId, clusterName, kind, paging)
                .map(found -> found.what().page(paging, snapshot -> view(snapshot, found.standing(), uri)));
    }

    private Uni<SnapshotView> get(String groupId, String clusterName, String id, Kind kind, UriInfo uri) {
        return service.get(groupId, clusterName, id, kind).map(found -> view(found.what(), found.standing(), uri));
    }

    private static SnapshotView view(Snapshot snapshot, Map<String, KeyStanding> standing, UriInfo uri) {
        String below =
                switch (snapshot.kind()) {
                    case REPLICA_SET -> "";
                    case SHARDED_CLUSTER -> "/shardedCluster";
                };
        String self = uri.getBaseUriBuilder()
                .path("/api/atlas/v2/groups/{groupId}/clusters/{name}/backup/snapshots" + below + "/{id}")
                .build(snapshot.groupId(), snapshot.clusterName(), snapshot.id())
                .toString();
        return SnapshotView.of(snapshot, standing, self);
    }
}
