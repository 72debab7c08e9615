package io.keyward.validation.provider.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.check.KeyAccess.AzureApplication;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AzureTargetTest {

    @ParameterizedTest
    @Rule("C12")
    @CsvSource({
        "AZURE,               my-vault, https://my-vault.vault.azure.net/keys/key/0123456789abcdef0123456789abcdef",
        "AZURE,               My-Vault, https://my-vault.vault.azure.net/keys/key/0123456789abcdef0123456789abcdef",
        "AZURE,               my-vault, https://my-vault.vault.azure.net:443/keys/key/0123456789abcdef0123456789abcdef/",
        "AZURE_CHINA,         my-vault, https://my-vault.vault.azure.cn/keys/key/0123456789abcdef0123456789abcdef",
        "AZURE_US_GOVERNMENT, my-vault, https://my-vault.vault.usgovcloudapi.net/keys/key/0123456789abcdef0123456789abcdef",
    })
    void asksTheConfiguredVaultOfTheConfiguredCloud(String environment, String vault, String key) {
        assertThat(target(environment, vault, key)).isInstanceOf(AzureTarget.Key.class);
    }

    /** Nobody is asked whom a customer invented. */
    @ParameterizedTest
    @Rule("C12")
    @CsvSource({
        "AZURE,       my-vault, https://other.vault.azure.net/keys/key/0123456789abcdef0123456789abcdef",
        "AZURE,       my-vault, https://my-vault.vault.azure.cn/keys/key/0123456789abcdef0123456789abcdef",
        "AZURE,       my-vault, https://my-vault.vault.azure.net.evil.example/keys/key/0123456789abcdef0123456789abcdef",
        "AZURE,       my-vault, https://evil.example/my-vault.vault.azure.net/keys/key/0123456789abcdef0123456789abcdef",
        "AZURE,       my-vault, https://my-vault.vault.azure.net@evil.example/keys/key/0123456789abcdef0123456789abcdef",
        "AZURE,       my-vault, https://my-vault.vault.azure.net:8443/keys/key/0123456789abcdef0123456789abcdef",
        "AZURE,       my-vault, http://my-vault.vault.azure.net/keys/key/0123456789abcdef0123456789abcdef",
        "AZURE,       my-vault, https://my-vault.vault.azure.net/keys/key",
        "AZURE,       my-vault, https://my-vault.vault.azure.net/keys/key/1?x=y",
        "AZURE,       my-vault, https://my-vault.vault.azure.net/secrets/key/1",
        "AZURE,       evil.example/x, https://evil.example/x.vault.azure.net/keys/key/1",
        "AZURE_MOON,  my-vault, https://my-vault.vault.azure.net/keys/key/1",
    })
    void asksNobodyElse(String environment, String vault, String key) {
        assertThat(target(environment, vault, key)).isInstanceOf(AzureTarget.Refused.class);
    }

    private static AzureTarget target(String environment, String vault, String key) {
        var access =
                new AzureApplication(environment, "tenant", "client", "credential", "subscription", "group", vault);
        return AzureTarget.of(AzureKeyOwner.key(key, access, null));
    }
}
