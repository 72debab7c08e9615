package io.keyward.validation.alert.rules;

import io.keyward.validation.alert.condition.Condition;
import java.time.Instant;

/**
 * An alert that there should be: somebody asked to be told of what is so.
 *
 * @param configurationId the alert configuration that asks for it
 * @param opensAt until then the condition has not lasted long enough, and nobody is told
 */
public record Wanted(String configurationId, Condition condition, Instant opensAt) {}
