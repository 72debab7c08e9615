/** When condemning is held, and when the hold ends. Pure: counts, a policy and a time go in. */
@NullMarked
package io.keyward.validation.guard.rules;

import org.jspecify.annotations.NullMarked;
