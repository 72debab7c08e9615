package io.keyward.endpoint.api.overview;

import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import io.keyward.atlas.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** A project's private endpoints on all clouds, and how they are doing. */
@Path("/api/keyward/v1/groups/{groupId}/privateEndpoints")
@Produces(MediaTypes.KEYWARD_V1)
@Requires(ProjectRole.GROUP_READ_ONLY)
public class OverviewResource {
    private final OverviewService service;

    OverviewResource(OverviewService service) {
        this.service = service;
    }

    /** Oldest first, those on their way out included. */
    @GET
    public Uni<Page<EndpointOverview>> list(@PathParam("groupId") String groupId, @BeanParam Paging paging) {
        return service.list(groupId, paging);
    }

    @GET
    @Path("/{endpointId}")
    public Uni<EndpointOverview> get(@PathParam("groupId") String groupId, @PathParam("endpointId") String endpointId) {
        return service.find(groupId, endpointId).map(found -> found.orElseThrow(() -> notFound(groupId, endpointId)));
    }

    private static Refusal notFound(String groupId, String endpointId) {
        return Refusal.of(ErrorCode.RESOURCE_NOT_FOUND, endpointId)
                .withDetail("The project " + groupId + " has no private endpoint with id " + endpointId + ".");
    }
}
