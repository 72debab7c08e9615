package io.keyward.config.access.token;

import io.keyward.access.peer.ApiKeyDocument;
import io.keyward.access.principal.Principals;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Refusal;
import io.keyward.secrets.Sealer;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** Tells the other services whose an API key is. Internal port only; the hashes travel sealed. */
@Path("/internal/v1/api-keys")
@Produces(MediaTypes.KEYWARD_V1)
public class InternalApiKeyResource {
    private final Principals principals;
    private final Sealer sealer;

    InternalApiKeyResource(Principals principals, Sealer sealer) {
        this.principals = principals;
        this.sealer = sealer;
    }

    /** The key with its roles and its access list; 404 when there is none. */
    @GET
    @Path("/{publicKey}")
    public Uni<ApiKeyDocument> get(@PathParam("publicKey") String publicKey) {
        return principals.apiKey(publicKey).map(found -> found.map(key -> ApiKeyDocument.of(key, sealer))
                .orElseThrow(() -> Refusal.of(ErrorCode.RESOURCE_NOT_FOUND, "api-keys/" + publicKey)));
    }
}
