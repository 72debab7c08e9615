package io.keyward.e2e.manual;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.testkit.Rule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The page followed section by section, in one project. Where it only tells what to click, the API is asked for the same. Two sections change
 * places, since customer keys that are off leave no private networking to turn off.
 */
@ExtendWith(Stage.Extension.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
@Rule({"P5", "A5"})
class AwsManualScenario {
    private static final String HOME = "us-east-1";
    private static final String SECOND = "eu-west-1";
    private static final String THIRD = "ap-southeast-2";
    private static final String NEW_CLUSTER = "created-with-key";
    private static final String EXISTING_CLUSTER = "there-before";

    private final Stage stage;
    private Tenant tenant;
    private AwsPage page;
    private String roleId;

    AwsManualScenario(Stage stage) {
        this.stage = stage;
    }

    @BeforeAll
    void aProjectAndAKey() {
        tenant = Tenant.arriveWithReplicas(stage, HOME, SECOND);
        page = new AwsPage(stage, tenant);
    }

    @Test
    @Order(1)
    @DisplayName("enable role-based access for a project")
    @Rule({"R1", "R2", "C1", "C3"})
    void enableRoleBasedAccess() {
        // Given
        roleId = newRole("first");
        String keyId = tenant.keyArn().substring(tenant.keyArn().lastIndexOf('/') + 1);

        // When
        Reply enabled = page.enableRoleBasedAccess(roleId, keyId, "US_EAST_1");

        // Then
        enabled.expect(200);
        assertThat(enabled.at("/status")).isEqualTo("200");
        assertThat(enabled.at("/content/awsKms/valid")).isEqualTo("true");
        assertThat(enabled.at("/content/awsKms/roleId")).isEqualTo(roleId);
        assertThat(enabled.at("/content/awsKms/customerMasterKeyID")).isEqualTo(keyId);
        assertThat(enabled.text()).contains("\n  ");
    }

    @Test
    @Order(2)
    @DisplayName("switch to role-based access: the same steps with another role, and never back")
    @Rule({"R3", "C9"})
    void switchToRoleBasedAccess() {
        // Given
        String other = newRole("second");

        // When
        Reply switched = page.enableRoleBasedAccess(other, tenant.keyArn(), "us-east-1");
        Reply back = stage.api()
                .patch(
                        tenant.project("/encryptionAtRest"),
                        "{\"awsKms\":{\"roleId\":\"\",\"accessKeyID\":\"AKIAMANUALMANUALMANU\",\"secretAccessKey\":\"secret\"}}");

        // Then
        assertThat(switched.expect(200).at("/content/awsKms/roleId")).isEqualTo(other);
        assertThat(switched.at("/content/awsKms/valid")).isEqualTo("true");
        assertThat(back.expect(400).at("/errorCode")).isEqualTo("AWS_KMS_CREDENTIALS_AUTH_DEPRECATED");
        assertThat(tenant.configuration().path("roleId").asText()).isEqualTo(other);
        roleId = other;
    }

    @Test
    @Order(3)
    @DisplayName("enable and set up private endpoint connections")
    @Rule({"C1", "E1", "E2", "E3"})
    void enablePrivateEndpointConnections() {
        // When
        Reply required = page.requirePrivateNetworking(true, roleId, tenant.keyArn());
        Reply created = page.createEndpoint("US_EAST_1");
        Reply listed = page.listEndpoints();

        // Then
        assertThat(required.expect(200).at("/awsKms/requirePrivateNetworking")).isEqualTo("true");
        assertThat(required.at("/awsKms/valid")).isEqualTo("true");
        assertThat(required.text()).doesNotContain("secretAccessKey", "019dd98d94b4bb778e7552e4");
        assertThat(created.expect(202).at("/status")).isEqualTo("INITIATING");
        assertThat(listed.expect(200).at("/totalCount")).isEqualTo("1");
        assertThat(listed.at("/links/0/rel")).isEqualTo("self");
        JsonNode endpoint = listed.results().getFirst();
        assertThat(endpoint.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                        "cloudProvider", "id", "privateEndpointConnectionName", "regionName", "status");
        assertThat(endpoint.path("cloudProvider").asText()).isEqualTo("AWS");
        assertThat(endpoint.path("id").asText()).matches("[0-9a-f]{24}").isEqualTo(created.at("/id"));
        assertThat(endpoint.path("regionName").asText()).isEqualTo("US_EAST_1");
        JsonNode active = tenant.endpoints().await(HOME, "ACTIVE");
        assertThat(active.path("privateEndpointConnectionName").asText()).startsWith("vpce-");
    }

    @Test
    @Order(4)
    @DisplayName("create new endpoints: one request for each region, at any time")
    @Rule({"E1", "E7", "C18"})
    void createNewEndpoints() {
        // Given
        Reply again = page.createEndpoint("US_EAST_1");
        Reply withoutReplica = page.createEndpoint("AP_SOUTHEAST_2");
        Reply nowhere = page.createEndpoint("string");
        stage.cloud().replicate(tenant.keyArn(), THIRD);

        // When
        page.createEndpoint("EU_WEST_1").expect(202);
        page.createEndpoint("AP_SOUTHEAST_2").expect(202);

        // Then
        assertThat(again.expect(409).at("/errorCode")).isEqualTo("KMS_PRIVATE_ENDPOINT_ALREADY_EXISTS");
        assertThat(again.at("/detail")).contains("US_EAST_1");
        assertThat(withoutReplica.expect(400).at("/errorCode")).isEqualTo("AWS_KMS_KEY_NOT_REPLICATED_IN_REGION");
        assertThat(withoutReplica.at("/detail")).contains("ReplicateKey", "AP_SOUTHEAST_2", tenant.keyArn());
        assertThat(nowhere.expect(400).at("/errorCode")).isEqualTo("INVALID_REGION");
        tenant.endpoints().await(SECOND, "ACTIVE");
        tenant.endpoints().await(THIRD, "ACTIVE");
    }

    @Test
    @Order(5)
    @DisplayName("enable customer key management for a cluster: new ones, existing ones, and where they can be")
    @Rule({"K2", "E8", "K7"})
    void enableCustomerKeysForACluster() {
        // Given
        stage.api()
                .post(tenant.project("/clusters"), tenant.clusterBody(EXISTING_CLUSTER, "NONE", "M10"))
                .expect(201);

        // When
        tenant.createCluster(NEW_CLUSTER, HOME, SECOND).expect(201);
        Reply existing = tenant.patchCluster(EXISTING_CLUSTER, "{\"encryptionAtRestProvider\":\"AWS\"}");

        // Then
        assertThat(existing.expect(200).at("/encryptionAtRestProvider")).isEqualTo("AWS");
        List.of(NEW_CLUSTER, EXISTING_CLUSTER).forEach(cluster -> {
            tenant.awaitRunning(cluster);
            tenant.awaitPrivatePath(cluster);
        });

        // When
        Reply created = tenant.createCluster("elsewhere", HOME, "ca-central-1");
        Reply extended = tenant.patchClusterRegions(EXISTING_CLUSTER, HOME, "ca-central-1");

        // Then
        assertThat(List.of(created, extended)).allSatisfy(refused -> {
            assertThat(refused.expect(400).at("/errorCode")).isEqualTo("KMS_PRIVATE_ENDPOINT_MISSING_IN_REGION");
            assertThat(refused.at("/detail")).contains("CA_CENTRAL_1").doesNotContain("US_EAST_1");
        });
    }

    @Test
    @Order(6)
    @DisplayName("view private endpoints and their statuses")
    @Rule({"E3", "E7"})
    void viewEndpoints() {
        // When
        Reply all = page.viewEndpoints();
        Reply one = page.viewEndpoint(tenant.endpoints().id(SECOND));
        Reply unknown = page.viewEndpoint("0123456789abcdef01234567");

        // Then
        assertThat(all.expect(200).results())
                .hasSize(3)
                .allSatisfy(
                        endpoint -> assertThat(endpoint.path("status").asText()).isEqualTo("ACTIVE"))
                .extracting(endpoint -> endpoint.path("regionName").asText())
                .containsExactlyInAnyOrder("US_EAST_1", "EU_WEST_1", "AP_SOUTHEAST_2");
        assertThat(one.expect(200).at("/regionName")).isEqualTo("EU_WEST_1");
        assertThat(unknown.expect(404).at("/errorCode")).isEqualTo("RESOURCE_NOT_FOUND");
    }

    @Test
    @Order(7)
    @DisplayName("reject or remove a private endpoint connection")
    @Rule({"E5"})
    void removeAnEndpoint() {
        // Given
        String id = tenant.endpoints().id(THIRD);

        // When
        Reply removed = page.removeEndpoint(id);

        // Then
        removed.expect(204);
        assertThat(page.viewEndpoint(id).expect(200).at("/status")).isEqualTo("DELETING");
        tenant.endpoints().awaitGone(id);
        assertThat(page.viewEndpoints().results()).hasSize(2);
    }

    @Test
    @Order(8)
    @DisplayName("disable private endpoint connections: first the endpoints, then the setting")
    @Rule({"C7"})
    void disablePrivateEndpointConnections() {
        // Given
        Reply early = page.requirePrivateNetworking(false, roleId, tenant.keyArn());
        removeEndpoints(HOME, SECOND);

        // When
        Reply off = page.requirePrivateNetworking(false, roleId, tenant.keyArn());

        // Then
        assertThat(early.expect(400).at("/errorCode"))
                .isEqualTo(
                        "CANNOT_DISABLE_ENCRYPTION_AT_REST_REQUIRE_PRIVATE_NETWORKING_WHILE_PRIVATE_ENDPOINTS_EXIST");
        assertThat(early.at("/detail")).contains("EU_WEST_1", "US_EAST_1");
        assertThat(off.expect(200).at("/awsKms/requirePrivateNetworking")).isEqualTo("false");
        assertThat(off.at("/awsKms/enabled")).isEqualTo("true");
        tenant.awaitValid(true);
    }

    @Test
    @Order(9)
    @DisplayName("disable customer keys for a project: first the endpoints, then the clusters, then the project")
    @Rule({"C8", "C9"})
    void disableCustomerKeysForAProject() {
        // Given
        page.requirePrivateNetworking(true, roleId, tenant.keyArn()).expect(200);
        page.createEndpoint("US_EAST_1").expect(202);
        page.createEndpoint("EU_WEST_1").expect(202);
        tenant.endpoints().await(HOME, "ACTIVE");
        tenant.endpoints().await(SECOND, "ACTIVE");

        // When
        Reply aboveEndpoints = tenant.disableEncryption();
        removeEndpoints(HOME, SECOND);
        Reply aboveClusters = tenant.disableEncryption();
        tenant.patchCluster(EXISTING_CLUSTER, "{\"encryptionAtRestProvider\":\"NONE\"}")
                .expect(200);
        tenant.awaitWithoutKey(EXISTING_CLUSTER);
        Reply aboveOne = tenant.disableEncryption();
        tenant.removeCluster(NEW_CLUSTER);
        Reply disabled = tenant.disableEncryption();

        // Then
        assertThat(aboveEndpoints.expect(400).at("/errorCode"))
                .isEqualTo("CANNOT_DISABLE_ENCRYPTION_AT_REST_DUE_TO_PRIVATE_ENDPOINTS");
        assertThat(aboveEndpoints.at("/detail")).contains("EU_WEST_1", "US_EAST_1");
        assertThat(aboveClusters.expect(409).at("/errorCode")).isEqualTo("CANNOT_DISABLE_ENCRYPTION_AT_REST");
        assertThat(aboveClusters.at("/detail")).contains(NEW_CLUSTER, EXISTING_CLUSTER);
        assertThat(aboveOne.expect(409).at("/detail")).contains(NEW_CLUSTER).doesNotContain(EXISTING_CLUSTER);
        assertThat(disabled.expect(200).at("/awsKms/enabled")).isEqualTo("false");
        assertThat(disabled.at("/awsKms/requirePrivateNetworking")).isEqualTo("false");
        assertThat(stage.vpcEndpoints().of(tenant.groupId())).hasSize(5).noneMatch(endpoint -> endpoint.exists());
    }

    /** A role in the customer's account, made as Keyward says and authorised. */
    private String newRole(String name) {
        Reply created = page.createRole().expect(200);
        String role = tenant.projectName() + "-" + name;
        String arn = stage.cloud()
                .createRole(role, created.at("/atlasAWSAccountArn"), created.at("/atlasAssumedRoleExternalId"));
        stage.cloud().allow(role, tenant.keyArn(), Tenant.ALL_ACTIONS);
        assertThat(page.authorizeRole(created.at("/roleId"), arn).expect(200).at("/iamAssumedRoleArn"))
                .isEqualTo(arn);
        return created.at("/roleId");
    }

    private void removeEndpoints(String... regions) {
        List<String> ids = List.of(regions).stream().map(tenant.endpoints()::id).toList();
        ids.forEach(id -> page.removeEndpoint(id).expect(204));
        ids.forEach(tenant.endpoints()::awaitGone);
    }
}
