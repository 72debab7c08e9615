package io.keyward.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.testkit.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The calls behind each Terraform resource, in order: create, read, plan again, update, destroy. What was read stays what was written. */
@ExtendWith(Stage.Extension.class)
class TerraformScenario {
    private static final Duration A_WHILE = Duration.ofSeconds(45);
    private static final String RFC_3339 = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z";
    private static final List<String> PROVIDERS = List.of("awsKms", "azureKeyVault", "googleCloudKms");
    private static final Set<String> SECRETS = Set.of("secretAccessKey", "secret", "serviceAccountKey");

    private final Stage stage;
    private final GoSdk sdk;
    private Tenant tenant;
    private String encryption;

    TerraformScenario(Stage stage) {
        this.stage = stage;
        sdk = new GoSdk(stage.api());
    }

    @BeforeEach
    void aTenant() {
        tenant = Tenant.arrive(stage);
        encryption = tenant.project("/encryptionAtRest");
    }

    @Test
    @DisplayName("mongodbatlas_encryption_at_rest")
    @Rule({"C1", "C2"})
    void encryptionAtRest() {
        // When
        Reply created = sdk.patch(GoSdk.ENCRYPTION, encryption, """
                {"awsKms":{"enabled":true,"customerMasterKeyID":"%s","region":"US_EAST_1","roleId":"%s","requirePrivateNetworking":false},
                 "azureKeyVault":{},"googleCloudKms":{},"enabledForSearchNodes":false}""".formatted(tenant.keyArn(), tenant.roleId()));
        JsonNode read = sdk.get(GoSdk.ENCRYPTION, encryption).expect(200).json();

        // Then
        JsonNode first = created.expect(200).json();
        assertIsComplete(first);
        assertThat(first.at("/awsKms/customerMasterKeyID").asText()).isEqualTo(tenant.keyArn());
        assertThat(first.at("/awsKms/roleId").asText()).isEqualTo(tenant.roleId());
        assertThat(first.at("/awsKms/region").asText()).isEqualTo("US_EAST_1");
        assertThat(first.at("/awsKms/valid").booleanValue()).isTrue();
        assertThat(first.at("/azureKeyVault/roleId").isTextual()).isFalse();
        assertThat(read).isEqualTo(first);

        // When
        ObjectNode whole = read.deepCopy();
        whole.put("enabledForSearchNodes", true);
        JsonNode updated = sdk.patch(GoSdk.ENCRYPTION, encryption, whole.toString())
                .expect(200)
                .json();
        whole.set("googleCloudKms", new ObjectMapper().createObjectNode());
        JsonNode again = sdk.patch(GoSdk.ENCRYPTION, encryption, whole.toString())
                .expect(200)
                .json();

        // Then
        assertThat(updated).isEqualTo(((ObjectNode) read.deepCopy()).put("enabledForSearchNodes", true));
        assertThat(again).isEqualTo(updated);
        assertThat(sdk.get(GoSdk.ENCRYPTION, encryption).expect(200).json()).isEqualTo(updated);

        // When
        sdk.get(GoSdk.ENCRYPTION, encryption).expect(200);
        JsonNode destroyed =
                sdk.patch(GoSdk.ENCRYPTION, encryption, """
                {"awsKms":{"enabled":false},"azureKeyVault":{"enabled":false},"googleCloudKms":{"enabled":false}}""").expect(200).json();

        // Then
        assertIsComplete(destroyed);
        PROVIDERS.forEach(provider -> {
            assertThat(destroyed.at("/" + provider + "/enabled").booleanValue()).isFalse();
            assertThat(destroyed.at("/" + provider + "/valid").booleanValue()).isFalse();
        });
        assertThat(sdk.get(GoSdk.ENCRYPTION, encryption).expect(200).json()).isEqualTo(destroyed);
    }

    @Test
    @DisplayName(
            "mongodbatlas_encryption_at_rest, with a role that cannot be assumed: the words that the provider waits for")
    @Rule("R6")
    void encryptionAtRestWithAFreshRole() {
        // Given
        String roleId = sdk.post(GoSdk.ENCRYPTION, tenant.project("/cloudProviderAccess"), "{\"providerName\":\"AWS\"}")
                .expect(200)
                .at("/roleId");

        // When
        Reply refused = sdk.patch(GoSdk.ENCRYPTION, encryption, """
                {"awsKms":{"enabled":true,"customerMasterKeyID":"%s","region":"us-east-1","roleId":"%s"}}""".formatted(tenant.keyArn(), roleId));

        // Then
        assertThat(refused.text())
                .containsAnyOf(
                        "CANNOT_ASSUME_ROLE", "INVALID_AWS_CREDENTIALS", "CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED");
    }

    @Test
    @DisplayName("mongodbatlas_encryption_at_rest_private_endpoint")
    @Rule({"E1", "E3", "E5"})
    void privateEndpoint() {
        // Given
        tenant.configure().expect(200);
        tenant.privateNetworking(true).expect(200);
        String endpoints = encryption + "/AWS/privateEndpoints";

        // When
        String id = sdk.post(GoSdk.ENCRYPTION, endpoints, "{\"cloudProvider\":\"AWS\",\"regionName\":\"US_EAST_1\"}")
                .expect(202)
                .at("/id");
        String path = endpoints + "/" + id;

        // Then
        waitFor(path, Set.of("INITIATING"), "ACTIVE");
        JsonNode active = sdk.get(GoSdk.ENCRYPTION, path).expect(200).json();
        assertThat(id).matches("[0-9a-f]{24}");
        assertThat(active.path("cloudProvider").asText()).isEqualTo("AWS");
        assertThat(active.path("regionName").asText()).isEqualTo("US_EAST_1");
        assertThat(active.path("errorMessage").isMissingNode()
                        || active.path("errorMessage").isNull())
                .isTrue();
        assertThat(sdk.get(GoSdk.ENCRYPTION, path).expect(200).json()).isEqualTo(active);
        JsonNode page = sdk.list(GoSdk.ENCRYPTION, endpoints).expect(200).json();
        assertThat(page.path("totalCount").asInt()).isEqualTo(1);
        assertThat(page.at("/results/0/id").asText()).isEqualTo(id);

        // When
        sdk.delete(GoSdk.ENCRYPTION, path).expect(204);

        // Then
        waitForItsEnd(path);
    }

    @Test
    @DisplayName("mongodbatlas_cloud_provider_access_setup and _authorization")
    @Rule({"R1", "R4"})
    void cloudProviderAccess() {
        // When
        String access = tenant.project("/cloudProviderAccess");
        JsonNode created = sdk.post(GoSdk.ENCRYPTION, access, "{\"providerName\":\"AWS\"}")
                .expect(200)
                .json();
        String role = access + "/" + created.path("roleId").asText();

        // Then
        assertThat(created.path("providerName").asText()).isEqualTo("AWS");
        assertThat(created.path("createdDate").asText()).matches(RFC_3339);
        assertThat(created.path("authorizedDate").isNull()).isTrue();
        assertThat(sdk.get(GoSdk.ENCRYPTION, role).expect(200).json()).isEqualTo(created);

        // When
        String arn = stage.cloud()
                .createRole(
                        "terraform-" + tenant.projectName(),
                        created.path("atlasAWSAccountArn").asText(),
                        created.path("atlasAssumedRoleExternalId").asText());
        JsonNode authorized = sdk.patch(
                        GoSdk.ENCRYPTION, role, "{\"providerName\":\"AWS\",\"iamAssumedRoleArn\":\"" + arn + "\"}")
                .expect(200)
                .json();

        // Then
        assertThat(authorized.path("iamAssumedRoleArn").asText()).isEqualTo(arn);
        assertThat(authorized.path("authorizedDate").asText()).matches(RFC_3339);
        assertThat(authorized.path("featureUsages").isArray()).isTrue();
        assertThat(sdk.get(GoSdk.ENCRYPTION, role).expect(200).json()).isEqualTo(authorized);

        // When
        sdk.delete(GoSdk.ENCRYPTION, access + "/AWS/" + created.path("roleId").asText())
                .expect(204);

        // Then
        sdk.get(GoSdk.ENCRYPTION, role).expect(404);
    }

    @Test
    @DisplayName("mongodbatlas_advanced_cluster")
    @Rule({"K1", "K2"})
    void advancedCluster() {
        // Given
        tenant.configure().expect(200);
        String clusters = tenant.project("/clusters");
        String path = clusters + "/terraform";

        // When
        Reply created = sdk.post(GoSdk.CLUSTER_WRITE, clusters, tenant.clusterBody("terraform", "AWS", "M10"));

        // Then
        created.expect(201);
        waitUntilIdle(path);
        JsonNode idle = sdk.get(GoSdk.CLUSTER_READ, path).expect(200).json();
        assertThat(List.of("id", "groupId", "name", "clusterType", "replicationSpecs", "connectionStrings"))
                .allSatisfy(field -> assertThat(idle.has(field)).as(field).isTrue());
        assertThat(idle.path("createDate").asText()).matches(RFC_3339);
        assertThat(idle.path("mongoDBVersion").asText()).isNotBlank();
        assertThat(idle.path("encryptionAtRestProvider").asText()).isEqualTo("AWS");
        assertThat(idle.at("/replicationSpecs/0/id").asText()).matches("[0-9a-f]{24}");
        assertThat(idle.at("/replicationSpecs/0/zoneName").asText()).isNotBlank();
        assertThat(idle.at("/replicationSpecs/0/regionConfigs/0/regionName").asText())
                .isEqualTo("US_EAST_1");
        assertThat(sdk.get(GoSdk.CLUSTER_READ, path).expect(200).json()).isEqualTo(idle);

        // When
        JsonNode unchanged = sdk.patch(GoSdk.CLUSTER_WRITE, path, idle.toString())
                .expect(200)
                .json();
        waitUntilIdle(path);

        // Then
        assertThat(unchanged.path("replicationSpecs")).isEqualTo(idle.path("replicationSpecs"));
        assertThat(sdk.get(GoSdk.CLUSTER_READ, path).expect(200).json()).isEqualTo(idle);

        // When
        sdk.delete(GoSdk.CLUSTER_DELETE, path).expect(202);

        // Then
        await().atMost(A_WHILE).until(() -> isGone(path, Set.of("IDLE", "DELETING")));
    }

    @Test
    @DisplayName("mongodbatlas_project, as far as it concerns the project itself")
    @Rule("A1")
    void project() {
        // When
        Reply created = sdk.post(
                GoSdk.ENCRYPTION,
                "/api/atlas/v2/groups",
                "{\"name\":\"terraform %s\",\"orgId\":\"%s\",\"withDefaultAlertsSettings\":true}"
                        .formatted(tenant.projectName(), stage.orgId()));
        String path = "/api/atlas/v2/groups/" + created.expect(201).at("/id");

        // Then
        JsonNode read = sdk.get(GoSdk.ENCRYPTION, path).expect(200).json();
        assertThat(created.header("location")).isPresent();
        assertThat(read.path("name").asText()).isEqualTo("terraform " + tenant.projectName());
        assertThat(read.path("orgId").asText()).isEqualTo(stage.orgId());
        assertThat(read.path("created").asText()).matches(RFC_3339);
        assertThat(read.path("clusterCount").isInt()).isTrue();
        assertThat(sdk.get(GoSdk.ENCRYPTION, path).expect(200).json()).isEqualTo(read);
        assertThat(sdk.list(GoSdk.CLUSTER_READ, path + "/clusters").expect(200).at("/totalCount"))
                .isEqualTo("0");
    }

    /** The provider asks for element 0 of every provider's list: an object that is absent makes it crash. */
    private static void assertIsComplete(JsonNode configuration) {
        PROVIDERS.forEach(provider -> {
            assertThat(configuration.path(provider).isObject()).as(provider).isTrue();
            assertThat(configuration.at("/" + provider + "/enabled").isBoolean())
                    .as(provider)
                    .isTrue();
            assertThat(configuration.at("/" + provider + "/valid").isBoolean())
                    .as(provider)
                    .isTrue();
        });
        assertThat(SECRETS).allSatisfy(secret -> assertThat(configuration.findValue(secret))
                .isNull());
    }

    /** The rules of the provider's waiter: a status that is neither expected on the way nor the goal is an error. */
    private void waitFor(String path, Set<String> pending, String goal) {
        await().atMost(A_WHILE).until(() -> {
            String status = sdk.get(GoSdk.ENCRYPTION, path).expect(200).at("/status");
            assertThat(status.equals(goal) || pending.contains(status))
                    .as(status)
                    .isTrue();
            return status.equals(goal);
        });
    }

    /** From the first look on only DELETING, and then nothing. */
    private void waitForItsEnd(String path) {
        await().atMost(A_WHILE).until(() -> {
            Reply reply = sdk.get(GoSdk.ENCRYPTION, path);
            assertThat(reply.status() == 404 || reply.at("/status").equals("DELETING"))
                    .as("%s", reply)
                    .isTrue();
            return reply.status() == 404;
        });
    }

    private void waitUntilIdle(String path) {
        Set<String> pending = Set.of("CREATING", "UPDATING", "REPAIRING", "REPEATING", "PENDING", "DELETING");
        await().atMost(A_WHILE).until(() -> {
            String state = sdk.get(GoSdk.CLUSTER_READ, path)
                    .expect(200)
                    .json()
                    .path("stateName")
                    .asText();
            assertThat(state.equals("IDLE") || pending.contains(state))
                    .as(state)
                    .isTrue();
            return state.equals("IDLE");
        });
    }

    private boolean isGone(String path, Set<String> pending) {
        Reply reply = sdk.get(GoSdk.CLUSTER_READ, path);
        if (reply.status() == 404) {
            return true;
        }
        assertThat(pending).contains(reply.at("/stateName"));
        return false;
    }
}
