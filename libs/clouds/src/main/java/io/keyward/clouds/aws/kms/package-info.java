/**
 * KMS in its own words: the few calls of an ordinary check, signed by the SDK's signer and sent on the event loop that asks. Everything else goes by the SDK's
 * clients.
 */
@NullMarked
package io.keyward.clouds.aws.kms;

import org.jspecify.annotations.NullMarked;
