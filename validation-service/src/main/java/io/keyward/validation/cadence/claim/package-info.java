/**
 * Hands out checks under a lease: what is due and there is room for, claimed and read in one statement. Nothing here decides what there is room for.
 */
@NullMarked
package io.keyward.validation.cadence.claim;

import org.jspecify.annotations.NullMarked;
