package io.keyward.config.cluster;

import io.keyward.access.CurrentCaller;
import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import io.keyward.atlas.QueryFlags;
import io.keyward.atlas.version.VersionSunset;
import io.keyward.atlas.version.VersionsGone;
import io.keyward.config.cluster.spec.ClusterRequest;
import io.keyward.config.cluster.store.Cluster;
import io.keyward.config.cluster.store.ClusterQueryStore;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.function.Function;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Clusters of a project, in each version that is served. */
@Path("/api/atlas/v2/groups/{groupId}/clusters")
@VersionsGone(MediaTypes.V2023_01_01)
public class ClusterResource {
    private static final String RETAINED = "includeDeletedWithRetainedBackups";

    private final ClusterService service;
    private final ClusterQueryStore clusters;
    private final CurrentCaller caller;

    ClusterResource(ClusterService service, ClusterQueryStore clusters, CurrentCaller caller) {
        this.service = service;
        this.clusters = clusters;
        this.caller = caller;
    }

    /** Creates a cluster. One with a customer key needs Project Owner, which the service asks for. */
    @POST
    @Produces({MediaTypes.V2024_08_05, MediaTypes.V2024_10_23})
    @VersionSunset(version = MediaTypes.V2024_08_05, date = "2027-03-01")
    @ResponseStatus(201)
    @Requires(ProjectRole.GROUP_CLUSTER_CREATOR)
    public Uni<ClusterView> create(
            @PathParam("groupId") String groupId, @NotNull ClusterRequest request, @Context UriInfo uri) {
        return service.create(groupId, request, caller.get())
                .map(cluster -> ClusterView.of(cluster, self(uri, cluster)));
    }

    @POST
    @Produces(MediaTypes.V2023_02_01)
    @VersionSunset(version = MediaTypes.V2023_02_01, date = "2027-07-01")
    @ResponseStatus(201)
    @Requires(ProjectRole.GROUP_CLUSTER_CREATOR)
    public Uni<ClusterView.Of2023> create2023(
            @PathParam("groupId") String groupId, @NotNull ClusterRequest request, @Context UriInfo uri) {
        return service.create(groupId, request, caller.get())
                .map(cluster -> ClusterView.Of2023.of(cluster, self(uri, cluster)));
    }

    @GET
    @Produces(MediaTypes.V2024_08_05)
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<Page<ClusterView>> list(
            @PathParam("groupId") String groupId,
            @QueryParam(RETAINED) @Nullable String retained,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        return list(groupId, retained, paging, cluster -> ClusterView.of(cluster, self(uri, cluster)));
    }

    @GET
    @Produces(MediaTypes.V2023_02_01)
    @VersionSunset(version = MediaTypes.V2023_02_01, date = "2027-07-01")
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<Page<ClusterView.Of2023>> list2023(
            @PathParam("groupId") String groupId,
            @QueryParam(RETAINED) @Nullable String retained,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        return list(groupId, retained, paging, cluster -> ClusterView.Of2023.of(cluster, self(uri, cluster)));
    }

    @GET
    @Path("/{clusterName}")
    @Produces(MediaTypes.V2024_08_05)
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<ClusterView> get(
            @PathParam("groupId") String groupId, @PathParam("clusterName") String name, @Context UriInfo uri) {
        return service.get(groupId, name).map(cluster -> ClusterView.of(cluster, self(uri, cluster)));
    }

    @GET
    @Path("/{clusterName}")
    @Produces(MediaTypes.V2023_02_01)
    @VersionSunset(version = MediaTypes.V2023_02_01, date = "2027-07-01")
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<ClusterView.Of2023> get2023(
            @PathParam("groupId") String groupId, @PathParam("clusterName") String name, @Context UriInfo uri) {
        return service.get(groupId, name).map(cluster -> ClusterView.Of2023.of(cluster, self(uri, cluster)));
    }

    /** Merges what is sent into the cluster. Turning its customer key on or off needs Project Owner, which the service asks for. */
    @PATCH
    @Path("/{clusterName}")
    @Produces({MediaTypes.V2024_08_05, MediaTypes.V2024_10_23})
    @VersionSunset(version = MediaTypes.V2024_08_05, date = "2027-03-01")
    @Requires(ProjectRole.GROUP_CLUSTER_MANAGER)
    public Uni<ClusterView> patch(
            @PathParam("groupId") String groupId,
            @PathParam("clusterName") String name,
            @NotNull ClusterRequest patch,
            @Context UriInfo uri) {
        return service.patch(groupId, name, patch, caller.get())
                .map(cluster -> ClusterView.of(cluster, self(uri, cluster)));
    }

    @PATCH
    @Path("/{clusterName}")
    @Produces(MediaTypes.V2023_02_01)
    @VersionSunset(version = MediaTypes.V2023_02_01, date = "2027-07-01")
    @Requires(ProjectRole.GROUP_CLUSTER_MANAGER)
    public Uni<ClusterView.Of2023> patch2023(
            @PathParam("groupId") String groupId,
            @PathParam("clusterName") String name,
            @NotNull ClusterRequest patch,
            @Context UriInfo uri) {
        return service.patch(groupId, name, patch, caller.get())
                .map(cluster -> ClusterView.Of2023.of(cluster, self(uri, cluster)));
    }

    /** Whether its shards grow and shrink together or each for itself. */
    @GET
    @Path("/{clusterName}/autoScalingConfiguration")
    @Produces(MediaTypes.V2024_08_05)
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<ScalingView> autoScaling(@PathParam("groupId") String groupId, @PathParam("clusterName") String name) {
        return service.get(groupId, name).map(Cluster::spec).map(ScalingView::of);
    }

    /** Asks for a cluster to be taken down: it reads as DELETING until it is gone. Its snapshots go with it, unless they are to stay. */
    @DELETE
    @Path("/{clusterName}")
    @Produces(MediaTypes.V2023_02_01)
    @ResponseStatus(202)
    @Requires(ProjectRole.GROUP_OWNER)
    public Uni<Map<String, Object>> delete(
            @PathParam("groupId") String groupId,
            @PathParam("clusterName") String name,
            @QueryParam("retainBackups") @Nullable String retainBackups) {
        boolean retain = QueryFlags.read("retainBackups", retainBackups, false);
        return service.delete(groupId, name, retain, caller.get()).replaceWith(Map.of());
    }

    private <T> Uni<Page<T>> list(String groupId, @Nullable String retained, Paging paging, Function<Cluster, T> view) {
        boolean withRetainedBackups = QueryFlags.read(RETAINED, retained, false);
        return clusters.list(groupId, withRetainedBackups, paging).map(slice -> slice.page(paging, view));
    }

    private static String self(UriInfo uri, Cluster cluster) {
        return uri.getBaseUriBuilder()
                .path("/api/atlas/v2/groups/{groupId}/clusters/{name}")
                .build(cluster.groupId(), cluster.name())
                .toString();
    }
}
