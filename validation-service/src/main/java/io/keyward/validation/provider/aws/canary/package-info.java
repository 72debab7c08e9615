/**
 * Whose fault a denial is: our canary role is assumed after it. What becomes of the canary is told to whoever guards condemnations, at a pace that a storm of
 * denials does not change.
 */
@NullMarked
package io.keyward.validation.provider.aws.canary;

import org.jspecify.annotations.NullMarked;
