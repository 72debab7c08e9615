package io.keyward.config.encryption.settings.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Rule("C12")
class AzureKeyNamesTest {
    private static final String VERSION = "78b9134f9bc94fda8027a32b4715bf3f";
    private static final String KEY = "https://test-tf-export.vault.azure.net/keys/test/" + VERSION;

    @ParameterizedTest
    @CsvSource({
        "AZURE,               vault.azure.net",
        "AZURE_CHINA,         vault.azure.cn",
        "AZURE_US_GOVERNMENT, vault.usgovcloudapi.net"
    })
    void eachCloudHasItsOwnHost(AzureEnvironment environment, String hosts) {
        for (AzureEnvironment other : AzureEnvironment.values()) {
            String key = "https://test-tf-export." + hosts + "/keys/test/" + VERSION;

            assertThat(AzureKeyNames.canonical(key, other, "test-tf-export").isPresent())
                    .isEqualTo(other == environment);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                KEY,
                KEY + "/",
                "https://test-tf-export.vault.azure.net:443/keys/test/" + VERSION,
                "https://Test-TF-Export.Vault.Azure.NET/keys/test/" + VERSION,
                "https://test-tf-export.vault.azure.net/keys/test/78B9134F9BC94FDA8027A32B4715BF3F"
            })
    void oneVersionOfAKeyHasOneSpelling(String spelt) {
        assertThat(AzureKeyNames.canonical(spelt, AzureEnvironment.AZURE, "test-tf-export"))
                .contains(KEY);
        assertThat(AzureKeyNames.canonical(spelt, AzureEnvironment.AZURE, "TEST-tf-export"))
                .contains(KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "test",
                "http://test-tf-export.vault.azure.net/keys/test/" + VERSION,
                "https://other.vault.azure.net/keys/test/" + VERSION,
                "https://test-tf-export.vault.azure.net.example.org/keys/test/" + VERSION,
                "https://example.org/test-tf-export.vault.azure.net/keys/test/" + VERSION,
                "https://test-tf-export.vault.azure.net@example.org/keys/test/" + VERSION,
                "https://user@test-tf-export.vault.azure.net/keys/test/" + VERSION,
                "https://test-tf-export.vault.azure.net:8080/keys/test/" + VERSION,
                "https://127.0.0.1/keys/test/" + VERSION,
                "https://test-tf-export.managedhsm.azure.net/keys/test/" + VERSION,
                "https://test-tf-export.vault.azure.net/keys/test",
                "https://test-tf-export.vault.azure.net/keys/test/",
                "https://test-tf-export.vault.azure.net/keys/test/12345",
                "https://test-tf-export.vault.azure.net/keys/test/" + VERSION + "0",
                "https://test-tf-export.vault.azure.net/keys/te.st/" + VERSION,
                "https://test-tf-export.vault.azure.net/secrets/test/" + VERSION,
                "https://test-tf-export.vault.azure.net/keys/../secrets/" + VERSION,
                KEY + "?api-version=7.4",
                KEY + "#here",
                KEY + "\n",
                " " + KEY
            })
    void anythingElseIsNoKeyOfTheVault(String spelt) {
        assertThat(AzureKeyNames.canonical(spelt, AzureEnvironment.AZURE, "test-tf-export"))
                .isEmpty();
    }

    /** A vault whose name had a dot in it could make a host of somebody else's. */
    @ParameterizedTest
    @CsvSource({
        "abc, true",
        "test-tf-export, true",
        "a23456789012345678901234, true",
        "ab, false",
        "a234567890123456789012345, false",
        "1abc, false",
        "-abc, false",
        "abc-, false",
        "a--c, false",
        "a.bc, false",
        "evil.example.org/, false",
        "a_bc, false",
        "äbc, false"
    })
    void vaultsAreNamedAsAzureHasIt(String name, boolean expected) {
        assertThat(AzureKeyNames.isVault(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "r, true",
        "rg-1_(a).b, true",
        "größe, true",
        "rg., false",
        "a/b, false",
        "a b, false",
        "a%2Fb, false",
        "'', false"
    })
    void resourceGroupsAreNamedAsAzureHasIt(String name, boolean expected) {
        assertThat(AzureKeyNames.isResourceGroup(name)).isEqualTo(expected);
        assertThat(AzureKeyNames.isResourceGroup("a".repeat(90))).isTrue();
        assertThat(AzureKeyNames.isResourceGroup("a".repeat(91))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "009774e0-124f-4a69-83e0-ca8cd8acb4e2, true",
        "009774E0-124F-4A69-83E0-CA8CD8ACB4E2, true",
        "009774e0124f4a6983e0ca8cd8acb4e2, false",
        "{009774e0-124f-4a69-83e0-ca8cd8acb4e2}, false",
        "009774e0-124f-4a69-83e0-ca8cd8acb4e, false",
        "009774g0-124f-4a69-83e0-ca8cd8acb4e2, false",
        "string, false"
    })
    void guidsAreSpelledInFull(String value, boolean expected) {
        assertThat(AzureKeyNames.isGuid(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        KEY + ", " + KEY + ", true",
        KEY + ", https://test-tf-export.vault.azure.net/keys/TEST/" + VERSION + ", true",
        KEY + ", https://test-tf-export.vault.azure.net/keys/test/88b9134f9bc94fda8027a32b4715bf3f, false",
        KEY + ", https://test-tf-export.vault.azure.cn/keys/test/" + VERSION + ", false"
    })
    void capitalsMakeNoOtherKey(String name, String other, boolean same) {
        assertThat(AzureKeyNames.isSameKey(name, other)).isEqualTo(same);
    }
}
