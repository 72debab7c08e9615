package io.keyward.config.backup.legacy;

import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import io.keyward.atlas.Refusal;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Map;

/** The configurations of legacy backups. There are none, and none can be made: legacy backups do not go together with customer keys. */
@Path("/api/atlas/v2/groups/{groupId}/backupConfigs")
@Produces(MediaTypes.V2023_01_01)
public class LegacyBackupResource {

    @GET
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Page<Object> list(@PathParam("groupId") String groupId, @BeanParam Paging paging) {
        return paging.slice(List.of());
    }

    /** Refused, naming the way to cloud backups. */
    @PATCH
    @Path("/{clusterId}")
    @Requires(ProjectRole.GROUP_BACKUP_MANAGER)
    public Map<String, Object> change(
            @PathParam("groupId") String groupId,
            @PathParam("clusterId") String clusterId,
            @NotNull Map<String, Object> request) {
        throw Refusal.of(ErrorCode.LEGACY_BACKUP_NOT_SUPPORTED);
    }
}
