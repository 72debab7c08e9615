/** What operators decide about held keys: a released one is checked at once and condemned if the answer is still no, a refused one starts from the beginning. */
@NullMarked
package io.keyward.validation.guard.decision;

import org.jspecify.annotations.NullMarked;
