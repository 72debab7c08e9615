package io.keyward.config.role;

import io.keyward.contracts.Actor;
import io.smallrye.mutiny.Uni;

/** The feature that opens keys with AWS roles, and sees to it that a role in use gets another ARN only if everything still opens. */
public interface AwsRoleUsers extends RoleUsers {
    /** What {@link #verify} answers when nothing depends on the role. */
    long NOTHING = -1;

    /**
     * Proves with the customer's cloud that everything which depends on the role still opens under its new ARN. Called with no session open.
     *
     * @param role as it would be
     * @return the version of what it was proved for, or {@link #NOTHING}; fails with the refusal when it does not open
     */
    Uni<Long> verify(AwsRole role);

    /**
     * Takes a changed ARN over, in the caller's open transaction.
     *
     * @param verified what {@link #verify} answered; fails with a conflict when that is no longer how things are
     */
    Uni<Void> changed(AwsRole role, long verified, Actor actor);
}
