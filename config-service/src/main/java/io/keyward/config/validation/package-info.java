/**
 * Client of validation-service's internal API: the few questions that are asked before a change is accepted.
 */
@NullMarked
package io.keyward.config.validation;

import org.jspecify.annotations.NullMarked;
