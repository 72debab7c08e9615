package io.keyward.config.project.lookup;

import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;

/** The teams of a project: there are none, and clients that look are told so. */
@Path("/api/atlas/v2/groups/{groupId}/teams")
@Produces(MediaTypes.V2023_01_01)
public class TeamsResource {

    @GET
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Page<Object> list(@BeanParam Paging paging) {
        return paging.slice(List.of());
    }
}
