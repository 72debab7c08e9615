/**
 * The blast-radius guard. A fault of ours looks like many customers taking their keys away at once, so whoever is about to condemn a key asks here first:
 * the suspects of the whole installation are counted, and the key is held when they are too many
 * ({@link io.keyward.validation.guard.rules.GuardRules}). What is held stops nothing and goes on being checked; operators look, and release or refuse.
 */
@NullMarked
package io.keyward.validation.guard;

import org.jspecify.annotations.NullMarked;
