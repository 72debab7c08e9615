package io.keyward.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;

/** A large installation: keys made by the hundred, with the roles that open them. */
class KeyBatchesIT extends SimulatorCase {
    private static final int MANY = 500;
    private static final String ACCOUNT = "200000000007";

    @Test
    void keysAreMadeByTheHundredAndWorkAsIfCreatedOneByOne() {
        // Given
        String members = IntStream.range(0, MANY)
                .mapToObj(i -> "{\"id\":\"%s\",\"role\":\"reader-%d\",\"encryptionContext\":{\"number\":\"%d\"}}"
                        .formatted(id(i), i / 100, i))
                .collect(Collectors.joining(","));
        String batch = "{\"region\":\"eu-west-1\",\"account\":\"" + ACCOUNT
                + "\",\"externalId\":\"x\",\"plaintext\":\"probe\",\"keys\":[" + members + "]}";

        // When
        JsonNode made = controlled("POST", "/key-batches", batch).path("keys");

        // Then
        assertThat(made).hasSize(MANY);
        JsonNode one = made.get(207);
        String role = one.path("roleArn").asText();
        assertThat(role).isEqualTo("arn:aws:iam::" + ACCOUNT + ":role/reader-2");
        assertThat(code(() -> clients.assume(role, "y"))).isEqualTo("AccessDenied");
        try (KmsClient kms = clients.kms(clients.assume(role, "x"), "eu-west-1")) {
            String arn = one.path("arn").asText();
            SdkBytes blob = SdkBytes.fromByteArray(
                    Base64.getDecoder().decode(one.path("ciphertext").asText()));
            assertThat(kms.describeKey(r -> r.keyId(arn)).keyMetadata().enabled())
                    .isTrue();
            assertThat(kms.decrypt(r -> r.keyId(arn).ciphertextBlob(blob).encryptionContext(Map.of("number", "207")))
                            .plaintext()
                            .asUtf8String())
                    .isEqualTo("probe");
            assertThat(code(() -> kms.decrypt(r -> r.keyId(arn).ciphertextBlob(blob))))
                    .isEqualTo("InvalidCiphertextException");
        }
        assertThat(send("POST", "/_control/key-batches", batch).body()).contains("exists");
        assertThat(send("POST", "/_control/key-batches", "{\"region\":\"eu-west-1\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    private static String id(int number) {
        return "00000000-0000-4000-8000-%012x".formatted(number);
    }
}
