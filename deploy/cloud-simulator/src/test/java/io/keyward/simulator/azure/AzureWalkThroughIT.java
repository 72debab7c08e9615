package io.keyward.simulator.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.security.keyvault.keys.KeyClient;
import com.azure.security.keyvault.keys.cryptography.CryptographyClient;
import com.azure.security.keyvault.keys.models.KeyVaultKey;
import org.junit.jupiter.api.Test;

/** What a check does with a key, and what its owner does to it, by the vendor's SDK. */
class AzureWalkThroughIT extends AzureCase {

    @Test
    void aDisabledKeyOpensNothingUntilItIsEnabledAgain() {
        // Given
        CryptographyClient product = clients.cryptography(AzureAccounts.DEMO_KEY_ID, clients.demo());
        KeyClient owner = clients.keys(AzureAccounts.DEMO_VAULT_HOST, clients.administrator());
        byte[] sealed = encrypt(product);
        assertThat(decrypt(product, sealed)).isEqualTo(PROBE);

        // When
        KeyVaultKey key = owner.getKey(AzureAccounts.DEMO_KEY);
        owner.updateKeyProperties(key.getProperties().setEnabled(false));

        // Then
        assertThat(refusal(() -> decrypt(product, sealed))).isEqualTo("403 KeyDisabled");
        assertThat(encrypt(product)).isNotEmpty();
        assertThat(product.getKey().getProperties().isEnabled()).isFalse();
        owner.updateKeyProperties(key.getProperties().setEnabled(true));
        assertThat(decrypt(product, sealed)).isEqualTo(PROBE);
    }

    @Test
    void theProductsOwnApplicationIsLetInWhereItsCustomersWantIt() {
        CryptographyClient product =
                clients.cryptography(AzureAccounts.DEMO_KEY_ID, clients.platform(AzureAccounts.CUSTOMER_TENANT));
        CryptographyClient canary =
                clients.cryptography(AzureAccounts.CANARY_KEY_ID, clients.platform(AzureAccounts.PLATFORM_TENANT));

        assertThat(decrypt(product, encrypt(product))).isEqualTo(PROBE);
        assertThat(decrypt(canary, encrypt(canary))).isEqualTo(PROBE);
    }
}
