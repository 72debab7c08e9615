package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.e2e.http.Api;
import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.testkit.Rule;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is refused is refused with the right code, changes nothing, and shows nothing of our inside. */
@ExtendWith(Stage.Extension.class)
class BadInputScenario {
    private static final String STRANGER = "5f5f5f5f5f5f5f5f5f5f5f5f";
    private static final String SECRET = "wJalrXUtnFEMI-K7MDENG-bPxRfiCYSCENARIOKEY";

    private final Stage stage;
    private final Api api;
    private Tenant tenant;
    private String encryption;

    BadInputScenario(Stage stage) {
        this.stage = stage;
        api = stage.api();
    }

    @BeforeEach
    void aConfiguredTenant() {
        tenant = Tenant.arrive(stage);
        tenant.configure().expect(200);
        encryption = tenant.project("/encryptionAtRest");
    }

    private record Refusal(String name, int status, String code, String method, String path, String body) {}

    @TestFactory
    @Rule({"C1", "C3", "K1", "R2", "R3"})
    Stream<DynamicTest> isRefusedAndChangesNothing() {
        String keyElsewhere = tenant.keyArn().replace("us-east-1", "eu-west-1");
        String clusters = tenant.project("/clusters");
        String oneMegabyte = "{\"awsKms\":{\"customerMasterKeyID\":\"" + "k".repeat(1 << 20) + "\"}}";
        return Stream.of(
                        patch("malformed JSON", 400, "MALFORMED_JSON", "{\"awsKms\":{\"enabled\":tru"),
                        patch("an unknown region", 400, null, kms("region", "\"MOON_BASE_1\"")),
                        patch("a wrong type", 400, null, kms("enabled", "{\"yes\":1}")),
                        patch("an array for an object", 400, null, "{\"awsKms\":[1,2]}"),
                        patch("an unknown field", 400, null, kms("enabledd", "true")),
                        patch("a field twice", 400, null, "{\"awsKms\":{\"enabled\":true,\"enabled\":false}}"),
                        patch("a key of another region", 400, null, kms("customerMasterKeyID", quoted(keyElsewhere))),
                        patch(
                                "a role that is not ours",
                                404,
                                "CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND",
                                kms("roleId", quoted(STRANGER))),
                        patch("credentials without a role", 400, null, credentials()),
                        patch("a megabyte", 413, null, oneMegabyte),
                        new Refusal("a stranger's project", 404, "GROUP_NOT_FOUND", "GET", group(STRANGER), null),
                        new Refusal("a stranger's PATCH", 404, "GROUP_NOT_FOUND", "PATCH", group(STRANGER), "{"),
                        new Refusal("an id that is none", 404, null, "GET", group("not-an-id"), null),
                        new Refusal("a method that is none", 405, null, "PUT", encryption, "{}"),
                        new Refusal("a path that is none", 404, null, "GET", tenant.project("/nothing"), null),
                        new Refusal("the inside", 404, null, "GET", "/internal/v1/api-keys/x", null),
                        new Refusal(
                                "a shared cluster", 400, null, "POST", clusters, tenant.clusterBody("a", "AWS", "M2")),
                        new Refusal("a cluster without nodes", 400, null, "POST", clusters, "{\"name\":\"a\"}"))
                .map(refusal -> DynamicTest.dynamicTest(refusal.name(), () -> isRefused(refusal)));
    }

    @Test
    @Rule("A5")
    void wrongCredentialsAreRefused() {
        // When
        Reply wrongKey = api.as("nobodyyy", "nothing").get(encryption);
        Reply wrongPassword =
                api.as(stage.stack().addresses().publicKey(), "guessed").get(encryption);
        Reply basic = api.sendOnce("GET", encryption, null, "Basic dXNlcjpwYXNzd29yZA==");
        Reply garbled = api.sendOnce("GET", encryption, null, "Digest nonsense=");
        Reply none = api.sendOnce("GET", encryption, null, null);

        // Then
        assertThat(Stream.of(wrongKey, wrongPassword, basic, garbled, none)).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.header("www-authenticate").orElseThrow()).startsWith("Digest realm=\"MMS Public API\", ");
            assertThat(reply.json().path("error").asInt()).isEqualTo(401);
        });
    }

    @Test
    @Rule("A5")
    void aVersionFromBeforeTheFirstIsNotAcceptable() {
        // When
        Reply early = api.send("GET", encryption, "application/vnd.atlas.2020-01-01+json", null);
        Reply gone = api.send("GET", tenant.project("/clusters"), "application/vnd.atlas.2023-01-01+json", null);

        // Then
        assertThat(early.expect(406).at("/errorCode")).isEqualTo("INVALID_VERSION_DATE");
        assertThat(gone.expect(410).at("/errorCode")).isEqualTo("VERSION_GONE");
    }

    @Test
    @Rule("K2")
    void aClusterNeedsItsProjectEnabledFirst() {
        // Given
        Tenant unconfigured = Tenant.arrive(stage);

        // When
        Reply reply = unconfigured.createCluster("early");

        // Then
        assertThat(reply.expect(400).at("/errorCode")).isEqualTo("ENCRYPTION_AT_REST_NOT_ENABLED");
    }

    @Test
    @Rule({"C2", "V6"})
    void aKeyThatDoesNotWorkIsRefusedWithItsReason() {
        // Given
        Tenant other = Tenant.arrive(stage);
        other.disableKey();

        // When
        Reply disabled = other.configure();
        other.enableKey();
        other.allow("kms:DescribeKey", "kms:Encrypt");
        Reply denied = other.configure();

        // Then
        assertThat(disabled.expect(400).at("/errorCode")).isEqualTo("AWS_KMS_CUSTOMER_MASTER_KEY_NOT_ENABLED");
        assertThat(denied.expect(400).at("/errorCode")).isEqualTo("NO_PERMISSION_TO_ENCRYPT_DECRYPT");
        assertThat(denied.at("/detail")).contains("kms:Decrypt");
        assertThat(other.configuration().path("enabled").asBoolean()).isFalse();
    }

    @Test
    @Rule("P4")
    void nothingSecretIsLogged() {
        // Given
        api.patch(encryption, credentials());
        api.patch(encryption, kms("secretAccessKey", quoted(SECRET)));

        // When
        String logs = stage.logs();

        // Then
        assertThat(logs).isNotEmpty();
        assertThat(logs.contains(stage.privateKey()))
                .as("private key in the logs")
                .isFalse();
        assertThat(logs.contains(stage.ha1())).as("HA1 in the logs").isFalse();
        assertThat(logs.contains(SECRET)).as("secretAccessKey in the logs").isFalse();
        assertThat(logs.contains(stage.stack().credentials().driverPrivateKey()))
                .as("the driver's private key in the logs")
                .isFalse();
    }

    private void isRefused(Refusal refusal) {
        // Given
        JsonNode before = tenant.configuration();

        // When
        Reply reply = api.send(refusal.method(), refusal.path(), refusal.body());

        // Then
        reply.expect(refusal.status());
        JsonNode error = reply.json();
        assertThat(error.path("error").asInt()).isEqualTo(refusal.status());
        assertThat(error.path("errorCode").asText()).matches("[A-Z][A-Z0-9_]+");
        assertThat(reply.header("x-error-code"))
                .hasValue(error.path("errorCode").asText());
        assertThat(error.path("detail").asText()).isNotBlank();
        assertThat(error.path("parameters").isArray()).isTrue();
        assertThat(reply.text()).doesNotContain("io.keyward", "Exception", "\tat ");
        if (refusal.code() != null) {
            assertThat(error.path("errorCode").asText()).isEqualTo(refusal.code());
        }
        assertThat(tenant.configuration()).isEqualTo(before);
    }

    private Refusal patch(String name, int status, String code, String body) {
        return new Refusal(name, status, code, "PATCH", encryption, body);
    }

    private static String group(String id) {
        return "/api/atlas/v2/groups/" + id + "/encryptionAtRest";
    }

    private static String kms(String field, String value) {
        return "{\"awsKms\":{\"" + field + "\":" + value + "}}";
    }

    private static String credentials() {
        return "{\"awsKms\":{\"enabled\":true,\"roleId\":null,\"accessKeyID\":\"AKIASCENARIOSCENARIO\",\"secretAccessKey\":\""
                + SECRET + "\"}}";
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
