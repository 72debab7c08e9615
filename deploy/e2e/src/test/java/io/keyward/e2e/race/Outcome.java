package io.keyward.e2e.race;

/** Who won a round. */
public enum Outcome {
    CREATED,
    TORN_DOWN,
    NEITHER
}
