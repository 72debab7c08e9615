package io.keyward.config.access.signing;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.access.Open;
import io.keyward.atlas.MediaTypes;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The public keys of tokens, for anyone. */
@Path("/api/oauth/jwks")
@Produces(MediaTypes.KEYWARD_V1)
@Open
public class JwksResource {
    private final KeySetView keys;

    JwksResource(KeySetView keys) {
        this.keys = keys;
    }

    /** A JSON Web Key Set, good for five minutes. */
    @GET
    public Uni<RestResponse<JsonNode>> get() {
        return keys.published().map(jwks -> ResponseBuilder.ok(jwks)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build());
    }
}
