/**
 * How a row of {@code endpoint} keeps what is more than a value: states, in several columns, and conditions, as JSON in one. What was written in any
 * release is read in every later one.
 */
@NullMarked
package io.keyward.endpoint.registry.column;

import org.jspecify.annotations.NullMarked;
