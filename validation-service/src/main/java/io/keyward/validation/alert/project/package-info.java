/**
 * What is kept of a project for the sake of its alerts: whether it has had its default configurations, since when its keys are its keys, and when it has to
 * be looked at though nothing happened.
 */
@NullMarked
package io.keyward.validation.alert.project;

import org.jspecify.annotations.NullMarked;
