package io.keyward.config.project.lookup;

import io.keyward.access.CurrentCaller;
import io.keyward.access.ForAnyone;
import io.keyward.atlas.MediaTypes;
import io.keyward.config.project.ProjectService;
import io.keyward.config.project.ProjectView;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** Projects by their names. A class of its own, whose path wins over {@code /groups/{groupId}/clusters}: a project may be called "clusters". */
@Path("/api/atlas/v2/groups/byName/{groupName}")
@Produces(MediaTypes.V2023_01_01)
public class ProjectByNameResource {
    private final ProjectService service;
    private final CurrentCaller caller;

    ProjectByNameResource(ProjectService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    /** The project of that name in the caller's organisation. */
    @GET
    @ForAnyone
    public Uni<ProjectView> get(@PathParam("groupName") String groupName, @Context UriInfo uri) {
        return service.byName(groupName, caller.get()).map(found -> ProjectView.of(found, uri));
    }
}
