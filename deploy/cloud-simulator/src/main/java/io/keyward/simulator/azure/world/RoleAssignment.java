package io.keyward.simulator.azure.world;

import java.util.List;
import java.util.Locale;

/**
 * A role given to a principal.
 *
 * @param scope the id of a subscription, resource group or resource, or of a key in a vault; it goes for all below
 * @param role one of {@link Roles}, or any name when there are actions
 * @param actions what a role of the customer's own allows; empty for a built-in one
 */
public record RoleAssignment(String id, String scope, String principalId, String role, List<String> actions) {

    /** Whether it lets this principal do this there. */
    public boolean allows(String who, String action, String where) {
        return principalId.equals(who) && covers(where) && given().stream().anyMatch(one -> Roles.matches(one, action));
    }

    private boolean covers(String where) {
        String below = where.toLowerCase(Locale.ROOT) + "/";
        return below.startsWith(scope.toLowerCase(Locale.ROOT) + "/");
    }

    private List<String> given() {
        return actions.isEmpty() ? Roles.actions(role) : actions;
    }
}
