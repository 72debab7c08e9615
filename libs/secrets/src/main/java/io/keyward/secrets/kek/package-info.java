/**
 * Keys that encrypt a keyset (key-encryption keys): what they are called, what they do, and why they did not. Each cloud's own are under {@code provider}.
 */
@NullMarked
package io.keyward.secrets.kek;

import org.jspecify.annotations.NullMarked;
