package io.keyward.validation.history;

/** Why a check was made. */
public enum Occasion {
    /** Its turn had come. */
    SCHEDULED,
    /** An earlier check said that the key was taken away, and another has to agree. */
    CONFIRMING,
    /** Something outside said that the key may have changed. */
    HINTED,
    /** Somebody asked. */
    ON_DEMAND
}
