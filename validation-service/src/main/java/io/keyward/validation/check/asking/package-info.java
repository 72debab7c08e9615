/**
 * Asking a key whether it works, as it is done whichever the cloud: {@link io.keyward.validation.check.asking.KeyTrial} makes a cloud's calls in order,
 * {@link io.keyward.validation.check.asking.CallLog} writes them down, {@link io.keyward.validation.check.asking.FindingRules} says what follows from a
 * failure once the cloud has classed it, and {@link io.keyward.validation.check.asking.FindingWords} says it to people, in the cloud's vocabulary.
 */
@NullMarked
package io.keyward.validation.check.asking;

import org.jspecify.annotations.NullMarked;
