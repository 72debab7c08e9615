package io.keyward.local.chaos.blow;

import java.time.Instant;

/**
 * A blow that was struck.
 *
 * @param until when its target was there again
 */
public record Struck(Target target, Instant from, Instant until) {}
