package io.keyward.validation.alert.rules;

import java.time.Duration;

/**
 * How long something may last before people are told.
 *
 * @param networkDelay for how long a key may go unchecked
 * @param stopUnobservedAfter for how long a stop may go unobserved
 * @param approvalDelay for how long a private endpoint may wait for its approval
 */
public record AlertPolicy(Duration networkDelay, Duration stopUnobservedAfter, Duration approvalDelay) {}
