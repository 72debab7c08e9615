package io.keyward.config.project.state;

import io.keyward.access.CurrentCaller;
import io.keyward.access.OrgRole;
import io.keyward.access.RequiresOrg;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Refusal;
import io.keyward.config.project.Project;
import io.keyward.config.project.ProjectChangeStore;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a project is ACTIVE. An inactive one keeps what it has, goes on being checked, and gets no new private endpoint. */
@Path("/api/keyward/v1/groups/{groupId}/state")
@Produces(MediaTypes.KEYWARD_V1)
public class ProjectStateResource {
    private static final List<String> STATES = List.of(Project.ACTIVE, Project.INACTIVE);

    private final ProjectChangeStore store;
    private final CurrentCaller caller;
    private final Clock clock;

    ProjectStateResource(ProjectChangeStore store, CurrentCaller caller, Clock clock) {
        this.store = store;
        this.caller = caller;
        this.clock = clock;
    }

    /** The state, as asked for and as answered: {@code ACTIVE} or {@code INACTIVE}. */
    public record State(@Nullable String state) {}

    /** Suspends a project or takes it up again; for owners of its organisation, whether or not they are in the project. */
    @PUT
    @RequiresOrg(OrgRole.ORG_OWNER)
    public Uni<State> put(@PathParam("groupId") String groupId, @NotNull State wanted) {
        String state = require(wanted.state());
        return Detached.run(() -> store.changeState(
                        groupId, state, clock.instant(), caller.get().actor()))
                .replaceWith(new State(state));
    }

    private static String require(@Nullable String state) {
        if (state == null || state.isBlank()) {
            throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, "state");
        }
        if (!STATES.contains(state)) {
            throw Refusal.of(ErrorCode.INVALID_ENUM_VALUE, "state", STATES)
                    .withField("state", "Allowed: " + STATES + ".");
        }
        return state;
    }
}
