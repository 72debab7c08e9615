package io.keyward.config.project.closing;

import io.keyward.access.CurrentCaller;
import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.MediaTypes;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The end of projects. */
@Path("/api/atlas/v2/groups")
@Produces(MediaTypes.V2023_01_01)
public class ClosingResource {
    private final ClosingService service;
    private final CurrentCaller caller;

    ClosingResource(ClosingService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    /** Closes a project that has no endpoint, no cluster and no snapshot left. */
    @DELETE
    @Path("/{groupId}")
    @ResponseStatus(202)
    @Requires(ProjectRole.GROUP_OWNER)
    public Uni<Map<String, Object>> close(@PathParam("groupId") String groupId) {
        return service.close(groupId, caller.get()).replaceWith(Map.of());
    }
}
