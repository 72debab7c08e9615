package io.keyward.validation.guard.decision;

/** What an operator may decide about held keys. The names are part of the API. */
public enum Decision {
    /** Customers took them away indeed: each is checked at once, and condemned if the answer is still no. */
    RELEASE,
    /** The answers are not to be believed: what is suspected is forgotten, and the keys are checked on as usual. */
    REFUSE
}
