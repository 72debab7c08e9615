package io.keyward.validation.check;

import io.smallrye.mutiny.Uni;

/** Checks a role by assuming it. Must be subscribed to on a Vert.x context, and answers on the same one. */
public interface RoleChecker {

    /**
     * Assumes the role anew. A refusal is asked again for a short while, because a role made a moment ago is not known everywhere yet. A failure is a
     * bug of ours.
     *
     * @param groupId the project, which the customer sees in their log
     */
    Uni<RoleCheck> check(String groupId, String roleArn, String externalId);
}
