package io.keyward.endpoint.admission;

import io.keyward.access.peer.ConfigServiceToken;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** config-service's internal port, as it is on the wire. */
@RegisterRestClient(configKey = "admission")
@RegisterProvider(ConfigServiceToken.class)
@Path("/internal/v1/projects/{groupId}/endpoint-admissions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface AdmissionApi {
    @POST
    Uni<Admission> ask(@PathParam("groupId") String groupId, Question question);

    /**
     * The endpoint in question.
     *
     * @param provider {@code AWS}
     * @param region as the provider spells it, for example {@code us-east-1}
     */
    record Question(String provider, String region) {}
}
