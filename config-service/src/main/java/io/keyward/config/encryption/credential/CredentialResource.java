package io.keyward.config.encryption.credential;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** Tells validation-service a secret that a key use of its names. Internal port only. */
@Path("/internal/v1/projects/{groupId}/credentials/{credentialId}")
@Produces(MediaTypes.KEYWARD_V1)
public class CredentialResource {
    private final KmsCredentialStore store;

    CredentialResource(KmsCredentialStore store) {
        this.store = store;
    }

    /** The secret; 404 when the project has none of that id. */
    @GET
    public Uni<Document> get(@PathParam("groupId") String groupId, @PathParam("credentialId") String credentialId) {
        return store.find(groupId, credentialId).map(found -> found.map(
                        one -> new Document(one.id(), groupId, one.provider().name(), one.secret()))
                .orElseThrow(() -> Refusal.of(ErrorCode.RESOURCE_NOT_FOUND, "credentials/" + credentialId)));
    }

    /** One secret, in clear: what it opens is asked of the customer's cloud by whoever receives this. */
    public record Document(String credentialId, String groupId, String provider, String secret) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Document[" + credentialId + "]";
        }
    }
}
