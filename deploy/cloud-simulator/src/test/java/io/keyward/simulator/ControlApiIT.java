package io.keyward.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.CreateKeyRequest;

/** What customers cannot do by API. */
class ControlApiIT extends SimulatorCase {

    @Test
    void anUnreachableRegionAnswersNothingAndTheOthersDo() {
        // When
        control("PUT", "/disturbances/a", "{\"region\":\"us-east-1\",\"service\":\"kms\",\"effect\":\"UNREACHABLE\"}");

        // Then
        assertThatThrownBy(this::describe).isInstanceOf(SdkClientException.class);
        assertThat(clients.kms(Clients.CUSTOMER, "eu-west-1").listKeys().keys()).hasSize(1);
        assertThat(clients.sts(Clients.CUSTOMER).getCallerIdentity().account()).isEqualTo(Accounts.CUSTOMER);
        control("DELETE", "/disturbances/a", "");
        assertThat(describe()).isEqualTo(Accounts.DEMO_KEY_ARN);
    }

    @Test
    void aDisturbanceCanBeMeantForOneKeyAlone() {
        // Given
        String other = newKey();

        // When
        control("PUT", "/disturbances/a", "{\"effect\":\"THROTTLE\",\"resource\":\"" + other + "\"}");

        // Then
        assertThat(code(() -> customer.describeKey(r -> r.keyId(other)))).isEqualTo("ThrottlingException");
        assertThat(describe()).isEqualTo(Accounts.DEMO_KEY_ARN);
    }

    @Test
    void aHangingServiceRunsIntoTheClientsTimeLimit() {
        control("PUT", "/disturbances/a", "{\"effect\":\"HANG\",\"operation\":\"DescribeKey\"}");
        try (KmsClient impatient = clients.kms()) {
            assertThatThrownBy(() -> impatient.describeKey(r -> r.keyId(Accounts.DEMO_KEY_ARN)
                            .overrideConfiguration(o -> o.apiCallTimeout(Duration.ofMillis(300)))))
                    .isInstanceOf(SdkClientException.class);
        }
    }

    @Test
    void aSlowServiceAnswersLate() {
        // Given
        control("PUT", "/disturbances/a", "{\"effect\":\"SLOW\",\"delayMillis\":300}");

        // When
        Instant before = Instant.now();
        describe();

        // Then
        assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void aThrottleLastsForAsManyCallsAsItWasGiven() {
        control("PUT", "/disturbances/a", "{\"effect\":\"THROTTLE\",\"calls\":2}");

        assertThat(code(this::describe)).isEqualTo("ThrottlingException");
        assertThat(code(() -> clients.sts(Clients.CUSTOMER).getCallerIdentity()))
                .isEqualTo("Throttling");
        assertThat(describe()).isEqualTo(Accounts.DEMO_KEY_ARN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KMSInternalException",
                "DependencyTimeoutException",
                "KeyUnavailableException",
                "LimitExceededException",
                "OptInRequired"
            })
    void aServiceFailsWithAnyCode(String code) {
        control(
                "PUT",
                "/disturbances/a",
                "{\"effect\":\"FAIL\",\"operation\":\"DescribeKey\",\"code\":\"" + code + "\",\"status\":500}");

        assertThat(code(this::describe)).isEqualTo(code);
    }

    @Test
    void aDisturbanceThatMakesNoSenseIsRefused() {
        assertThat(send("PUT", "/_control/disturbances/a", "{\"effect\":\"MAGIC\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("PUT", "/_control/disturbances/a", "{}").statusCode()).isEqualTo(400);
        assertThat(send("PUT", "/_control/policies/service-control?target=1", "{}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("PUT", "/_control/policies/magic?target=1", "{}").statusCode())
                .isEqualTo(400);
        assertThat(send("GET", "/_control/nothing", "").statusCode()).isEqualTo(404);
    }

    @Test
    void theLogShowsWhoDidWhatAndWhatCameOfIt() {
        // Given
        KmsClient product = clients.kms(clients.assume(Accounts.DEMO_ROLE_ARN, "x"), "us-east-1");
        product.encrypt(r -> r.keyId(Accounts.DEMO_KEY_ARN)
                .plaintext(SdkBytes.fromUtf8String("x"))
                .encryptionContext(Map.of("purpose", "check")));
        customer.disableKey(r -> r.keyId(Accounts.DEMO_KEY_ARN));
        String requestId = refusal(() -> product.generateDataKey(
                        r -> r.keyId(Accounts.DEMO_KEY_ARN).numberOfBytes(8)))
                .requestId();

        // When
        JsonNode encrypt = log("?operation=Encrypt").get(0);
        JsonNode refused = log("?operation=GenerateDataKey").get(0);

        // Then
        assertThat(encrypt.get("caller").asText()).endsWith("assumed-role/keyward-demo/keyward-check");
        assertThat(encrypt.get("resource").asText()).isEqualTo(Accounts.DEMO_KEY_ARN);
        assertThat(encrypt.get("outcome").asText()).isEqualTo("OK");
        assertThat(encrypt.get("encryptionContext").get("purpose").asText()).isEqualTo("check");
        assertThat(refused.get("outcome").asText()).isEqualTo("AccessDeniedException");
        assertThat(refused.get("requestId").asText()).isEqualTo(requestId);
    }

    @Test
    void timeDeletesKeysAndRotatesMaterial() {
        // Given
        String doomed = newKey();
        String rotating = newKey(CreateKeyRequest.builder().multiRegion(true));
        SdkBytes sealed = customer.encrypt(r -> r.keyId(rotating).plaintext(SdkBytes.fromUtf8String("old")))
                .ciphertextBlob();
        customer.scheduleKeyDeletion(r -> r.keyId(doomed).pendingWindowInDays(7));
        customer.enableKeyRotation(r -> r.keyId(rotating).rotationPeriodInDays(90));

        // When
        control("PUT", "/clock", "{\"offset\":\"P91D\"}");

        // Then
        assertThat(code(() -> customer.describeKey(r -> r.keyId(doomed)))).isEqualTo("NotFoundException");
        assertThat(customer.listKeyRotations(r -> r.keyId(rotating)).rotations())
                .hasSize(1);
        customer.rotateKeyOnDemand(r -> r.keyId(rotating));
        assertThat(customer.listKeyRotations(r -> r.keyId(rotating)).rotations())
                .hasSize(2);
        assertThat(customer.getKeyRotationStatus(r -> r.keyId(rotating)).nextRotationDate())
                .isNotNull();
        assertThat(customer.decrypt(r -> r.ciphertextBlob(sealed)).plaintext().asUtf8String())
                .isEqualTo("old");
    }

    @Test
    void aUserActsWithinItsPolicyUntilItsAccessKeyIsSwitchedOff() throws Exception {
        // Given
        String policy = "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"kms:*\",\"Resource\":\"*\"}]}";
        JsonNode user = new ObjectMapper()
                .readTree(control(
                        "POST", "/users", "{\"account\":\"444455556666\",\"name\":\"ada\",\"policy\":" + policy + "}"));
        String accessKeyId = user.get("accessKeyId").asText();
        KmsClient stranger = clients.kms(
                AwsBasicCredentials.create(
                        accessKeyId, user.get("secretAccessKey").asText()),
                "us-east-1");

        // Then
        assertThat(stranger.listKeys().keys()).isEmpty();
        assertThat(code(() -> stranger.describeKey(r -> r.keyId(Accounts.DEMO_KEY_ARN))))
                .isEqualTo("AccessDeniedException");
        control("DELETE", "/access-keys/" + accessKeyId, "");
        assertThat(code(stranger::listKeys)).isEqualTo("UnrecognizedClientException");
    }

    private String describe() {
        return customer.describeKey(r -> r.keyId(Accounts.DEMO_KEY_ARN))
                .keyMetadata()
                .arn();
    }
}
