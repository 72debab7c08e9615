/** Restarts every replica in order, one after the other, while the API is used all the time; in the end nothing may have failed, and nothing be missing or there twice. */
@NullMarked
package io.keyward.local.chaos.rolling;

import org.jspecify.annotations.NullMarked;
