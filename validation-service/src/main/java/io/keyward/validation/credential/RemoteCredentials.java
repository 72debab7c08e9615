package io.keyward.validation.credential;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.keyward.access.peer.ConfigServiceToken;
import io.keyward.validation.check.Secret;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The credentials as config-service keeps them. */
@DefaultBean
@ApplicationScoped
class RemoteCredentials implements CredentialSource {
    private static final int NOT_FOUND = 404;

    private final CredentialsClient client;

    RemoteCredentials(@RestClient CredentialsClient client) {
        this.client = client;
    }

    @Override
    public Uni<Optional<Secret>> fetch(String groupId, String credentialId) {
        return client.get(groupId, credentialId)
                .map(document -> Optional.of(new Secret(document.secret())))
                .onFailure(failure -> failure instanceof WebApplicationException refused
                        && refused.getResponse().getStatus() == NOT_FOUND)
                .recoverWithItem(Optional.empty());
    }

    /** config-service's internal port. */
    @RegisterRestClient(configKey = "config-service")
    @RegisterProvider(ConfigServiceToken.class)
    @Path("/internal/v1/projects/{groupId}/credentials/{credentialId}")
    interface CredentialsClient {

        /** 404 when the project has no such credential. */
        @GET
        @Produces(MediaType.APPLICATION_JSON)
        Uni<Document> get(@PathParam("groupId") String groupId, @PathParam("credentialId") String credentialId);
    }

    /** What config-service answers. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Document(String credentialId, String groupId, String provider, String secret) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Document[" + credentialId + "]";
        }
    }
}
