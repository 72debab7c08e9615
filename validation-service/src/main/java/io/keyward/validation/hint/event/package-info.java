/**
 * Where hints arrive, and what follows. The packages of the clouds say of each what it is a {@code Concern} of, and {@code HintIntakeStore} makes that due,
 * once for each event.
 */
@NullMarked
package io.keyward.validation.hint.event;

import org.jspecify.annotations.NullMarked;
