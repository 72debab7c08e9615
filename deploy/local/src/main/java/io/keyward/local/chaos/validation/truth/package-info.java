/**
 * What really happens to keys and clusters. {@link io.keyward.local.chaos.validation.truth.ActPlan} says what, as a function of the seed; {@link
 * io.keyward.local.chaos.validation.truth.TruthLog} keeps when it was so, and {@link io.keyward.local.chaos.validation.truth.Truth} answers what follows.
 */
@NullMarked
package io.keyward.local.chaos.validation.truth;

import org.jspecify.annotations.NullMarked;
