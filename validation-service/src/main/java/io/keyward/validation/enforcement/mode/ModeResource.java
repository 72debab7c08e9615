package io.keyward.validation.enforcement.mode;

import io.keyward.access.CurrentCaller;
import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.MediaTypes;
import io.keyward.messaging.Detached;
import io.keyward.validation.Actors;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** Whether a condemned key stops a project's clusters, or only says so. */
@Path("/api/keyward/v1/groups/{groupId}/enforcement")
@Produces(MediaTypes.KEYWARD_V1)
public class ModeResource {
    private final ModeStore store;
    private final CurrentCaller caller;

    ModeResource(ModeStore store, CurrentCaller caller) {
        this.store = store;
        this.caller = caller;
    }

    /** What is set, and what holds. */
    @GET
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<ModeView> mode(@PathParam("groupId") String groupId) {
        return store.view(groupId);
    }

    /** Sets it. Clusters that a key stopped resume when the project observes; those whose key is condemned stop when it enforces. */
    @PUT
    @Consumes(MediaTypes.KEYWARD_V1)
    @Requires(ProjectRole.GROUP_OWNER)
    public Uni<ModeView> set(@PathParam("groupId") String groupId, @NotNull ModeRequest request) {
        var mode = request.wanted();
        var actor = Actors.of(caller.get());
        return Detached.run(() -> store.set(groupId, mode, actor));
    }
}
