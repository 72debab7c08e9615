package io.keyward.config.encryption;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.region.AwsRegion;
import io.keyward.config.encryption.store.AdmissionStore.Admission;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** endpoint-service asks before it makes an endpoint. Internal port only; a refusal is the answer that its own caller gets. */
@Path("/internal/v1/projects/{groupId}/endpoint-admissions")
@Produces(MediaTypes.KEYWARD_V1)
public class EndpointAdmissionResource {
    private final Admissions admissions;

    EndpointAdmissionResource(Admissions admissions) {
        this.admissions = admissions;
    }

    /** Admits one endpoint. */
    @POST
    public Uni<Admission.Granted> admit(@PathParam("groupId") String groupId, @Valid @NotNull Request request) {
        if (!request.provider().equals("AWS")) {
            throw Refusal.of(ErrorCode.ENCRYPTION_AT_REST_NOT_ENABLED, groupId)
                    .withDetail("Encryption at rest with a customer key of " + request.provider()
                            + " is not enabled for the project " + groupId + ".");
        }
        return admissions.admit(groupId, AwsRegion.parse(request.region()));
    }

    /**
     * The endpoint in question.
     *
     * @param provider {@code AWS}
     * @param region in either spelling
     */
    public record Request(
            @NotBlank String provider, @NotBlank String region) {}
}
