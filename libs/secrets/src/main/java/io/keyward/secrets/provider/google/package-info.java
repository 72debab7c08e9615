/** Keysets that a key of Google Cloud KMS encrypts, over its REST API. */
@NullMarked
package io.keyward.secrets.provider.google;

import org.jspecify.annotations.NullMarked;
