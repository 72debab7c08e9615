/**
 * Checking keys of Azure Key Vault: the key's attributes, a decrypt of ciphertext made earlier, an encrypt, each by the vault itself and as the application that the
 * customer configured. {@link io.keyward.validation.provider.azure.AzureKeyChecker} makes the calls, {@link io.keyward.validation.provider.azure.AzureFailures}
 * says what each refusal means.
 */
@NullMarked
package io.keyward.validation.provider.azure;

import org.jspecify.annotations.NullMarked;
