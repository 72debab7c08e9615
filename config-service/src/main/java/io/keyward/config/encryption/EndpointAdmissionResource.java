package io.keyward.config.encryption;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.region.Cloud;
import io.keyward.atlas.region.CloudRegion;
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
        Cloud provider = Cloud.find(request.provider())
                .orElseThrow(() -> Refusal.of(ErrorCode.INVALID_PROVIDER, request.provider()));
        CloudRegion region = provider.region(request.region())
                .map(CloudRegion.class::cast)
                .orElseThrow(() -> Refusal.of(ErrorCode.INVALID_REGION, request.region()));
        return admissions.admit(groupId, region);
    }

    /**
     * The endpoint in question.
     *
     * @param provider for example {@code AWS}
     * @param region in either spelling
     */
    public record Request(
            @NotBlank String provider, @NotBlank String region) {}
}
