/**
 * Checking a key by using it. {@link io.keyward.validation.check.KeyChecks} sends each {@link io.keyward.validation.check.KeyRef} to the
 * checker of its cloud and answers a {@link io.keyward.validation.check.KeyCheck}: what was learned, with its evidence. Nothing here decides
 * what follows from it (that is {@code verdict}), and nothing here knows a cloud (that is {@code provider}).
 */
@NullMarked
package io.keyward.validation.check;

import org.jspecify.annotations.NullMarked;
