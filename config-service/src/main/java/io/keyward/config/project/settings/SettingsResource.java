package io.keyward.config.project.settings;

import io.keyward.access.CurrentCaller;
import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.MediaTypes;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Map;

/** The switches of a project. They are kept for the clients that manage them; nothing here acts on them. */
@Path("/api/atlas/v2/groups/{groupId}/settings")
@Produces(MediaTypes.V2023_01_01)
public class SettingsResource {
    private final SettingsStore store;
    private final CurrentCaller caller;

    SettingsResource(SettingsStore store, CurrentCaller caller) {
        this.store = store;
        this.caller = caller;
    }

    @GET
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<Map<String, Boolean>> get(@PathParam("groupId") String groupId) {
        return store.get(groupId).map(ProjectSettings::all);
    }

    /** Sets what is sent; answers all of them. */
    @PATCH
    @Requires(ProjectRole.GROUP_OWNER)
    public Uni<Map<String, Boolean>> change(@PathParam("groupId") String groupId, @NotNull SettingsPatch patch) {
        return Detached.run(() -> store.change(
                        groupId,
                        settings -> settings.merge(patch.sent()),
                        caller.get().actor()))
                .map(ProjectSettings::all);
    }
}
