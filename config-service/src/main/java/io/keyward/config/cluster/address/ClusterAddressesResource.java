package io.keyward.config.cluster.address;

import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.MediaTypes;
import io.keyward.config.cluster.store.ClusterSummaryStore;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;

/** Addresses of a project's clusters, for firewalls on either side. */
@Path("/api/atlas/v2/groups/{groupId}/ipAddresses")
@Produces(MediaTypes.V2023_01_01)
public class ClusterAddressesResource {
    private final ClusterSummaryStore clusters;

    ClusterAddressesResource(ClusterSummaryStore clusters) {
        this.clusters = clusters;
    }

    /** Every cluster that is not gone, by name. */
    @GET
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<ClusterAddressesView> get(@PathParam("groupId") String groupId) {
        return clusters.of(List.of(groupId)).map(found -> ClusterAddressesView.of(groupId, found));
    }
}
