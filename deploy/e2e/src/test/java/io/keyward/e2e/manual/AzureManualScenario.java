package io.keyward.e2e.manual;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.e2e.cloud.AzureVault;
import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Project;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.e2e.stage.TenantEndpoints;
import io.keyward.simulator.azure.AzureAccounts;
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

/** The page about Azure Key Vault over private endpoints, followed from the first key to the last endpoint, in one project with one vault. */
@ExtendWith(Stage.Extension.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
@Rule({"P5", "A5"})
class AzureManualScenario {
    private static final String REGION = "US_CENTRAL";
    private static final String ELSEWHERE = "EUROPE_WEST";
    private static final String CLUSTER = "there-before";
    private static final String INVALID = "AZURE_ENCRYPTION_KEY_INVALID";

    private final Stage stage;
    private Project project;
    private AzureVault vault;
    private AzurePage page;
    private String key;

    AzureManualScenario(Stage stage) {
        this.stage = stage;
    }

    @BeforeAll
    void aProjectAndAVault() {
        project = Project.create(stage);
        vault = stage.newVault();
        key = vault.createKey("orders");
        page = new AzurePage(stage, project, vault);
    }

    @Test
    @Order(1)
    @DisplayName("enable customer-managed keys for a project")
    @Rule({"C1", "C2", "C12", "P4"})
    void enableForAProject() {
        // Given
        Reply elsewhere = page.enable("https://somebody-else.vault.azure.net/keys/orders/0123456789abcdef");

        // When
        Reply enabled = page.enable(key);
        Reply viewed = page.view();

        // Then
        assertThat(elsewhere.expect(400).at("/errorCode")).isEqualTo("AZURE_KEY_VAULT_KEY_IDENTIFIER_INVALID_FORMAT");
        assertThat(enabled.expect(200).at("/azureKeyVault/valid")).isEqualTo("true");
        assertThat(List.of(enabled, viewed.expect(200))).allSatisfy(reply -> {
            assertThat(reply.at("/azureKeyVault/keyIdentifier")).isEqualTo(key);
            assertThat(reply.at("/azureKeyVault/clientID")).isEqualTo(AzureAccounts.DEMO_APPLICATION);
            assertThat(reply.at("/azureKeyVault/requirePrivateNetworking")).isEqualTo("false");
            assertThat(reply.text()).doesNotContain(AzureAccounts.DEMO_APPLICATION_SECRET);
        });
    }

    @Test
    @Order(2)
    @DisplayName("enable customer key management for an existing cluster, over the internet for now")
    @Rule({"K2", "K3"})
    void enableForACluster() {
        // Given
        project.createCluster(CLUSTER, "NONE", "AZURE", REGION).expect(201);

        // When
        Reply enabled = project.patchCluster(CLUSTER, "{\"encryptionAtRestProvider\":\"AZURE\"}");

        // Then
        assertThat(enabled.expect(200).at("/encryptionAtRestProvider")).isEqualTo("AZURE");
        project.awaitRunning(CLUSTER);
        assertThat(project.cluster(CLUSTER).at("/customerKey/privatePath").asBoolean())
                .isFalse();
    }

    @Test
    @Order(3)
    @DisplayName("require private networking, and create an endpoint, which waits for approval")
    @Rule({"E1", "E2", "E3", "C6"})
    void createAnEndpoint() {
        // Given
        Reply early = page.createEndpoint(REGION);

        // When
        Reply required = page.requirePrivateNetworking(true, key);
        Reply created = page.createEndpoint(REGION);
        Reply listed = page.listEndpoints();

        // Then
        assertThat(early.expect(400).at("/errorCode")).isEqualTo("KMS_PRIVATE_NETWORKING_NOT_REQUIRED");
        assertThat(required.expect(200).at("/azureKeyVault/requirePrivateNetworking"))
                .isEqualTo("true");
        assertThat(created.expect(202).at("/status")).isEqualTo("INITIATING");
        JsonNode endpoint = listed.expect(200).results().getFirst();
        assertThat(endpoint.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                        "cloudProvider", "id", "privateEndpointConnectionName", "regionName", "status");
        assertThat(endpoint.path("cloudProvider").asText()).isEqualTo("AZURE");
        assertThat(endpoint.path("regionName").asText()).isEqualTo(REGION);
        endpoints().awaitStatus(created.at("/id"), "PENDING_ACCEPTANCE");
        assertThat(vault.connections("Pending")).hasSize(1);
        Tenant.assertRunning(project.cluster(CLUSTER));
    }

    @Test
    @Order(4)
    @DisplayName("approve the private endpoint connection: clusters are moved, and the vault closed to the internet")
    @Rule({"E2", "E8", "E9"})
    void approve() {
        // When
        decidePending("Approved");

        // Then
        endpoints().await(REGION, "ACTIVE");
        project.awaitPrivatePath(CLUSTER);
        project.awaitRunning(CLUSTER);

        // When
        vault.openToTheInternet(false);

        // Then
        awaitPrivateCheck();
        Tenant.assertRunning(project.cluster(CLUSTER));

        // When
        Reply created = project.createCluster("elsewhere", "AZURE", "AZURE", ELSEWHERE);
        Reply extended = project.moveCluster(CLUSTER, "AZURE", REGION, ELSEWHERE);

        // Then
        assertThat(List.of(created, extended)).allSatisfy(refused -> {
            assertThat(refused.expect(400).at("/errorCode")).isEqualTo("KMS_PRIVATE_ENDPOINT_MISSING_IN_REGION");
            assertThat(refused.at("/detail")).contains(ELSEWHERE).doesNotContain(REGION);
        });
    }

    @Test
    @Order(5)
    @DisplayName("what cannot be modified while there are endpoints: the vault, its group, its subscription")
    @Rule({"C11", "C7", "C8"})
    void frozenSettings() {
        // When
        List<Reply> frozen = List.of(
                configure("\"keyVaultName\":\"another-vault\",\"keyIdentifier\":\"%s\""
                        .formatted(key.replace(vault.name(), "another-vault"))),
                configure("\"resourceGroupName\":\"another-group\""),
                configure("\"subscriptionID\":\"a39012fb-d604-4cd1-8841-77f705f3e6d5\""));
        Reply inPublic = page.requirePrivateNetworking(false, key);
        Reply disabled = configure("\"enabled\":false");

        // Then
        assertThat(frozen).allSatisfy(refused -> {
            assertThat(refused.expect(400).at("/errorCode")).isEqualTo("AZURE_KEY_VAULT_SETTINGS_LOCKED");
            assertThat(refused.at("/detail")).contains(REGION);
        });
        assertThat(inPublic.expect(400).at("/errorCode"))
                .isEqualTo(
                        "CANNOT_DISABLE_ENCRYPTION_AT_REST_REQUIRE_PRIVATE_NETWORKING_WHILE_PRIVATE_ENDPOINTS_EXIST");
        assertThat(disabled.expect(400).at("/errorCode"))
                .isEqualTo("CANNOT_DISABLE_ENCRYPTION_AT_REST_DUE_TO_PRIVATE_ENDPOINTS");
        assertThat(page.view().at("/azureKeyVault/keyVaultName")).isEqualTo(vault.name());
    }

    @Test
    @Order(6)
    @DisplayName("reject a private endpoint connection: another one is made, to be approved again")
    @Rule({"E6", "P2"})
    void reject() {
        // Given
        String lost = endpoints().id(REGION);

        // When
        vault.connections("Approved").forEach(connection -> vault.decide(connection, "Rejected"));

        // Then
        endpoints().awaitStatus(lost, "PENDING_RECREATION");
        String replacement = endpoints().awaitReplacement(lost);
        assertThat(endpoints().get(replacement).expect(200).at("/status")).isIn("INITIATING", "PENDING_ACCEPTANCE");
        endpoints().awaitStatus(replacement, "PENDING_ACCEPTANCE");
        Tenant.assertRunning(project.cluster(CLUSTER));

        // When
        decidePending("Approved");

        // Then
        endpoints().awaitStatus(replacement, "ACTIVE");
        endpoints().awaitGone(lost);
        assertThat(page.viewEndpoints().expect(200).results()).hasSize(1);
        project.awaitPrivatePath(CLUSTER);
        Tenant.assertRunning(project.cluster(CLUSTER));
    }

    @Test
    @Order(7)
    @DisplayName(
            "rotate the key identifier: clusters are re-wrapped node by node, and the former key counts until then")
    @Rule({"C10", "S3"})
    void rotateTheKeyIdentifier() {
        // Given
        String former = key;
        key = vault.createKey("orders");
        String clusterId = project.clusterId(CLUSTER);
        stage.driver().holdChanges(clusterId);

        // When
        Reply rotated = page.requirePrivateNetworking(true, key);

        // Then
        assertThat(rotated.expect(200).at("/azureKeyVault/keyIdentifier")).isEqualTo(key);
        Tenant.waiting().untilAsserted(() -> assertThat(
                        project.cluster(CLUSTER).path("stateName").asText())
                .isEqualTo("UPDATING"));
        assertThat(project.usage(former).at("/heldBy/clusters").toString()).contains(CLUSTER);

        // When
        stage.driver()
                .report(clusterId, "RUNNING", Map.of("rewrap", "{\"nodesDone\":1,\"nodesTotal\":3}"))
                .expect(200);

        // Then
        Tenant.waiting().untilAsserted(() -> assertThat(project.cluster(CLUSTER)
                        .at("/customerKey/rewrap/nodesDone")
                        .asInt())
                .isEqualTo(1));

        // When
        stage.driver().release(clusterId);

        // Then
        project.awaitRunning(CLUSTER);
        Tenant.waiting().untilAsserted(() -> assertThat(
                        project.usage(former).path("deletable").asBoolean())
                .isTrue());
        assertThat(project.usage(key).at("/heldBy/clusters").toString()).contains(CLUSTER);
    }

    @Test
    @Order(8)
    @DisplayName("revoke access to the key: clusters are paused, and run again once it is restored")
    @Rule({"P1", "P6", "V2", "V4", "K7", "N3"})
    void revokeAccess() {
        // When
        vault.deny(AzureAccounts.DEMO_APPLICATION);

        // Then
        project.awaitStopped(CLUSTER);
        Tenant.waiting().untilAsserted(() -> assertThat(project.alerts("OPEN", INVALID))
                .anySatisfy(alert ->
                        assertThat(alert.at("/keyward/clusters").toString()).contains(CLUSTER)));
        assertThat(project.alerts("OPEN", INVALID))
                .allSatisfy(alert -> assertThat(alert.at("/keyward/calls").findValuesAsText("path"))
                        .contains("PRIVATE"));
        assertThat(project.alerts("OPEN", INVALID))
                .extracting(alert -> alert.at("/keyward/region").asText())
                .doesNotContain("global");

        // When
        vault.allow(AzureAccounts.DEMO_APPLICATION);

        // Then
        project.awaitRunning(CLUSTER);
        Tenant.waiting()
                .untilAsserted(() -> assertThat(project.alerts("OPEN", INVALID)).isEmpty());
    }

    @Test
    @Order(9)
    @DisplayName("disable private endpoint connections: first the endpoints, then the setting")
    @Rule({"E5", "C7"})
    void disablePrivateEndpointConnections() {
        // Given
        String id = endpoints().id(REGION);
        vault.openToTheInternet(true);

        // When
        Reply removed = page.removeEndpoint(id);

        // Then
        removed.expect(204);
        assertThat(endpoints().get(id).expect(200).at("/status")).isEqualTo("DELETING");
        endpoints().awaitGone(id);
        assertThat(page.viewEndpoints().expect(200).at("/totalCount")).isEqualTo("0");

        // When
        Reply off = page.requirePrivateNetworking(false, key);

        // Then
        assertThat(off.expect(200).at("/azureKeyVault/requirePrivateNetworking"))
                .isEqualTo("false");
        assertThat(off.at("/azureKeyVault/valid")).isEqualTo("true");
        Tenant.assertRunning(project.cluster(CLUSTER));
    }

    @Test
    @Order(10)
    @DisplayName("disable customer-managed keys for a project: first the clusters, then the project")
    @Rule({"C8", "E12"})
    void disableForAProject() {
        // Given
        Reply early = configure("\"enabled\":false");
        project.patchCluster(CLUSTER, "{\"encryptionAtRestProvider\":\"NONE\"}").expect(200);
        project.awaitWithoutKey(CLUSTER);

        // When
        Reply disabled = configure("\"enabled\":false");

        // Then
        assertThat(early.expect(409).at("/errorCode")).isEqualTo("CANNOT_DISABLE_ENCRYPTION_AT_REST");
        assertThat(early.at("/detail")).contains(CLUSTER);
        assertThat(disabled.expect(200).at("/azureKeyVault/enabled")).isEqualTo("false");
        assertThat(disabled.json().at("/azureKeyVault/keyIdentifier").isNull()).isTrue();
        assertThat(vault.endpoints()).isEmpty();
        assertThat(stage.logs()).doesNotContain(AzureAccounts.DEMO_APPLICATION_SECRET);
    }

    private TenantEndpoints endpoints() {
        return project.endpoints("AZURE");
    }

    private Reply configure(String fields) {
        return project.configure("azureKeyVault", fields);
    }

    /** The owner of the vault approves what waits for it, or rejects it. */
    private void decidePending(String status) {
        List<String> pending =
                Tenant.waiting().until(() -> vault.connections("Pending"), connections -> !connections.isEmpty());
        pending.forEach(connection -> vault.decide(connection, status));
    }

    private void awaitPrivateCheck() {
        Tenant.waiting().untilAsserted(() -> {
            JsonNode latest = project.checks().getFirst();
            assertThat(latest.path("outcome").asText()).isEqualTo("VALID");
            assertThat(latest.path("calls").findValuesAsText("path")).contains("PRIVATE");
        });
    }
}
