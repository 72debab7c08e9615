package io.keyward.validation.guard.rules;

/** What the guard does with keys that are to be condemned. */
public enum GuardState {
    /** It lets them, unless there is a reason to hold. */
    CLEAR,
    /** It holds every one of them until an operator decides. */
    HOLDING
}
