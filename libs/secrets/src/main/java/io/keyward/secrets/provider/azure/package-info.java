/** Keysets that a key of Azure Key Vault encrypts, over its REST API. */
@NullMarked
package io.keyward.secrets.provider.azure;

import org.jspecify.annotations.NullMarked;
