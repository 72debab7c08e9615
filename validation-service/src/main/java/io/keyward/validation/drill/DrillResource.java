package io.keyward.validation.drill;

import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** What taking a project's key away would do. Changes nothing. */
@Path("/api/keyward/v1/groups/{groupId}/drills")
@Produces(MediaTypes.KEYWARD_V1)
public class DrillResource {
    private final Drills drills;

    DrillResource(Drills drills) {
        this.drills = drills;
    }

    /** Answers what would happen, from the project as it is. */
    @POST
    @Consumes(MediaTypes.KEYWARD_V1)
    @Requires(ProjectRole.GROUP_OWNER)
    public Uni<DrillView> run(@PathParam("groupId") String groupId, @NotNull @Valid DrillRequest request) {
        var region = request.region();
        return drills.run(groupId, request.cloudProvider().name(), region, request.reason())
                .map(found -> found.orElseThrow(() -> Refusal.of(ErrorCode.ENCRYPTION_AT_REST_NOT_ENABLED, groupId)));
    }
}
