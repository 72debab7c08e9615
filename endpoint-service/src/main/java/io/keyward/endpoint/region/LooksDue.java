package io.keyward.endpoint.region;

/** Told in process when an endpoint becomes due out of turn, so that nobody waits for the next tick. Only a hint: whoever misses it finds it at the tick. */
public record LooksDue() {}
