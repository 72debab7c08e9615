package io.keyward.config.project;

import io.keyward.access.CurrentCaller;
import io.keyward.access.OrgRole;
import io.keyward.access.RequiresOrg;
import io.keyward.atlas.MediaTypes;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.jspecify.annotations.Nullable;

/** Whether a project is ACTIVE. An inactive one keeps what it has, goes on being checked, and gets no new private endpoint. */
@Path("/api/keyward/v1/groups/{groupId}/state")
@Produces(MediaTypes.KEYWARD_V1)
public class ProjectStateResource {
    private final ProjectService service;
    private final CurrentCaller caller;

    ProjectStateResource(ProjectService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    /** The state, as asked for and as answered: {@code ACTIVE} or {@code INACTIVE}. */
    public record State(@Nullable String state) {}

    /** Suspends a project or takes it up again; for owners of its organisation, whether or not they are in the project. */
    @PUT
    @RequiresOrg(OrgRole.ORG_OWNER)
    public Uni<State> put(@PathParam("groupId") String groupId, @NotNull State wanted) {
        return service.changeState(groupId, wanted.state(), caller.get()).map(State::new);
    }
}
