package io.keyward.config.encryption.usage;

import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** The keys of a project, and what is under each of them. */
@Path("/api/keyward/v1/groups/{groupId}/keys")
@Produces(MediaTypes.KEYWARD_V1)
@Requires(ProjectRole.GROUP_READ_ONLY)
public class KeyResource {
    private final KeyUsageService service;

    KeyResource(KeyUsageService service) {
        this.service = service;
    }

    @GET
    public Uni<Page<KeyView>> list(@PathParam("groupId") String groupId, @BeanParam Paging paging) {
        return service.list(groupId).map(paging::slice);
    }

    /** May this key be deleted? {@code key} is our id, the id at its provider, or its full name with slashes written as {@code %2F}. */
    @GET
    @Path("/{key}/usage")
    public Uni<KeyUsage> usage(@PathParam("groupId") String groupId, @PathParam("key") String key) {
        return service.usage(groupId, key);
    }
}
