package io.keyward.validation.keychecks;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Refusal;
import io.keyward.messaging.Detached;
import io.keyward.validation.Actors;
import io.keyward.validation.cadence.OnDemandChecks;
import io.keyward.validation.keychecks.KeyCheckView.Results;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** For config-service: a recorded check of a project's keys, now. 404 until the project's configuration has arrived here. */
@Path("/internal/v1/projects/{groupId}/key-checks")
@Produces(MediaTypes.KEYWARD_V1)
public class ProjectKeyChecksResource {
    private final OnDemandChecks checks;

    ProjectKeyChecksResource(OnDemandChecks checks) {
        this.checks = checks;
    }

    @POST
    public Uni<Results> check(@PathParam("groupId") String groupId) {
        return Detached.run(() -> checks.checkProject(groupId, Actors.SELF)).map(records -> {
            if (records.isEmpty()) {
                throw Refusal.of(ErrorCode.RESOURCE_NOT_FOUND, "/internal/v1/projects/" + groupId + "/key-checks")
                        .withDetail("No key use of the project " + groupId + " is known here yet.");
            }
            return Results.of(records);
        });
    }
}
