package io.keyward.access;

import java.util.Map;
import java.util.Set;

/**
 * An API key with all that is needed to recognise its holder and to decide what they may do.
 *
 * @param id identity of the key
 * @param publicKey the user name of HTTP Digest
 * @param orgId the organisation it belongs to
 * @param projectRoles as in {@link Caller#projectRoles}: also lists, with no roles, the projects an organisation owner sees from outside
 * @param ha1 {@link Ha1} of the pair; as good as the private key, hence never printed
 */
public record ApiKey(
        String id,
        Caller.Kind kind,
        String publicKey,
        String orgId,
        Set<OrgRole> orgRoles,
        Map<String, Set<ProjectRole>> projectRoles,
        String ha1) {

    public ApiKey {
        orgRoles = Set.copyOf(orgRoles);
        projectRoles = Map.copyOf(projectRoles);
    }

    /** The holder of this key, calling from {@code address}. */
    public Caller caller(String address) {
        return new Caller(id, kind, publicKey, orgId, orgRoles, projectRoles, address);
    }

    @Override
    public String toString() {
        return "ApiKey[" + publicKey + ", " + kind + ", org " + orgId + "]";
    }
}
