package io.keyward.config.organization;

import io.keyward.access.Caller;
import io.smallrye.mutiny.Uni;

/** Knows the credentials of an organisation; whoever owns credentials implements it. */
public interface AccessListGuard {

    /**
     * The organisation begins, or ceases, to insist on access lists: in the caller's open transaction, under the organisation's lock.
     *
     * @return fails with 409 when the caller would lock itself out
     */
    Uni<Void> requirementChanges(String orgId, boolean required, Caller caller);
}
