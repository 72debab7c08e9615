/**
 * Keyward's story, told by itself in parts: what a tenant does, what follows, and how long it took. Ends with one line that says whether it
 * held.
 */
@NullMarked
package io.keyward.local.demo;

import org.jspecify.annotations.NullMarked;
