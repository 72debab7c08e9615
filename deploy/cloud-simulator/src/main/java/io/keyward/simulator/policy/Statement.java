package io.keyward.simulator.policy;

import java.util.List;
import java.util.Locale;

/**
 * One statement. Empty lists mean "not written", which matches everything of that element.
 *
 * @param actions in lower case: actions are compared without regard to case
 */
record Statement(
        boolean allows,
        List<String> actions,
        List<String> notActions,
        List<String> resources,
        List<String> notResources,
        Principals principals,
        List<Condition> conditions) {

    /** Whom a statement names; in policies attached to an identity it names nobody, which is that identity. */
    record Principals(boolean written, List<String> named, List<String> notNamed) {}

    boolean matches(AccessRequest request) {
        String action = request.action().toLowerCase(Locale.ROOT);
        return (actions.isEmpty() || any(actions, action))
                && (notActions.isEmpty() || !any(notActions, action))
                && (resources.isEmpty() || any(resources, request.resource()))
                && (notResources.isEmpty() || !any(notResources, request.resource()))
                && reaches(request.principal()) != Grant.NONE
                && conditions.stream().allMatch(condition -> condition.holds(request.context()));
    }

    Grant reaches(Principal caller) {
        if (!principals.written()) {
            return Grant.EXACT;
        }
        if (!principals.notNamed().isEmpty()) {
            return Grant.of(principals.notNamed(), caller) == Grant.NONE ? Grant.DIRECT : Grant.NONE;
        }
        return Grant.of(principals.named(), caller);
    }

    private static boolean any(List<String> patterns, String text) {
        return patterns.stream().anyMatch(pattern -> Glob.matches(pattern, text));
    }
}
