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

/** The same under its old path, which has no versions and which manuals still print. */
@Path("/api/atlas/v1.0/groups/{groupId}/encryptionAtRest")
@Produces(MediaTypes.KEYWARD_V1)
public class EncryptionV1Resource extends EncryptionOperations {
    EncryptionV1Resource(EncryptionService service, CurrentCaller caller) {
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
