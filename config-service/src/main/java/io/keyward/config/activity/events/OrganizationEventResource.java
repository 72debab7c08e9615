package io.keyward.config.activity.events;

import io.keyward.access.OrgRole;
import io.keyward.access.RequiresOrg;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** The activity log of an organisation: what was done to it and to its people and credentials, outside of its projects. */
@Path("/api/atlas/v2/orgs/{orgId}/events")
@Produces(MediaTypes.V2023_01_01)
public class OrganizationEventResource {
    private final EventService service;

    OrganizationEventResource(EventService service) {
        this.service = service;
    }

    /** Newest first; all, or those of some types or times. */
    @GET
    @RequiresOrg(OrgRole.ORG_OWNER)
    public Uni<Page<EventView>> list(@PathParam("orgId") String orgId, @BeanParam Paging paging, @Context UriInfo uri) {
        return service.list(new Log.OfOrganization(orgId), paging, uri);
    }

    @GET
    @Path("/{eventId}")
    @RequiresOrg(OrgRole.ORG_OWNER)
    public Uni<EventView> get(
            @PathParam("orgId") String orgId, @PathParam("eventId") String eventId, @Context UriInfo uri) {
        return service.find(new Log.OfOrganization(orgId), eventId, uri)
                .map(found ->
                        found.orElseThrow(() -> Refusal.of(ErrorCode.EVENT_NOT_FOUND, eventId, "organization", orgId)));
    }
}
