package io.keyward.config.encryption;

import io.keyward.access.CurrentCaller;
import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.MediaTypes;
import io.keyward.config.encryption.merge.EncryptionPatch;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** Encryption at rest with customer keys, of a project. */
@Path("/api/atlas/v2/groups/{groupId}/encryptionAtRest")
@Produces(MediaTypes.V2023_01_01)
public class EncryptionResource extends EncryptionOperations {
    EncryptionResource(EncryptionService service, CurrentCaller caller) {
        super(service, caller);
    }

    @GET
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<EncryptionView> get(@PathParam("groupId") String groupId) {
        return read(groupId);
    }

    @PATCH
    @Requires(ProjectRole.GROUP_OWNER)
    public Uni<Object> patch(
            @PathParam("groupId") String groupId,
            @QueryParam("dryRun") Optional<String> dryRun,
            @NotNull EncryptionPatch patch) {
        return change(groupId, patch, dryRun);
    }
}
