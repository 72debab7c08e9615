package io.keyward.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.keyward.testkit.Rule;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;

/** A keyset that a key of AWS KMS encrypted. */
class AwsKeysetIT {
    private static final byte[] SECRET = "hush".getBytes(StandardCharsets.UTF_8);

    private static SimulatedKms kms;

    private final String arn = kms.newKey();
    private final String clear = Sealer.newKeyset();
    private final String encrypted = KeysetTool.run(kms::config, clear, "encrypt", "aws-kms://" + arn);

    @BeforeAll
    static void startKms() throws Exception {
        AeadConfig.register();
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
    @Rule("P4")
    void opensWhatWasSealedWithTheSameKeysetInClear(@TempDir Path folder) throws Exception {
        // Given
        byte[] sealed = Sealer.of(clear).seal(SECRET, "x");
        Path file = Files.writeString(folder.resolve("keyset.json"), encrypted);

        // When
        Sealer started = new Sealer(settings("keyset-file", file.toString()));

        // Then
        assertThat(started.open(sealed, "x")).isEqualTo(SECRET);
        assertThat(encrypted).contains("encryptedKeyset").doesNotContain("keyData", "\"value\"");
    }

    @Test
    void readsWhatTinkeyWritesAndWritesWhatTinkeyReads() throws Exception {
        // Given: Tink's own AEAD of AWS does just this
        Aead tinkey = aead();
        KeysetHandle theirs = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        String written = TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(theirs, tinkey, new byte[0]);

        // When
        KeysetHandle read = SealingKeyset.of(settings("keyset", written));
        KeysetHandle ours = TinkJsonProtoKeysetFormat.parseEncryptedKeyset(encrypted, tinkey, new byte[0]);

        // Then
        assertThat(read.equalsKeyset(theirs)).isTrue();
        assertThat(ours.equalsKeyset(TinkJsonProtoKeysetFormat.parseKeyset(clear, InsecureSecretKeyAccess.get())))
                .isTrue();
    }

    @Test
    void anIdentityThatMayDecryptAndNothingElseIsEnough() {
        assertThat(SealingKeyset.of(settings(with(kms.userThatMay("kms:Decrypt"), "keyset", encrypted)))
                        .size())
                .isEqualTo(1);
    }

    @Test
    void refusesWithoutThePermission() {
        refuses(settings(with(kms.userThatMay("kms:Encrypt"), "keyset", encrypted)))
                .contains("AccessDeniedException")
                .contains("kms:Decrypt")
                .contains("Allow the identity that this runs as to use that key");
    }

    @Test
    void refusesWithCredentialsThatAreNone() {
        refuses(settings("keyset", encrypted, "aws.access-key-id", "AKIAKEYWARDPLATFORM0"))
                .contains("InvalidSignatureException")
                .contains("an identity at that cloud");
    }

    @Test
    void refusesAKeysetOfAnotherKey() {
        refuses(settings("keyset", encrypted, "keyset-encrypted-by", "aws-kms://" + kms.newKey()))
                .contains("IncorrectKeyException")
                .contains("Name the key that encrypted the keyset");
    }

    @Test
    void refusesWhatWasAltered() {
        String altered = altered(encrypted);

        refuses(settings("keyset", altered))
                .contains("InvalidCiphertextException")
                .contains("put the keyset back");
    }

    @Test
    void refusesWithAKeyThatIsDisabled() {
        kms.administrator().disableKey(request -> request.keyId(arn));

        refuses(settings("keyset", encrypted)).contains("DisabledException").contains("Enable that key");
    }

    @Test
    void refusesWithAKeyThatIsNotThere() {
        refuses(settings(
                        "keyset",
                        encrypted,
                        "keyset-encrypted-by",
                        "aws-kms://" + arn.replaceAll("[0-9a-f]{4}$", "0000")))
                .contains("NotFoundException");
    }

    @Test
    void refusesWhenNobodyAnswers() {
        refuses(settings("keyset", encrypted, "aws.endpoint", "http://127.0.0.1:1"))
                .contains("AWS KMS did not answer")
                .contains("can be reached");
    }

    @Test
    void refusesWhenTheAnswerDoesNotCome() {
        kms.disturb("{\"service\":\"kms\",\"resource\":\"%s\",\"effect\":\"HANG\"}".formatted(arn));

        refuses(settings("keyset", encrypted, "kms.call-timeout", "1s")).contains("AWS KMS did not answer");
    }

    @Test
    void aShortOutageDoesNoHarm() {
        kms.disturb("{\"service\":\"kms\",\"resource\":\"%s\",\"effect\":\"UNREACHABLE\",\"calls\":3}".formatted(arn));
        kms.disturb("{\"service\":\"kms\",\"resource\":\"%s\",\"effect\":\"THROTTLE\",\"calls\":3}".formatted(arn));

        assertThat(SealingKeyset.of(settings("keyset", encrypted, "kms.patience", "60s"))
                        .size())
                .isEqualTo(1);
    }

    @Test
    void refusesHalfOfStaticCredentials() {
        refuses(settings("keyset", encrypted, "aws.secret-access-key", ""))
                .contains("keyward.secrets.aws.secret-access-key");
    }

    @Test
    void doesNotStartAndSaysWhyOnOneLine() {
        // Given
        SecretsConfig config = settings("keyset", altered(encrypted));

        // Then
        assertThatThrownBy(() -> new Sealer(config).onStart(new StartupEvent(), config))
                .isInstanceOf(ConfigurationException.class)
                .hasNoCause()
                .hasMessageStartingWith("Not started: keyward.secrets.keyset is not decrypted by aws-kms://" + arn
                        + " (keyward.secrets.keyset-encrypted-by): ");
    }

    @Test
    @Rule("P4")
    void anEncryptedKeysetIsRotatedAndNeverInClear() {
        // Given
        String uri = "aws-kms://" + arn;
        String first = tool("", "new", "--encrypted-by", uri);
        String former = tool(first, "--encrypted-by", uri, "list").replace(" primary", "");

        // When
        String added = tool(first, "--encrypted-by", uri, "add");
        String next = tool(added, "--encrypted-by", uri, "list")
                .lines()
                .filter(line -> !line.endsWith("primary"))
                .findFirst()
                .orElseThrow();
        String promoted = tool(added, "--encrypted-by", uri, "promote", next);
        String alone = tool(promoted, "--encrypted-by", uri, "remove", former);

        // Then: each replica reads at its restart what it was given
        Sealer[] steps = {sealer(first), sealer(added), sealer(promoted), sealer(alone)};
        assertThat(List.of(first, added, promoted, alone))
                .allSatisfy(
                        keyset -> assertThat(keyset).contains("encryptedKeyset").doesNotContain("keyData"));
        assertThat(steps[1].open(steps[2].seal(SECRET, "x"), "x")).isEqualTo(SECRET);
        assertThat(steps[2].open(steps[0].seal(SECRET, "x"), "x")).isEqualTo(SECRET);
        assertThat(steps[3].open(steps[2].seal(SECRET, "x"), "x")).isEqualTo(SECRET);
        assertThatThrownBy(() -> steps[3].open(steps[0].seal(SECRET, "x"), "x"))
                .isInstanceOf(UnsealableException.class);
        assertThat(steps[3].current().keyId()).hasToString(next);
    }

    @Test
    void changesTheKeyThatEncrypts() {
        // Given
        String other = kms.newKey();

        // When
        String moved = tool(encrypted, "--encrypted-by", "aws-kms://" + arn, "encrypt", "aws-kms://" + other);

        // Then
        byte[] sealed = Sealer.of(clear).seal(SECRET, "x");
        assertThat(new Sealer(settings("keyset", moved, "keyset-encrypted-by", "aws-kms://" + other)).open(sealed, "x"))
                .isEqualTo(SECRET);
        refuses(settings("keyset", moved)).contains("IncorrectKeyException");
    }

    @Test
    void theToolSaysWhatAServiceWouldSay() {
        assertThatThrownBy(() -> KeysetTool.run(
                        () -> kms.config(kms.userThatMay("kms:Encrypt")), clear, "encrypt", "aws-kms://" + arn))
                .hasMessageContaining("AccessDeniedException")
                .hasMessageContaining("Allow the identity");
        assertThatThrownBy(() -> tool(encrypted, "add")).hasMessageContaining("--encrypted-by aws-kms://");
        assertThatThrownBy(() -> tool(clear, "add", "--encrypted-by", "aws-kms://" + arn))
                .hasMessageContaining("encrypt aws-kms://" + arn);
        assertThatThrownBy(() -> tool(clear, "encrypt", arn)).hasMessageContaining("aws-kms://arn:aws:kms:<region>");
        assertThatThrownBy(() -> tool(clear, "add", "--encrypted-by")).hasMessageContaining("needs a key");
    }

    /** What it says, always on one line, and never with anything of the keyset. */
    private AbstractStringAssert<?> refuses(SecretsConfig config) {
        Throwable refusal = catchThrowable(() -> SealingKeyset.of(config));
        assertThat(refusal).isInstanceOf(IllegalStateException.class).hasNoCause();
        return assertThat(refusal.getMessage())
                .contains("keyward.secrets.")
                .doesNotContain("\n", "encryptedKeyset", encrypted.substring(30, 90), clear.substring(60, 100));
    }

    private static String tool(String keyset, String... args) {
        return KeysetTool.run(kms::config, keyset, args);
    }

    private Sealer sealer(String keyset) {
        return new Sealer(settings("keyset", keyset));
    }

    private SecretsConfig settings(String... more) {
        return kms.config(with(more, "keyset-encrypted-by", encryptedBy(more)));
    }

    private String encryptedBy(String... more) {
        int given = Arrays.asList(more).indexOf("keyset-encrypted-by");
        return given < 0 ? "aws-kms://" + arn : more[given + 1];
    }

    private static String[] with(String[] settings, String... more) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** One character near the end of the ciphertext is another one. */
    private static String altered(String json) {
        var matcher =
                Pattern.compile("\"encryptedKeyset\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        assertThat(matcher.find()).isTrue();
        int place = matcher.end(1) - 12;
        return json.substring(0, place) + (json.charAt(place) == 'A' ? 'B' : 'A') + json.substring(place + 1);
    }

    private Aead aead() {
        return new Aead() {
            @Override
            public byte[] encrypt(byte[] plaintext, byte[] associatedData) {
                return kms.administrator()
                        .encrypt(request -> request.keyId(arn).plaintext(SdkBytes.fromByteArray(plaintext)))
                        .ciphertextBlob()
                        .asByteArray();
            }

            @Override
            public byte[] decrypt(byte[] ciphertext, byte[] associatedData) {
                return kms.administrator()
                        .decrypt(request -> request.keyId(arn).ciphertextBlob(SdkBytes.fromByteArray(ciphertext)))
                        .plaintext()
                        .asByteArray();
            }
        };
    }
}
