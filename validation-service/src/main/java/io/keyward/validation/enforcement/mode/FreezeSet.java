package io.keyward.validation.enforcement.mode;

/** Told in process when enforcement was frozen or let go on, so that nobody waits for the next sweep. Only a hint: the sweep finds the rest. */
public record FreezeSet() {}
