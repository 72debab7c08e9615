package io.keyward.endpoint.api;

import io.keyward.access.CurrentCaller;
import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Private endpoints of a project, one for each region. */
@Path("/api/atlas/v2/groups/{groupId}/encryptionAtRest/{cloudProvider}/privateEndpoints")
@Produces(MediaTypes.V2023_01_01)
@Requires(ProjectRole.GROUP_OWNER)
public class EndpointResource {
    private final EndpointService service;
    private final CurrentCaller caller;

    EndpointResource(EndpointService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    /** Asks for an endpoint: it reads as INITIATING until it stands or has failed. */
    @POST
    @ResponseStatus(202)
    public Uni<EndpointView> create(
            @PathParam("groupId") String groupId,
            @PathParam("cloudProvider") String provider,
            @NotNull EndpointRequest request) {
        return service.create(groupId, provider, request, caller.get().actor());
    }

    @GET
    public Uni<Page<EndpointView>> list(
            @PathParam("groupId") String groupId,
            @PathParam("cloudProvider") String provider,
            @BeanParam Paging paging) {
        return service.list(groupId, provider, paging);
    }

    @GET
    @Path("/{endpointId}")
    public Uni<EndpointView> get(
            @PathParam("groupId") String groupId,
            @PathParam("cloudProvider") String provider,
            @PathParam("endpointId") String endpointId) {
        return service.get(groupId, provider, endpointId);
    }

    /** Asks for an endpoint to be taken down, whatever its state: it reads as DELETING until it is gone. A body says nothing and is not read. */
    @DELETE
    @Path("/{endpointId}")
    public Uni<Void> delete(
            @PathParam("groupId") String groupId,
            @PathParam("cloudProvider") String provider,
            @PathParam("endpointId") String endpointId) {
        return service.delete(groupId, provider, endpointId, caller.get().actor());
    }
}
