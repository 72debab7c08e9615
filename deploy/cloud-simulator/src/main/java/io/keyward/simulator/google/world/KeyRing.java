package io.keyward.simulator.google.world;

import java.time.Instant;

/** A folder of keys in one location. It cannot be deleted, no more than keys can. */
public record KeyRing(RingName name, Instant createdAt) {}
