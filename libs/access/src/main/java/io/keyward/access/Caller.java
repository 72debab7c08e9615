package io.keyward.access;

import io.keyward.contracts.Actor;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, as it was when they authenticated.
 *
 * @param id of the API key or service account; of an operator, the subject of its token
 * @param name for people: the public key, the client id, or what an operator's token calls its bearer
 * @param orgId the organisation the credential belongs to; empty for operators
 * @param projectRoles the projects the caller can see, by id, each with the caller's roles in it. A project of the organisation that its
 *     owner sees without being in it is listed with no roles: asking for it is answered 403, not 404
 * @param address remote IP address, absent outside of a request
 */
public record Caller(
        String id,
        Kind kind,
        String name,
        String orgId,
        Set<OrgRole> orgRoles,
        Map<String, Set<ProjectRole>> projectRoles,
        @Nullable String address) {

    /** What kind of credential it is. */
    public enum Kind {
        /** A customer's API key: reaches what its roles allow. */
        API_KEY,
        /** A customer's service account, calling with a token made for it: like an API key. */
        SERVICE_ACCOUNT,
        /** Someone who runs this installation: reaches what is marked {@link ForOperators}. */
        OPERATOR,
        /** The credential of whatever runs the databases: reaches what is marked {@link ForDrivers} and nothing else. */
        DRIVER
    }

    public Caller {
        orgRoles = Set.copyOf(orgRoles);
        projectRoles = Map.copyOf(projectRoles);
    }

    /** Whether the project exists as far as this caller is concerned. */
    public boolean sees(String groupId) {
        return projectRoles.containsKey(groupId);
    }

    /** Whether one of the caller's roles in the project is or includes {@code role}. */
    public boolean has(ProjectRole role, String groupId) {
        return projectRoles.getOrDefault(groupId, Set.of()).stream().anyMatch(held -> held.includes(role));
    }

    /** Whether one of the caller's roles in its organisation is or includes {@code role}. */
    public boolean has(OrgRole role) {
        return orgRoles.stream().anyMatch(held -> held.includes(role));
    }

    /** The caller as the cause of an event. */
    public Actor actor() {
        String type =
                switch (kind) {
                    case API_KEY -> Actor.API_KEY;
                    case SERVICE_ACCOUNT -> Actor.SERVICE_ACCOUNT;
                    case OPERATOR -> Actor.OPERATOR;
                    case DRIVER -> Actor.DRIVER;
                };
        return new Actor(type, id, name, address);
    }
}
