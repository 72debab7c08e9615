/** From {@code DisableKey} to the last of a hundred clusters told to stop. */
@NullMarked
package io.keyward.local.bench.sweep.stop;

import org.jspecify.annotations.NullMarked;
