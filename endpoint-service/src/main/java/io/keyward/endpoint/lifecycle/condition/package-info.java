/**
 * How an endpoint is doing, in a handful of statements that each hold, do not hold, or are not known: for people and for scripts that wait for one of them.
 * Worked out of the state alone.
 */
@NullMarked
package io.keyward.endpoint.lifecycle.condition;

import org.jspecify.annotations.NullMarked;
