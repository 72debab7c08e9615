package io.keyward.simulator.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.StatusCode;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.cloud.kms.v1.CryptoKey;
import com.google.cloud.kms.v1.CryptoKeyName;
import com.google.cloud.kms.v1.CryptoKeyVersion;
import com.google.cloud.kms.v1.CryptoKeyVersion.CryptoKeyVersionState;
import com.google.cloud.kms.v1.KeyAccessJustificationsPolicy;
import com.google.cloud.kms.v1.KeyManagementServiceClient;
import com.google.iam.v1.Policy;
import com.google.protobuf.ByteString;
import com.google.protobuf.util.FieldMaskUtil;
import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which Google refuses a key that was used a moment ago, with the words by which a client tells them apart. */
class GoogleAnswersIT extends GoogleCase {

    private static final String PROJECT = "/google/projects/customer-keys";

    /** So it has come as well, with the status of a dead key and without any details. */
    private static final String API_DISABLED = """
            {"service":"cloudkms","effect":"FAIL","code":"FAILED_PRECONDITION",
             "message":"Google Cloud KMS API has not been used in this project before, or it is disabled."}""";

    /** What happens to a key, and what its next decryption is answered. */
    static Stream<Arguments> refusals() {
        return Stream.of(
                row(
                        "PERMISSION_DENIED SERVICE_DISABLED",
                        "has not been used in project 411122223333",
                        key -> control("PUT", PROJECT, "{\"cloudKms\":false}")),
                row(
                        "PERMISSION_DENIED IAM_PERMISSION_DENIED",
                        "(or it may not exist)",
                        key -> administrator.setIamPolicy(CryptoKeyName.parse(key), Policy.getDefaultInstance())),
                row(
                        "PERMISSION_DENIED SECURITY_POLICY_VIOLATED",
                        "vpcServiceControlsUniqueIdentifier: ",
                        key -> control("PUT", PROJECT, "{\"perimeter\":[]}")),
                row("PERMISSION_DENIED", "Key Access Justifications", GoogleAnswersIT::allowNoReason),
                row(
                        "RESOURCE_EXHAUSTED RATE_LIMIT_EXCEEDED",
                        "Cryptographic requests",
                        key -> control("PUT", PROJECT, "{\"exhausted\":[\"CRYPTO\"]}")),
                row("RESOURCE_EXHAUSTED RATE_LIMIT_EXCEEDED", "Cryptographic requests", key -> disturb("THROTTLE", "")),
                row("INTERNAL", "", key -> disturb("FAIL", "INTERNAL")),
                row("ABORTED", "", key -> disturb("FAIL", "ABORTED")),
                row("DEADLINE_EXCEEDED", "", key -> disturb("FAIL", "DEADLINE_EXCEEDED")),
                row("UNAVAILABLE", "", key -> disturb("FAIL", "UNAVAILABLE")),
                row(
                        "PERMISSION_DENIED BILLING_DISABLED",
                        "requires billing",
                        key -> control("PUT", PROJECT, "{\"billing\":false}")),
                row(
                        "PERMISSION_DENIED CONSUMER_INVALID",
                        "has been deleted",
                        key -> control("PUT", PROJECT, "{\"active\":false}")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("refusals")
    void aKeyIsRefused(String code, String text, Consumer<String> happening) {
        // Given
        String key = newKey();
        ByteString sealed = product.encrypt(key, DATA).getCiphertext();

        // When
        happening.accept(key);

        // Then
        JsonNode error = refusal(() -> product.decrypt(key, sealed));
        assertThat(error.path("message").asText()).contains(text);
        assertThat(code(() -> product.decrypt(key, sealed))).isEqualTo(code);
        calm();
        boolean lasting = Stream.of("IAM", "KEY_").anyMatch(code::contains) || text.contains("Justifications");
        if (!lasting) {
            assertThat(product.decrypt(key, sealed).getPlaintext()).isEqualTo(DATA);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DESTROYED",
                "PENDING_GENERATION",
                "PENDING_IMPORT",
                "IMPORT_FAILED",
                "GENERATION_FAILED",
                "PENDING_EXTERNAL_DESTRUCTION",
                "EXTERNAL_DESTRUCTION_FAILED"
            })
    void aVersionIsOnlyUsedWhenItIsEnabled(String state) {
        // Given
        String key = newKey();
        ByteString sealed = product.encrypt(key, DATA).getCiphertext();

        // When
        bring(key, state);

        // Then
        assertThat(product.getCryptoKeyVersion(key + "/cryptoKeyVersions/1")
                        .getState()
                        .name())
                .isEqualTo(state);
        JsonNode error = refusal(() -> product.decrypt(key, sealed));
        assertThat(error.path("code").asInt()).isEqualTo(400);
        assertThat(error.path("message").asText())
                .isEqualTo(key + "/cryptoKeyVersions/1 is not enabled, current state is: " + state + ".");
        assertThat(code(() -> product.decrypt(key, sealed))).isEqualTo("FAILED_PRECONDITION KEY_" + state);
        assertThat(code(() -> product.encrypt(key, DATA))).isEqualTo("FAILED_PRECONDITION KEY_" + state);
    }

    @Test
    void aDestroyedVersionWhoseMaterialWasImportedSaysSo() {
        // Given
        String version = newKey() + "/cryptoKeyVersions/1";

        // When
        control(
                "PUT",
                "/google/version-states",
                "{\"version\":\"" + version + "\",\"state\":\"DESTROYED\",\"reimportEligible\":true}");

        // Then
        assertThat(product.getCryptoKeyVersion(version).getReimportEligible()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNAVAILABLE", "DEADLINE_EXCEEDED"})
    void anExternalKeyManagerFails(String outage) {
        // Given
        String key = newKey("ENCRYPT_DECRYPT", "EXTERNAL_VPC");
        ByteString sealed = product.encrypt(key, DATA).getCiphertext();

        // When
        control("PUT", "/google/outages", "{\"key\":\"" + key + "\",\"outage\":\"" + outage + "\"}");

        // Then
        assertThat(code(() -> product.decrypt(key, sealed))).isEqualTo(outage);
        control("PUT", "/google/outages", "{\"key\":\"" + key + "\"}");
        assertThat(product.decrypt(key, sealed).getPlaintext()).isEqualTo(DATA);
    }

    @Test
    void whatIsNotThereIsNotFoundByThoseWhoMayLookOnly() {
        String key = newKey();
        String none = GoogleAccounts.DEMO_RING + "/cryptoKeys/none";

        assertThat(code(() -> product.getCryptoKeyVersion(key + "/cryptoKeyVersions/9")))
                .isEqualTo("NOT_FOUND");
        assertThat(code(() -> product.encrypt(none, DATA))).isEqualTo("PERMISSION_DENIED IAM_PERMISSION_DENIED");
        assertThat(code(() -> administrator.getCryptoKey(none))).isEqualTo("NOT_FOUND");
        assertThat(code(() -> administrator.getCryptoKey(none.replace("us-east4", "us-east1"))))
                .isEqualTo("NOT_FOUND");
        assertThat(code(() -> administrator.getCryptoKey(none.replace("customer-keys", "nobodys"))))
                .isEqualTo("PERMISSION_DENIED IAM_PERMISSION_DENIED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ASYMMETRIC_SIGN", "ASYMMETRIC_DECRYPT", "RAW_ENCRYPT_DECRYPT", "MAC"})
    void aKeyOfAnotherPurposeDoesNotEncrypt(String purpose) {
        String key = newKey(purpose, "SOFTWARE");

        assertThat(code(() -> product.encrypt(key, DATA))).isEqualTo("INVALID_ARGUMENT");
        assertThat(product.getCryptoKey(key).hasPrimary()).isFalse();
    }

    @Test
    void ciphertextOfAnotherKeyIsRefused() {
        // Given
        String key = newKey();
        String other = newKey();

        // When
        ByteString sealed = product.encrypt(other, DATA).getCiphertext();

        // Then
        assertThat(refusal(() -> product.decrypt(key, sealed)).path("message").asText())
                .isEqualTo("Decryption failed: verify that 'name' refers to the correct CryptoKey.");
        assertThat(code(() -> product.decrypt(key, DATA))).isEqualTo("INVALID_ARGUMENT");
    }

    @Test
    void aTokenThatWasNeverIssuedIsRefused() {
        AccessToken forged = AccessToken.newBuilder()
                .setTokenValue("ya29.forged-and-long-enough-to-have-a-seal-which-it-has-not-of-course")
                .setExpirationTime(Date.from(Instant.now().plusSeconds(3600)))
                .build();
        try (KeyManagementServiceClient stranger = google.kms(GoogleCredentials.create(forged))) {
            // The client would ask for another token, since it is told that this one is no good, and has no way to get
            // one.
            assertThatThrownBy(() -> stranger.getCryptoKey(GoogleAccounts.DEMO_KEY))
                    .hasStackTraceContaining("does not support refreshing the access token");
        }
        String version = "/_hosts/cloudkms.googleapis.com/v1/" + GoogleAccounts.DEMO_KEY_VERSION;
        assertThat(send("GET", version, "").body()).contains("CREDENTIALS_MISSING");
        assertThat(send("GET", version, "", "Authorization", "Bearer ya29.forged")
                        .body())
                .contains("ACCESS_TOKEN_TYPE_UNSUPPORTED");
        assertThat(send("GET", version, "", "Authorization", "Bearer anybody").statusCode())
                .isEqualTo(200);
        assertThat(send("GET", "/_hosts/cloudkms.googleapis.com/v1/else", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aTokenDiesWithItsAccount() {
        // Given
        String account = "/google/service-accounts/" + GoogleAccounts.DEMO_ACCOUNT;
        String version = "/_hosts/cloudkms.googleapis.com/v1/" + GoogleAccounts.DEMO_KEY_VERSION;
        product.getCryptoKey(GoogleAccounts.DEMO_KEY);

        // When
        control("PUT", account, "{\"state\":\"DISABLED\"}");
        ApiException refused = catchThrowableOfType(
                ApiException.class, () -> product.getCryptoKeyVersion(GoogleAccounts.DEMO_KEY_VERSION));
        control("PUT", account, "{\"state\":\"ENABLED\"}");

        // Then
        assertThat(refused.getStatusCode().getCode()).isEqualTo(StatusCode.Code.UNAUTHENTICATED);
        assertThat(product.getCryptoKey(GoogleAccounts.DEMO_KEY).getName()).isEqualTo(GoogleAccounts.DEMO_KEY);
        assertThat(send("GET", version, "").headers().firstValue("www-authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).contains("invalid_token"));
    }

    private static Arguments row(String code, String text, Consumer<String> happening) {
        return Arguments.of(code, text, happening);
    }

    private static void switchOff(String key) {
        CryptoKeyVersion version = CryptoKeyVersion.newBuilder()
                .setName(key + "/cryptoKeyVersions/1")
                .setState(CryptoKeyVersionState.DISABLED)
                .build();
        administrator.updateCryptoKeyVersion(version, FieldMaskUtil.fromString("state"));
    }

    private static void allowNoReason(String key) {
        administrator.updateCryptoKey(
                CryptoKey.newBuilder()
                        .setName(key)
                        .setKeyAccessJustificationsPolicy(KeyAccessJustificationsPolicy.getDefaultInstance())
                        .build(),
                FieldMaskUtil.fromString("key_access_justifications_policy"));
    }

    private static void disturb(String effect, String code) {
        control(
                "PUT",
                "/disturbances/weather",
                "{\"service\":\"cloudkms\",\"operation\":\"Decrypt\",\"effect\":\"%s\",\"code\":\"%s\"}"
                        .formatted(effect, code));
    }
}
