package io.keyward.config.activity.events;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** The activity log of a project. */
@Path("/api/atlas/v2/groups/{groupId}/events")
@Produces(MediaTypes.V2023_01_01)
public class EventResource {
    private final EventService service;

    EventResource(EventService service) {
        this.service = service;
    }

    /** Newest first; all, or those of some clusters, types or times. */
    @GET
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<Page<EventView>> list(
            @PathParam("groupId") String groupId, @BeanParam Paging paging, @Context UriInfo uri) {
        return service.list(new Log.OfProject(groupId), paging, uri);
    }

    @GET
    @Path("/{eventId}")
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<EventView> get(
            @PathParam("groupId") String groupId, @PathParam("eventId") String eventId, @Context UriInfo uri) {
        return service.find(new Log.OfProject(groupId), eventId, uri)
                .map(found ->
                        found.orElseThrow(() -> Refusal.of(ErrorCode.EVENT_NOT_FOUND, eventId, "project", groupId)));
    }
}
