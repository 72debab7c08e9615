package io.keyward.config.cluster.container;

import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.region.Cloud;
import io.keyward.config.cluster.store.ClusterSummaryStore;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** Network containers of a project in one cloud. */
@Path("/api/atlas/v2/groups/{groupId}/containers")
@Produces(MediaTypes.V2023_01_01)
public class ContainerResource {
    private final ClusterSummaryStore clusters;

    ContainerResource(ClusterSummaryStore clusters) {
        this.clusters = clusters;
    }

    /** One for every region in which the project has nodes. */
    @GET
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<Page<ContainerView>> list(
            @PathParam("groupId") String groupId,
            @QueryParam("providerName") @DefaultValue("AWS") String providerName,
            @BeanParam Paging paging) {
        Cloud cloud = Cloud.find(providerName).orElseThrow(() -> Refusal.of(ErrorCode.INVALID_PROVIDER, providerName)
                .withDetail(providerName + " is not a cloud provider. Allowed: AWS, AZURE, GCP."));
        return clusters.of(List.of(groupId))
                .map(found -> found.stream()
                        .flatMap(cluster -> cluster.spec().places().stream())
                        .toList())
                .map(places -> paging.slice(ContainerRules.of(groupId, cloud, places)));
    }
}
