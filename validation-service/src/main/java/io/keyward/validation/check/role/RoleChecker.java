package io.keyward.validation.check.role;

import io.smallrye.mutiny.Uni;

/**
 * Checks roles of one cloud by entering. Must be subscribed to on a Vert.x context, and answers on the same one.
 *
 * @param <R> roles of that cloud
 */
public interface RoleChecker<R extends RoleRef> {

    /**
     * Enters anew. A refusal is asked again for a short while, because a role made a moment ago is not known everywhere yet. A failure is a bug of
     * ours.
     */
    Uni<RoleCheck> check(R role);
}
