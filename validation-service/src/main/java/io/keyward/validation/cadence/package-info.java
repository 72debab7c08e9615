/**
 * When keys are checked. Due key uses are claimed in the database, so that replicas share a sweep and a dead one's share comes back; each check runs on a
 * context of its own; {@link io.keyward.validation.cadence.CheckCadence} says when the next one is due.
 */
@NullMarked
package io.keyward.validation.cadence;

import org.jspecify.annotations.NullMarked;
