package io.keyward.config.access.apikey;

import io.keyward.atlas.Link;
import io.keyward.config.access.credential.Credential;
import io.keyward.config.access.project.RoleAssignment;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/**
 * An API key as it is answered.
 *
 * @param privateKey in clear in the answer that creates the key; nothing of it anywhere else
 */
public record ApiKeyView(
        String desc, String id, List<Link> links, String privateKey, String publicKey, List<RoleAssignment> roles) {
    private static final String REDACTED = "********-****-****-************";

    /** As it reads from now on. */
    public static ApiKeyView of(Credential key, UriInfo uri) {
        return of(key, REDACTED, RoleAssignment.of(key), uri);
    }

    /** As it is shown once. */
    public static ApiKeyView shown(Credential key, KeyPair pair, UriInfo uri) {
        return of(key, pair.privateKey(), RoleAssignment.of(key), uri);
    }

    /** As a project sees it. */
    static ApiKeyView within(Credential key, String groupId, UriInfo uri) {
        return of(key, REDACTED, RoleAssignment.within(key, groupId), uri);
    }

    private static ApiKeyView of(Credential key, String privateKey, List<RoleAssignment> roles, UriInfo uri) {
        String self = uri.getBaseUriBuilder()
                .path("/api/keyward/v1/orgs")
                .path(key.orgId())
                .path("apiKeys")
                .path(key.id())
                .build()
                .toString();
        return new ApiKeyView(
                key.settings().description(),
                key.id(),
                List.of(new Link(self, "self")),
                privateKey,
                key.publicName(),
                roles);
    }

    /** Without the private key. */
    @Override
    public String toString() {
        return "ApiKeyView[" + publicKey + "]";
    }
}
