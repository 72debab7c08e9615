package io.keyward.config.access.apikey;

import io.keyward.access.peer.ApiKeyDocument;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Refusal;
import io.keyward.secrets.Sealer;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** Tells the other services whose an API key is. Internal port only; the hash travels sealed. */
@Path("/internal/v1/api-keys")
@Produces(MediaTypes.KEYWARD_V1)
public class InternalApiKeyResource {
    private final ApiKeyStore store;
    private final Sealer sealer;

    InternalApiKeyResource(ApiKeyStore store, Sealer sealer) {
        this.store = store;
        this.sealer = sealer;
    }

    /** The key with its roles; 404 when there is none. */
    @GET
    @Path("/{publicKey}")
    public Uni<ApiKeyDocument> get(@PathParam("publicKey") String publicKey) {
        return store.find(publicKey).map(found -> found.map(key -> ApiKeyDocument.of(key, sealer))
                .orElseThrow(() -> Refusal.of(ErrorCode.RESOURCE_NOT_FOUND, "api-keys/" + publicKey)));
    }
}
