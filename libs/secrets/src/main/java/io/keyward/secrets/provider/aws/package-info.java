/** Keysets that a key of AWS KMS encrypts, by AWS's own SDK. */
@NullMarked
package io.keyward.secrets.provider.aws;

import org.jspecify.annotations.NullMarked;
