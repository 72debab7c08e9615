package io.keyward.config.project.lookup;

import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.MediaTypes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/**
 * Whether the threshold for slow operations is found out rather than fixed. It is, as it is by default with Atlas; answered as a bare JSON
 * boolean.
 */
@Path("/api/atlas/v2/groups/{groupId}/managedSlowMs")
@Produces(MediaTypes.V2023_01_01)
public class ManagedSlowMsResource {

    @GET
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public boolean get() {
        return true;
    }
}
