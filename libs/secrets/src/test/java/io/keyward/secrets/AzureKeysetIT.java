package io.keyward.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.keyward.simulator.azure.AzureAccounts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A keyset that a key of Azure Key Vault encrypted. */
class AzureKeysetIT {
    private static final byte[] SECRET = "hush".getBytes(StandardCharsets.UTF_8);
    private static final String[] WHOEVER_MAY = {
        "azure.tenant-id", AzureAccounts.CUSTOMER_TENANT,
        "azure.application-id", AzureAccounts.ADMINISTRATOR,
        "azure.application-secret", AzureAccounts.ADMINISTRATOR_SECRET
    };

    private static SimulatedKms kms;

    private final String name = "keyset-" + UUID.randomUUID();
    private final String key = newKey(name);
    private final String clear = Sealer.newKeyset();
    private final String encrypted = KeysetTool.run(() -> kms.config(WHOEVER_MAY), clear, "encrypt", key);

    @BeforeAll
    static void startKms() {
        kms = new SimulatedKms();
    }

    @AfterAll
    static void stopKms() {
        kms.close();
    }

    @AfterEach
    void calm() {
        kms.calm();
    }

    @Test
    void opensWhatWasSealedWithTheSameKeysetInClear() {
        // Given
        byte[] sealed = Sealer.of(clear).seal(SECRET, "x");

        // When
        Sealer started = new Sealer(settings());

        // Then
        assertThat(started.open(sealed, "x")).isEqualTo(SECRET);
        assertThat(encrypted).contains("encryptedKeyset").doesNotContain("keyData");
    }

    @Test
    void theKeyMayGetALaterVersion() {
        kms.control("POST", "/azure/vaults/" + AzureAccounts.DEMO_VAULT + "/keys/" + name + "/rotate", "{}");

        assertThat(SealingKeyset.of(settings()).size()).isEqualTo(1);
    }

    @Test
    void refusesWithoutThePermission() {
        refuses(settings(
                        "azure.application-id",
                        AzureAccounts.DEMO_APPLICATION,
                        "azure.application-secret",
                        AzureAccounts.DEMO_APPLICATION_SECRET))
                .contains("Forbidden")
                .contains("Allow the identity that this runs as");
    }

    @Test
    void refusesASecretThatIsNone() {
        refuses(settings("azure.application-secret", "hunter2"))
                .contains("Azure gave no token")
                .contains("an identity at that cloud")
                .doesNotContain("hunter2");
        refuses(settings("azure.tenant-id", "")).contains("keyward.secrets.azure.tenant-id");
    }

    @Test
    void refusesAKeysetOfAnotherKeyAndOneThatWasAltered() {
        refuses(settings("keyset-encrypted-by", newKey("keyset-" + UUID.randomUUID())))
                .contains("Name the key that encrypted");
        refuses(settings("keyset", altered(encrypted))).contains("ut the keyset back as it was");
    }

    @Test
    void refusesWithAKeyThatIsDisabledOrNotThere() {
        kms.control("PATCH", "/azure/vaults/" + AzureAccounts.DEMO_VAULT + "/keys/" + name, "{\"enabled\":false}");

        refuses(settings()).contains("KeyDisabled").contains("Enable that key");
        refuses(settings("keyset-encrypted-by", key.replace(name, "nothing"))).contains("KeyNotFound");
    }

    @Test
    void refusesWhenNobodyAnswers() {
        refuses(settings("azure.endpoint-override", "http://127.0.0.1:1"))
                .contains("Azure did not answer at 127.0.0.1:1")
                .contains("can be reached");
    }

    private AbstractStringAssert<?> refuses(SecretsConfig config) {
        Throwable refusal = catchThrowable(() -> SealingKeyset.of(config));
        assertThat(refusal).isInstanceOf(IllegalStateException.class).hasNoCause();
        return assertThat(refusal.getMessage())
                .contains("keyward.secrets.")
                .doesNotContain(
                        "\n", "encryptedKeyset", encrypted.substring(30, 90), AzureAccounts.ADMINISTRATOR_SECRET);
    }

    private SecretsConfig settings(String... more) {
        List<String> all = new ArrayList<>(List.of(WHOEVER_MAY));
        all.addAll(List.of("keyset", encrypted, "keyset-encrypted-by", key));
        all.addAll(List.of(more));
        return kms.config(all.toArray(String[]::new));
    }

    private static String newKey(String name) {
        String made = kms.control("POST", "/azure/vaults/" + AzureAccounts.DEMO_VAULT + "/keys/" + name, "{}");
        var id = Pattern.compile("\"id\"\\s*:\\s*\"https://([^\"]+)\"").matcher(made);
        assertThat(id.find()).as(made).isTrue();
        return "azure-kv://" + id.group(1);
    }

    /** One character near the end of the ciphertext is another one. */
    private static String altered(String json) {
        var matcher =
                Pattern.compile("\"encryptedKeyset\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        assertThat(matcher.find()).isTrue();
        int place = matcher.end(1) - 12;
        return json.substring(0, place) + (json.charAt(place) == 'A' ? 'B' : 'A') + json.substring(place + 1);
    }
}
