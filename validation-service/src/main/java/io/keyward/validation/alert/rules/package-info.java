/**
 * Which alerts a project should have: pure decisions. {@link io.keyward.validation.alert.rules.AlertRules} tells from the facts which conditions hold,
 * {@link io.keyward.validation.alert.rules.AlertPlanner} compares them with the alerts that are open. Level-triggered, so that what caused the look never
 * matters.
 */
@NullMarked
package io.keyward.validation.alert.rules;

import org.jspecify.annotations.NullMarked;
