package io.keyward.config.validation;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** validation-service's internal port, as it is on the wire. */
@RegisterRestClient(configKey = "validation")
@RegisterProvider(ValidationServiceToken.class)
@Path("/internal/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface ValidationApi {
    @POST
    @Path("/key-checks")
    Uni<KeyAnswer> checkKey(KeyQuestion question);

    @POST
    @Path("/role-checks")
    Uni<RoleAnswer> checkRole(RoleQuestion question);

    @POST
    @Path("/projects/{groupId}/key-checks")
    Uni<RecordedChecks> checkProject(@PathParam("groupId") String groupId);
}
