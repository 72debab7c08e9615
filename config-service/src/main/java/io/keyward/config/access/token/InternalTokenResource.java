package io.keyward.config.access.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.access.peer.PrincipalDocument;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Refusal;
import io.keyward.config.access.signing.KeySetView;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** Tells the other services by which keys tokens are verified, and who is behind one that was. Internal port only. */
@Path("/internal/v1")
@Produces(MediaTypes.KEYWARD_V1)
public class InternalTokenResource {
    private final StoredPrincipals principals;
    private final KeySetView keys;

    InternalTokenResource(StoredPrincipals principals, KeySetView keys) {
        this.principals = principals;
        this.keys = keys;
    }

    /** The account that a token was made for; 404 when it is gone, or that token was revoked. */
    @GET
    @Path("/tokens/{tokenId}")
    public Uni<PrincipalDocument> token(
            @PathParam("tokenId") String tokenId, @QueryParam("clientId") Optional<String> clientId) {
        return principals.token(tokenId, clientId.orElse("")).map(found -> found.map(PrincipalDocument::of)
                .orElseThrow(() -> Refusal.of(ErrorCode.RESOURCE_NOT_FOUND, "tokens/" + tokenId)));
    }

    /** A JSON Web Key Set. */
    @GET
    @Path("/token-keys")
    public Uni<JsonNode> tokenKeys() {
        return keys.published();
    }
}
