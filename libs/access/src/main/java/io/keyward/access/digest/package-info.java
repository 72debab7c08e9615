/**
 * HTTP Digest as the official clients speak it: one challenge, MD5, {@code qop="auth"}. Nonces are signed instead of remembered, so that
 * any replica accepts what another one gave out; what was used is remembered for as long as the nonce lives.
 */
@NullMarked
package io.keyward.access.digest;

import org.jspecify.annotations.NullMarked;
