package io.keyward.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.keyward.simulator.google.GoogleAccounts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A keyset that a key of Google Cloud KMS encrypted. */
class GoogleKeysetIT {
    private static final byte[] SECRET = "hush".getBytes(StandardCharsets.UTF_8);

    private static SimulatedKms kms;

    private final String key = newKey();
    private final String clear = Sealer.newKeyset();
    private final String encrypted = KeysetTool.run(
            () -> kms.config("google.credentials", GoogleAccounts.demoKeyFile()), clear, "encrypt", "gcp-kms://" + key);

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
    void refusesWithoutThePermission() {
        refuses(settings("google.credentials", GoogleAccounts.platformKeyFile()))
                .contains("PERMISSION_DENIED")
                .contains("Allow the identity that this runs as");
    }

    @Test
    void refusesAnAccountThatIsNone() {
        refuses(settings("google.credentials", GoogleAccounts.demoKeyFile().replace("keyward-demo@", "nobody@")))
                .contains("Google Cloud gave no token")
                .contains("an identity at that cloud");
        refuses(settings("google.credentials", "{\"private_key\":\"hunter2\"}"))
                .contains("keyward.secrets.google.credentials is no key file")
                .doesNotContain("hunter2");
    }

    @Test
    void refusesAKeysetOfAnotherKeyAndOneThatWasAltered() {
        refuses(settings("keyset-encrypted-by", "gcp-kms://" + newKey())).contains("Name the key that encrypted");
        refuses(settings("keyset", altered(encrypted))).contains("put the keyset back as it was");
    }

    @Test
    void refusesWithAKeyThatIsDestroyedOrNotThere() {
        kms.control("PUT", "/google/version-states", """
                {"version":"%s/cryptoKeyVersions/1","state":"DESTROYED"}""".formatted(key));

        refuses(settings()).contains("FAILED_PRECONDITION").contains("Enable that key");
        refuses(settings("keyset-encrypted-by", "gcp-kms://" + key + "x")).contains("key");
    }

    @Test
    void refusesWhenNobodyAnswers() {
        refuses(settings("google.endpoint-override", "http://127.0.0.1:1"))
                .contains("Google Cloud did not answer at 127.0.0.1:1")
                .contains("can be reached");
    }

    @Test
    void aShortOutageDoesNoHarm() {
        kms.disturb(
                "{\"service\":\"cloudkms\",\"resource\":\"%s\",\"effect\":\"UNREACHABLE\",\"calls\":2}".formatted(key));
        kms.disturb("{\"service\":\"cloudkms\",\"effect\":\"THROTTLE\",\"calls\":1}");

        assertThat(SealingKeyset.of(settings("kms.patience", "60s")).size()).isEqualTo(1);
    }

    /** Where there is no key file, whoever runs the pod or machine is asked of its metadata server. */
    @Test
    void isWhoeverThePodIs() throws IOException {
        assertThat(refusalOf(
                        "{\"plaintext\":\"aHVudGVyMg==\",\"plaintextCrc32c\":\"%d\"}".formatted(checksum("hunter2"))))
                .contains("does not hold a Tink keyset")
                .doesNotContain("hunter2");
    }

    @Test
    void refusesAnAnswerThatWasDamaged() throws IOException {
        assertThat(refusalOf(
                        "{\"plaintext\":\"aHVudGVyMg==\",\"plaintextCrc32c\":\"%d\"}".formatted(checksum("hunter3"))))
                .contains("damaged on its way");
        assertThat(refusalOf("{\"plaintext\":\"aHVudGVyMg==\"}")).contains("answered without a plaintext");
    }

    /** What is said when the pod's own account gets this answer. */
    private String refusalOf(String answer) throws IOException {
        List<String> asked = new ArrayList<>();
        HttpServer google = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        google.createContext("/_hosts/metadata.google.internal/", exchange -> {
            asked.add(exchange.getRequestURI().getPath() + " "
                    + exchange.getRequestHeaders().getFirst("Metadata-Flavor"));
            answer(exchange, "{\"access_token\":\"of-the-pod\",\"token_type\":\"Bearer\"}");
        });
        google.createContext("/_hosts/cloudkms.googleapis.com/", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("Authorization"));
            answer(exchange, answer);
        });
        google.start();

        String place = "http://127.0.0.1:" + google.getAddress().getPort();
        Throwable refusal = catchThrowable(
                () -> SealingKeyset.of(settings("google.credentials", "", "google.endpoint-override", place)));
        google.stop(0);
        assertThat(asked)
                .containsExactly(
                        "/_hosts/metadata.google.internal/computeMetadata/v1/instance/service-accounts/default/token Google",
                        "Bearer of-the-pod");
        return refusal.getMessage();
    }

    private static long checksum(String text) {
        CRC32C checksum = new CRC32C();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return checksum.getValue();
    }

    private AbstractStringAssert<?> refuses(SecretsConfig config) {
        Throwable refusal = catchThrowable(() -> SealingKeyset.of(config));
        assertThat(refusal).isInstanceOf(IllegalStateException.class).hasNoCause();
        return assertThat(refusal.getMessage())
                .contains("keyward.secrets.")
                .doesNotContain("\n", "encryptedKeyset", encrypted.substring(30, 90), "PRIVATE KEY", "ya29");
    }

    private SecretsConfig settings(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "keyset",
                encrypted,
                "keyset-encrypted-by",
                "gcp-kms://" + key,
                "google.credentials",
                GoogleAccounts.demoKeyFile()));
        all.addAll(List.of(more));
        return kms.config(all.toArray(String[]::new));
    }

    private static String newKey() {
        String name = GoogleAccounts.DEMO_RING + "/cryptoKeys/key-" + UUID.randomUUID();
        kms.control("POST", "/google/keys", """
                {"name":"%s","users":["serviceAccount:%s"]}""".formatted(name, GoogleAccounts.DEMO_ACCOUNT));
        return name;
    }

    /** One character near the end of the ciphertext is another one. */
    private static String altered(String json) {
        var matcher =
                Pattern.compile("\"encryptedKeyset\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        assertThat(matcher.find()).isTrue();
        int place = matcher.end(1) - 12;
        return json.substring(0, place) + (json.charAt(place) == 'A' ? 'B' : 'A') + json.substring(place + 1);
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
