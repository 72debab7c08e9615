package io.keyward.access.peer;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Asks config-service whose a credential is, and by which keys tokens are verified. */
@RegisterRestClient(configKey = "config-service")
@RegisterProvider(ConfigServiceToken.class)
@Path("/internal/v1")
@Produces(MediaType.APPLICATION_JSON)
interface PrincipalClient {

    /** 404 when there is no such key. */
    @GET
    @Path("/api-keys/{publicKey}")
    Uni<ApiKeyDocument> apiKey(@PathParam("publicKey") String publicKey);

    /** The account that the token was made for; 404 when it is gone, or the token revoked. */
    @GET
    @Path("/tokens/{tokenId}")
    Uni<PrincipalDocument> token(@PathParam("tokenId") String tokenId, @QueryParam("clientId") String clientId);

    /** A JSON Web Key Set. */
    @GET
    @Path("/token-keys")
    Uni<String> tokenKeys();
}
