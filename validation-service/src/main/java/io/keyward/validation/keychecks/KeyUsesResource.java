package io.keyward.validation.keychecks;

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

/** How a project's keys stand in each region, and why. */
@Path("/api/keyward/v1/groups/{groupId}/keyUses")
@Produces(MediaTypes.KEYWARD_V1)
public class KeyUsesResource {
    private final KeyUsesStore store;

    KeyUsesResource(KeyUsesStore store) {
        this.store = store;
    }

    /** Each key use, with the evidence that its verdict rests on. */
    @GET
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<Page<KeyUseView>> list(@PathParam("groupId") String groupId, @BeanParam Paging paging) {
        return store.ofProject(groupId).map(paging::slice);
    }
}
