package io.keyward.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.NotFoundException;

/** What was acknowledged is there after a restart, even one from a copy of the file taken right after the answer. */
class RestartIT {

    @TempDir
    Path folder;

    @Test
    void keysMaterialRolesAndSessionsSurvive() throws IOException {
        // Given
        Path copy = folder.resolve("copy.json");
        SdkBytes sealed;
        AwsCredentials session;
        String created;
        try (CloudSimulator first = CloudSimulator.start(options(folder.resolve("state.json")))) {
            Clients clients = new Clients(first.endpoint());
            KmsClient kms = clients.kms();
            sealed = kms.encrypt(r -> r.keyId(first.demoKeyArn()).plaintext(SdkBytes.fromUtf8String("x")))
                    .ciphertextBlob();
            session = clients.assume(first.demoRoleArn(), "x");
            created = kms.createKey().keyMetadata().arn();
            kms.disableKey(r -> r.keyId(created));

            // When
            Files.copy(folder.resolve("state.json"), copy);
        }

        // Then
        try (CloudSimulator second = CloudSimulator.start(options(copy))) {
            Clients clients = new Clients(second.endpoint());
            KmsClient product = clients.kms(session, "us-east-1");
            assertThat(product.decrypt(r -> r.ciphertextBlob(sealed))
                            .plaintext()
                            .asUtf8String())
                    .isEqualTo("x");
            assertThat(product.describeKey(r -> r.keyId(created)).keyMetadata().keyState())
                    .isEqualTo(KeyState.DISABLED);
        }
    }

    @Test
    void endpointsAndTheirTokensSurvive() {
        // Given
        Options options = options(folder.resolve("state.json"));
        String id;
        try (CloudSimulator first = CloudSimulator.start(options);
                Ec2Client ec2 = new Clients(first.endpoint()).ec2()) {
            id = newEndpoint(ec2);
        }

        // Then
        try (CloudSimulator second = CloudSimulator.start(options);
                Ec2Client ec2 = new Clients(second.endpoint()).ec2()) {
            assertThat(newEndpoint(ec2)).isEqualTo(id);
            assertThat(ec2.describeVpcEndpoints().vpcEndpoints()).hasSize(1);
        }
    }

    @Test
    void aFileFromBeforeThereWereEndpointsAndOtherCloudsIsRead() throws IOException {
        // Given
        Path file = folder.resolve("state.json");
        CloudSimulator.start(options(file)).close();
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode state = (ObjectNode) mapper.readTree(file.toFile());
        state.remove(List.of("endpoints", "endpointCreations", "endpointSettings", "sections"));

        // When
        mapper.writeValue(file.toFile(), state);

        // Then
        try (CloudSimulator second = CloudSimulator.start(options(file));
                Ec2Client ec2 = new Clients(second.endpoint()).ec2()) {
            assertThat(newEndpoint(ec2)).startsWith("vpce-");
            assertThat(askAzure(second)).isEqualTo(200);
        }
    }

    @Test
    void whatWasSeededAndThenDeletedStaysDeleted() {
        // Given
        Options options = options(folder.resolve("state.json"));
        try (CloudSimulator first = CloudSimulator.start(options);
                IamClient iam = new Clients(first.endpoint()).iam()) {
            iam.deleteRolePolicy(r -> r.roleName("keyward-demo").policyName("use-keys"));
            iam.deleteRole(r -> r.roleName("keyward-demo"));
        }

        // Then
        try (CloudSimulator second = CloudSimulator.start(options)) {
            Clients clients = new Clients(second.endpoint());
            assertThatThrownBy(() -> clients.assume(second.demoRoleArn(), "x")).hasMessageContaining("not authorized");
            assertThatThrownBy(() -> clients.kms().describeKey(r -> r.keyId("alias/none")))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void aFileThatIsNotOursIsRefusedByName() throws IOException {
        Path file = Files.writeString(folder.resolve("other.json"), "{\"format\":");

        assertThatThrownBy(() -> CloudSimulator.start(options(file))).hasMessageContaining("other.json");
    }

    private static String newEndpoint(Ec2Client ec2) {
        return ec2.createVpcEndpoint(r -> r.clientToken("the-token")
                        .vpcEndpointType(VpcEndpointType.INTERFACE)
                        .serviceName("com.amazonaws.us-east-1.kms")
                        .vpcId(Accounts.PLATFORM_VPC))
                .vpcEndpoint()
                .vpcEndpointId();
    }

    private static Options options(Path file) {
        return Options.defaults().withStateFile(file);
    }

    /** Whether the demo's key of Azure is there. */
    private static int askAzure(CloudSimulator simulator) {
        URI key =
                URI.create(simulator.endpoint() + "/_hosts/keyward-demo.vault.azure.net/keys/keyward?api-version=7.4");
        HttpRequest request = HttpRequest.newBuilder(key)
                .header("Authorization", "Bearer test")
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                    .join()
                    .statusCode();
        }
    }
}
