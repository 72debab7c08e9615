/**
 * What this replica holds of the checks that were handed out: which of them may begin, and what there is room for. {@link Flights} shares the places out
 * among regions, and among the lanes of each.
 */
@NullMarked
package io.keyward.validation.cadence.flight;

import org.jspecify.annotations.NullMarked;
