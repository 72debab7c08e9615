package io.keyward.simulator.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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

    /** How far a statement's principal element reaches a caller; the stronger arm comes later. */
    enum Grant {
        /** Somebody else. */
        NONE,
        /** The caller's account as a whole: its administrators decide by identity-based policies. */
        DELEGATED,
        /** Everyone, or the role whose session the caller is. */
        DIRECT,
        /** Exactly the caller, by its own ARN. */
        EXACT;

        static Grant of(Collection<String> named, Principal caller) {
            return named.stream()
                    .map(name -> of(name, caller))
                    .max(Comparator.naturalOrder())
                    .orElse(NONE);
        }

        private static Grant of(String name, Principal caller) {
            @Nullable String role = caller.roleArn();
            if (name.equals(caller.arn())) {
                return EXACT;
            }
            if (name.equals("*") || name.equals(role)) {
                return DIRECT;
            }
            boolean account =
                    name.equals(caller.account()) || name.equals("arn:aws:iam::" + caller.account() + ":root");
            return account ? DELEGATED : NONE;
        }
    }

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
