package io.keyward.access.principal;

import io.keyward.access.Caller;
import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import java.util.Map;
import java.util.Set;

/**
 * Someone who may call, as far as authorization needs to know them.
 *
 * @param id identity of the API key or of the service account; of an operator, the subject of its token
 * @param name for people: the public key, the client id, or what an operator's token calls its bearer
 * @param orgId the organisation it belongs to; empty for operators, who belong to none
 * @param projectRoles as in {@link Caller#projectRoles}: also lists, with no roles, the projects an organisation owner sees from outside
 * @param accessList from where it may call
 */
public record Principal(
        String id,
        Caller.Kind kind,
        String name,
        String orgId,
        Set<OrgRole> orgRoles,
        Map<String, Set<ProjectRole>> projectRoles,
        AccessList accessList) {

    public Principal {
        orgRoles = Set.copyOf(orgRoles);
        projectRoles = Map.copyOf(projectRoles);
    }

    /** Whether the project exists as far as this principal is concerned. */
    public boolean sees(String groupId) {
        return projectRoles.containsKey(groupId);
    }

    /** This principal, calling from {@code address}. */
    public Caller caller(String address) {
        return new Caller(id, kind, name, orgId, orgRoles, projectRoles, address);
    }
}
