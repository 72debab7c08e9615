package io.keyward.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;

/** Disturbances between the act and its answer: what was done is done, and the caller does not know. */
class LostAnswersIT extends SimulatorCase {

    @ParameterizedTest
    @ValueSource(strings = {"UNREACHABLE", "HANG"})
    void anEndpointIsMadeThoughItsMakerNeverHearsOfIt(String effect) {
        // Given
        Ec2Client ec2 = clients.ec2();
        control(
                "PUT",
                "/disturbances/a",
                "{\"resource\":\"the-token\",\"when\":\"AFTER\",\"calls\":1,\"effect\":\"" + effect + "\"}");

        // When
        assertThatThrownBy(() -> create(ec2)).isInstanceOf(SdkClientException.class);

        // Then
        JsonNode entry = log("?operation=CreateVpcEndpoint").get(0);
        assertThat(entry.get("outcome").asText()).isEqualTo("OK");
        assertThat(entry.get("executed").asBoolean()).isTrue();
        assertThat(entry.get("disturbance").asText()).isEqualTo(effect);
        assertThat(create(ec2)).isEqualTo(entry.get("resource").asText());
        assertThat(ec2.describeVpcEndpoints().vpcEndpoints()).hasSize(1);
    }

    @Test
    void anAnswerComesLateThoughTheActDoesNot() {
        // Given
        String key = newKey();
        control("PUT", "/disturbances/a", "{\"effect\":\"SLOW\",\"delayMillis\":300,\"when\":\"AFTER\"}");

        // When
        Instant before = Instant.now();
        customer.disableKey(r -> r.keyId(key));

        // Then
        assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(log("?operation=DisableKey").get(0).get("executed").asBoolean())
                .isTrue();
    }

    @Test
    void aServiceFailsAfterHavingDoneWhatItWasAskedFor() {
        // Given
        String key = newKey();
        control(
                "PUT",
                "/disturbances/a",
                "{\"effect\":\"FAIL\",\"code\":\"KMSInternalException\",\"when\":\"AFTER\",\"operation\":\"DisableKey\"}");

        // Then
        assertThat(code(() -> customer.disableKey(r -> r.keyId(key)))).isEqualTo("KMSInternalException");
        assertThat(customer.describeKey(r -> r.keyId(key)).keyMetadata().enabled())
                .isFalse();
    }

    @Test
    void whoeverAnswersInsteadHasDoneNothing() {
        // Given
        String key = newKey();
        control(
                "PUT",
                "/disturbances/a",
                "{\"effect\":\"INTERCEPT\",\"body\":\"{}\",\"operation\":\"DisableKey\",\"calls\":1}");

        // When
        customer.disableKey(r -> r.keyId(key));

        // Then
        assertThat(customer.describeKey(r -> r.keyId(key)).keyMetadata().enabled())
                .isTrue();
        JsonNode entry = log("?operation=DisableKey").get(0);
        assertThat(entry.get("outcome").asText()).isEqualTo("INTERCEPT");
        assertThat(entry.get("executed").asBoolean()).isFalse();
    }

    @Test
    void beforeTheActNothingIsDone() {
        // Given
        String key = newKey();
        control("PUT", "/disturbances/a", "{\"effect\":\"UNREACHABLE\",\"operation\":\"DisableKey\"}");

        // When
        assertThatThrownBy(() -> customer.disableKey(r -> r.keyId(key))).isInstanceOf(SdkClientException.class);

        // Then
        JsonNode entry = log("?operation=DisableKey").get(0);
        assertThat(entry.get("outcome").asText()).isEqualTo("UNREACHABLE");
        assertThat(entry.get("executed").asBoolean()).isFalse();
        assertThat(entry.get("disturbance").asText()).isEqualTo("UNREACHABLE");
        assertThat(customer.describeKey(r -> r.keyId(key)).keyMetadata().enabled())
                .isTrue();
    }

    private static String create(Ec2Client ec2) {
        return ec2.createVpcEndpoint(r -> r.clientToken("the-token")
                        .vpcEndpointType(VpcEndpointType.INTERFACE)
                        .serviceName("com.amazonaws.us-east-1.kms")
                        .vpcId(Accounts.PLATFORM_VPC)
                        .overrideConfiguration(o -> o.apiCallTimeout(Duration.ofSeconds(2))))
                .vpcEndpoint()
                .vpcEndpointId();
    }
}
