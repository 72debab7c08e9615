package io.keyward.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kms.KmsClient;

/** KMS through a VPC endpoint: while it is available, in its region, under its policy, and nothing else. */
class PrivatePathIT extends SimulatorCase {

    private static final String AUTHORIZATION =
            "AWS4-HMAC-SHA256 Credential=test/20300101/us-east-1/%s/aws4_request, SignedHeaders=host, Signature=x";

    @Test
    void anAvailableEndpointLeadsToKms() {
        // Given
        String id = newEndpoint("us-east-1");

        // When
        String arn = describeKey(clients.through(id).kms());

        // Then
        assertThat(arn).isEqualTo(Accounts.DEMO_KEY_ARN);
        assertThat(log("?path=" + id))
                .singleElement()
                .satisfies(entry -> assertThat(entry.get("outcome").asText()).isEqualTo("OK"));
        assertThat(log("?path=public&operation=DescribeKey")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "vanish", "reject", "expire", "fail", "pend"})
    void anyOtherEndpointLeadsNowhere(String what) {
        // Given
        String id = newEndpoint("us-east-1");
        KmsClient inside = clients.through(id).kms();
        describeKey(inside);

        // When
        control("POST", "/endpoints/" + id + "/" + what, "");

        // Then
        assertThatThrownBy(() -> describeKey(inside)).isInstanceOf(SdkClientException.class);
        JsonNode last = log("?path=" + id).get(1);
        assertThat(last.get("outcome").asText()).isEqualTo("UNREACHABLE");
        assertThat(last.get("executed").asBoolean()).isFalse();
        assertThat(describeKey(customer)).isEqualTo(Accounts.DEMO_KEY_ARN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vpce-0000000000000beef", "null", "%24%7Breference%7D"})
    void anEndpointThatNeverWasLeadsNowhere(String id) {
        assertThatThrownBy(() -> describeKey(clients.through(id).kms())).isInstanceOf(SdkClientException.class);
    }

    @Test
    void itServesItsRegionOnly() {
        // Given
        Clients inside = clients.through(newEndpoint("eu-west-1"));

        // Then
        assertThat(message(() -> describeKey(inside.kms())))
                .isEqualTo("Credential should be scoped to a valid region, not 'us-east-1'.");
        assertThat(code(() -> describeKey(inside.kms()))).isEqualTo("InvalidSignatureException");
        assertThat(inside.kms(Clients.CUSTOMER, "eu-west-1").listKeys().keys()).hasSize(1);
    }

    /** By hand: the SDKs of query services drop the path of an endpoint. */
    @ParameterizedTest
    @ValueSource(strings = {"sts", "iam", "ec2"})
    void itServesKmsOnly(String service) throws Exception {
        // Given
        URI inside = clients.through(newEndpoint("us-east-1")).endpoint();
        HttpRequest request = HttpRequest.newBuilder(inside)
                .header("Authorization", AUTHORIZATION.formatted(service))
                .header("X-Amz-Date", "20300101T000000Z")
                .POST(HttpRequest.BodyPublishers.ofString("Action=GetCallerIdentity"))
                .build();

        // When
        HttpResponse<String> answer;
        try (HttpClient http = HttpClient.newHttpClient()) {
            answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        }

        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("SignatureDoesNotMatch", "scoped to correct service: 'kms'");
    }

    @Test
    void thePolicyOfTheEndpointGoesForWhatIsCalledThroughIt() {
        // Given
        String denying = "{\"region\":\"us-east-1\",\"policy\":{\"Statement\":["
                + "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"},"
                + "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"kms:DescribeKey\",\"Resource\":\"*\"}]}}";
        String id = controlled("POST", "/endpoints", denying).get("id").asText();

        // Then
        assertThat(message(() -> describeKey(clients.through(id).kms())))
                .endsWith("with an explicit deny in a VPC endpoint policy");
        assertThat(describeKey(customer)).isEqualTo(Accounts.DEMO_KEY_ARN);
        clients.ec2().modifyVpcEndpoint(r -> r.vpcEndpointId(id).resetPolicy(true));
        assertThat(describeKey(clients.through(id).kms())).isEqualTo(Accounts.DEMO_KEY_ARN);
    }

    private static String describeKey(KmsClient kms) {
        return kms.describeKey(r -> r.keyId(Accounts.DEMO_KEY_ARN))
                .keyMetadata()
                .arn();
    }
}
