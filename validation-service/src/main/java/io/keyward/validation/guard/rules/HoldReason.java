package io.keyward.validation.guard.rules;

/** Why condemning is held. */
public enum HoldReason {
    /** More keys of enough organisations are suspect at once than customers ever take away at once. */
    TOO_MANY_SUSPECTS,
    /** Our canary role could not be assumed: what customers' clouds deny us may be our own fault. */
    CANARY_FAILED
}
