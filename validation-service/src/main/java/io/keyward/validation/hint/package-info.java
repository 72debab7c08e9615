/**
 * Hints from a customer's cloud that something about a key may have changed. A hint is never believed: it makes the keys that it may be about due at once,
 * and the check decides. {@code source} keeps who may send hints, and lets them in by a token of their own; {@code event} takes in what they send, which
 * {@code aws}, {@code azure} and {@code google} read.
 */
@NullMarked
package io.keyward.validation.hint;

import org.jspecify.annotations.NullMarked;
