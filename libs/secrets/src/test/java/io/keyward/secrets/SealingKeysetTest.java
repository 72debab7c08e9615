package io.keyward.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.secrets.kek.KekUri;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of the keyset, as far as no KMS is asked. */
class SealingKeysetTest {
    private static final String ARN = "arn:aws:kms:eu-west-1:111122223333:key/5d0c1a4e-7b3f-4c6d-9e8f-a0b1c2d3e4f5";
    private static final String GOOGLE = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k";
    private static final String ENCRYPTED = "{\"encryptedKeyset\":\"AAAA\"}";

    @Test
    void aKeysetInClearIsReadAsEver() {
        // Given
        String keyset = Sealer.newKeyset();

        // When
        Sealer sealer = new Sealer(config("keyset", keyset));

        // Then
        byte[] sealed = sealer.seal("hush".getBytes(StandardCharsets.UTF_8), "x");
        assertThat(Sealer.of(keyset).open(sealed, "x")).asString().isEqualTo("hush");
    }

    @Test
    void aKeysetInClearIsRefusedWhereAnEncryptedOneIsExpected() {
        String keyset = Sealer.newKeyset();

        assertThatThrownBy(() -> SealingKeyset.of(config("keyset", keyset, "keyset-encrypted-by", "aws-kms://" + ARN)))
                .hasMessageStartingWith("keyward.secrets.keyset does not hold an encrypted keyset")
                .hasMessageContaining("keyward.secrets.keyset-encrypted-by")
                .hasMessageContaining("KeysetTool")
                .hasMessageNotContaining("keyData");
    }

    @Test
    void anEncryptedKeysetIsRefusedWhereOneInClearIsExpected() {
        assertThatThrownBy(() -> SealingKeyset.of(config("keyset", ENCRYPTED)))
                .hasMessageStartingWith("keyward.secrets.keyset holds an encrypted keyset")
                .hasMessageContaining("keyward.secrets.keyset-encrypted-by, aws-kms://")
                .hasMessageNotContaining("AAAA");
    }

    @Test
    void whatCannotEvenBeAKeysetIsNotQuoted() {
        assertThatThrownBy(() -> SealingKeyset.of(config(
                        "keyset",
                        "{\"encryptedKeyset\":\"hunter2!\"}",
                        "keyset-encrypted-by",
                        "aws-kms://" + ARN,
                        "kms.patience",
                        "0s",
                        "aws.endpoint",
                        "http://127.0.0.1:1",
                        "aws.access-key-id",
                        "test",
                        "aws.secret-access-key",
                        "test")))
                .hasMessageStartingWith("keyward.secrets.keyset ")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws-kms://" + ARN,
                "aws-kms://arn:aws-us-gov:kms:us-gov-west-1:111122223333:alias/a/b",
                "gcp-kms://" + GOOGLE
            })
    void knowsKeysAsTinkWritesThem(String uri) {
        assertThat(KekUri.parse(uri).uri()).isEqualTo(uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ARN,
                "aws-kms://" + ARN + "?x=y",
                "aws-kms://arn:aws:kms:eu-west-1:1:key/x",
                "aws-kms://arn:aws:s3:eu-west-1:111122223333:key/x",
                "gcp-kms://" + GOOGLE + "/cryptoKeyVersions/1",
                "gcp-kms://" + GOOGLE + "/../k",
                "https://vault.vault.azure.net/keys/k",
                "azure-kv://vault.vault.azure.net/keys/k",
                "azure-kv://vault.vault.azure.net.example.com/keys/k/0a9b8c7d6e5f40312233445566778899",
                "hcvault://vault/transit/keys/k"
            })
    void refusesKeysThatItDoesNotKnow(String uri) {
        assertThatThrownBy(() -> SealingKeyset.of(config("keyset", ENCRYPTED, "keyset-encrypted-by", uri)))
                .hasMessageStartingWith("keyward.secrets.keyset-encrypted-by names no key of a KMS: ")
                .hasMessageContaining("gcp-kms://projects/<project>");
    }

    @Test
    void whoWeAreIsWhoWeAreElsewhereUnlessItIsSaid() {
        // When
        SecretsConfig config = SimulatedKms.configOf(Map.of(
                "keyward.aws.access-key-id",
                "AKIA",
                "keyward.aws.secret-access-key",
                "s",
                "keyward.aws.endpoint",
                "http://aws"));

        // Then
        assertThat(config.aws().accessKeyId()).contains("AKIA");
        assertThat(config.aws().endpoint()).hasToString("Optional[http://aws]");
        assertThat(config.google().credentials()).isEmpty();
        assertThat(config.google().endpointOverride()).isEmpty();
    }

    private static SecretsConfig config(String... settings) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            all.put("keyward.secrets." + settings[i], settings[i + 1]);
        }
        return SimulatedKms.configOf(all);
    }
}
