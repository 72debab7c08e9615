package io.keyward.config.encryption;

import io.keyward.access.CurrentCaller;
import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.MediaTypes;
import io.keyward.config.encryption.settings.EncryptionPatch;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** Encryption at rest with customer keys, of a project. */
@Path("/api/atlas/v2/groups/{groupId}/encryptionAtRest")
@Produces(MediaTypes.V2023_01_01)
public class EncryptionResource {
    private final EncryptionService service;
    private final CurrentCaller caller;

    EncryptionResource(EncryptionService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<EncryptionView> get(@PathParam("groupId") String groupId) {
        return service.get(groupId);
    }

    @PATCH
    @Requires(ProjectRole.GROUP_OWNER)
    public Uni<EncryptionView> patch(@PathParam("groupId") String groupId, @NotNull EncryptionPatch patch) {
        return service.patch(groupId, patch, caller.get().actor());
    }
}
