package io.keyward.simulator.policy;

import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

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
        boolean account = name.equals(caller.account()) || name.equals("arn:aws:iam::" + caller.account() + ":root");
        return account ? DELEGATED : NONE;
    }
}
