package io.keyward.config.project;

import io.keyward.atlas.MediaTypes;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** Tells the other services whom to write to. Internal port only. */
@Path("/internal/v1/projects/{groupId}/owners")
@Produces(MediaTypes.KEYWARD_V1)
public class OwnersResource {
    private final ProjectService service;

    OwnersResource(ProjectService service) {
        this.service = service;
    }

    /** The owners of a project; 404 when there is no such project. */
    @GET
    public Uni<Owners> get(@PathParam("groupId") String groupId) {
        return service.owners(groupId);
    }
}
