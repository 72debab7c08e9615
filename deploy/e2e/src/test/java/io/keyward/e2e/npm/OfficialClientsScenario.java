package io.keyward.e2e.npm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.local.folder.Addresses;
import io.keyward.testkit.npm.NpmPackages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Published clients, unmodified, list what there is: a project, its cluster, and the alert that says why the cluster is stopped. */
@EnabledIfSystemProperty(
        named = "keyward.official-clients",
        matches = "true",
        disabledReason = "fetches published clients with npm; asked for with ./keyward test --official-clients")
@ExtendWith(Stage.Extension.class)
@TestInstance(Lifecycle.PER_CLASS)
class OfficialClientsScenario {
    private static final Path FOLDER = Path.of("target", "official-clients").toAbsolutePath();
    private static final String KEY_ALERT = "AWS_ENCRYPTION_KEY_INVALID";

    private final Stage stage;
    private NpmPackages packages;
    private Tenant tenant;

    OfficialClientsScenario(Stage stage) {
        this.stage = stage;
    }

    @BeforeAll
    void aTenantWithATale() throws IOException, InterruptedException {
        packages = NpmPackages.install(FOLDER, "mongodb-mcp-server@3.0.4", "mongodb-atlas-api-client@4.19.0");
        tenant = Tenant.withCluster(stage, "us-east-1", "orders");
        tenant.disableKey();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(tenant.alerts("OPEN", KEY_ALERT))
                .hasSize(1));
        tenant.awaitStopped("orders");
    }

    /** The client sends no version, and counts its requests on across nonces. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theApiClientListsWithDigest(boolean tls) throws IOException, InterruptedException {
        // Given
        Addresses addresses = stage.stack().addresses();
        Map<String, String> environment = Map.of(
                "BASE_URL", tls ? addresses.tlsBaseUrl() : addresses.baseUrl(),
                "NODE_EXTRA_CA_CERTS", addresses.caFile(),
                "PUBLIC_KEY", addresses.publicKey(),
                "PRIVATE_KEY", addresses.privateKey(),
                "PROJECT_ID", tenant.groupId(),
                "CLUSTER", "orders");

        // When
        JsonNode answers =
                new ObjectMapper().readTree(packages.run(OfficialClientsScenario.class, "lists.mjs", environment));

        // Then
        assertThat(answers.at("/project/name").asText()).isEqualTo(tenant.projectName());
        assertThat(answers.at("/projects/results").findValuesAsText("id")).contains(tenant.groupId());
        assertThat(answers.at("/clusters/results").findValuesAsText("name")).contains("orders");
        assertThat(answers.at("/cluster/customerKey/state").asText()).isEqualTo("STOPPED");
        assertThat(answers.at("/alerts/results").findValuesAsText("eventTypeName"))
                .contains(KEY_ALERT);
        assertThat(answers.at("/roles/awsIamRoles").findValuesAsText("roleId")).contains(tenant.roleId());
    }

    /** The server takes TLS and a service account only. It looks for authorities itself: on macOS in the keychain, which is not touched here. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void theMcpServerListsWithAToken() throws IOException {
        // Given
        Addresses addresses = stage.stack().addresses();
        Map<String, String> environment = Map.of(
                "SSL_CERT_FILE", addresses.caFile(),
                "MDB_MCP_API_BASE_URL", addresses.tlsBaseUrl(),
                "MDB_MCP_API_CLIENT_ID", addresses.clientId(),
                "MDB_MCP_API_CLIENT_SECRET", addresses.clientSecret(),
                "MDB_MCP_TELEMETRY", "disabled",
                "MDB_MCP_READ_ONLY", "true",
                "MDB_MCP_LOG_PATH", FOLDER.toString(),
                "MDB_MCP_EXPORTS_PATH", FOLDER.toString());
        Map<String, String> project = Map.of("projectId", tenant.groupId());
        String account = "/api/keyward/v1/groups/" + tenant.groupId() + "/serviceAccounts/" + addresses.clientId();
        stage.api().put(account, "{\"roles\":[\"GROUP_READ_ONLY\"]}").expect(200);

        // When, Then
        try (McpServer server = McpServer.start(packages.program("mongodb-mcp-server", environment))) {
            assertThat(server.call("atlas-list-orgs", Map.of())).contains(stage.orgId());
            assertThat(server.call("atlas-list-projects", Map.of("orgId", stage.orgId(), "limit", 500)))
                    .contains(tenant.projectName());
            assertThat(server.call("atlas-list-clusters", project)).contains("orders");
            assertThat(server.call("atlas-list-clusters", Map.of())).contains("orders");
            assertThat(server.call(
                            "atlas-inspect-cluster", Map.of("projectId", tenant.groupId(), "clusterName", "orders")))
                    .contains("orders");
            assertThat(server.call("atlas-list-alerts", project)).contains(KEY_ALERT);
        }
    }
}
