package io.keyward.access.peer;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Asks config-service whose an API key is. */
@RegisterRestClient(configKey = "config-service")
@RegisterProvider(ConfigServiceToken.class)
@Path("/internal/v1/api-keys")
interface ApiKeyClient {

    /** 404 when there is no such key. */
    @GET
    @Path("/{publicKey}")
    @Produces(MediaType.APPLICATION_JSON)
    Uni<ApiKeyDocument> get(@PathParam("publicKey") String publicKey);
}
