package io.keyward.config.cluster;

import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;

/** Flex clusters, of which there are none here: they cannot use customer keys. Clients that list all clusters of a project ask for them. */
@Path("/api/atlas/v2/groups/{groupId}/flexClusters")
@Produces(MediaTypes.V2024_11_13)
public class FlexClusterResource {

    @GET
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Page<Object> list(@PathParam("groupId") String groupId, @BeanParam Paging paging) {
        return paging.slice(List.of());
    }
}
