package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.testkit.Rule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody clicks through a console: from the organisation to the project, its clusters, its key and its alerts, and does what the pages offer. */
@ExtendWith(Stage.Extension.class)
class ConsoleScenario {
    private static final Duration A_WHILE = Duration.ofSeconds(45);
    private static final String CLUSTER = "orders";

    private final Stage stage;

    ConsoleScenario(Stage stage) {
        this.stage = stage;
    }

    @Test
    @Rule({"A5", "C5", "S3"})
    void thePagesLeadFromTheOrganizationToTheKey() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "ca-central-1", CLUSTER);
        tenant.createCluster("invoices").expect(201);
        tenant.awaitRunning("invoices");

        // When
        Reply projects = get("/api/atlas/v2/orgs/" + stage.orgId() + "/groups?name=" + tenant.projectName());
        Reply project = get("/api/atlas/v2/groups/byName/" + tenant.projectName());
        Reply everywhere = get("/api/atlas/v2/clusters?itemsPerPage=500");
        Reply clusters = get(tenant.project("/clusters"));
        Reply key = get(tenant.project("/encryptionAtRest"));
        Reply usage = get("/api/keyward/v1/groups/" + tenant.groupId() + "/keys");

        // Then
        assertThat(projects.at("/results/0/id")).isEqualTo(tenant.groupId());
        assertThat(project.at("/clusterCount")).isEqualTo("2");
        assertThat(clusters.at("/totalCount")).isEqualTo("2");
        assertThat(clusters.results())
                .allSatisfy(cluster ->
                        assertThat(cluster.at("/customerKey/key").asText()).isEqualTo(tenant.keyArn()));
        JsonNode inProject = everywhere.results().stream()
                .filter(group -> group.path("groupId").asText().equals(tenant.groupId()))
                .findFirst()
                .orElseThrow();
        assertThat(inProject.path("groupName").asText()).isEqualTo(tenant.projectName());
        assertThat(inProject.path("clusters"))
                .extracting(cluster -> cluster.path("name").asText())
                .containsExactlyInAnyOrder(CLUSTER, "invoices");
        assertThat(key.json().at("/awsKms/valid").asBoolean()).isTrue();
        assertThat(usage.results()).hasSize(1);
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(
                        get(tenant.project("/alertConfigs")).results())
                .extracting(config -> config.path("eventTypeName").asText())
                .contains(
                        "ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED",
                        "AWS_ENCRYPTION_KEY_INVALID",
                        "AWS_ENCRYPTION_KEY_NEEDS_ROTATION"));
        assertThat(get(tenant.project("/encryptionAtRest/AWS/privateEndpoints")).results())
                .isEmpty();
    }

    @Test
    @Rule({"K7", "V4"})
    void whatAPersonStoppedStaysStoppedWhenTheKeyIsBack() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "ca-central-1", CLUSTER);
        tenant.disableKey();
        tenant.awaitStopped(CLUSTER);

        // When
        JsonNode refused = started(tenant);

        // Then
        assertThat(refused.path("paused").asBoolean()).isTrue();
        assertThat(refused.at("/customerKey/explanation").asText()).contains("paused: false does not start it");

        // When
        tenant.patchCluster(CLUSTER, "{\"paused\":true}").expect(200);
        tenant.enableKey();
        tenant.checkNow().expect(200);

        // Then
        await().atMost(A_WHILE).until(() -> !tenant.cluster(CLUSTER)
                .at("/customerKey/reason")
                .asText("")
                .equals("KEY_DISABLED"));
        assertThat(tenant.cluster(CLUSTER).path("paused").asBoolean()).isTrue();

        // When
        started(tenant);

        // Then
        tenant.awaitRunning(CLUSTER);
    }

    @Test
    @Rule({"K4", "K7"})
    void aPausedClusterIsStartedFirstAndOneThatItsKeyStoppedIsChangedLater() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "ca-central-1", CLUSTER);
        tenant.patchCluster(CLUSTER, "{\"paused\":true}").expect(200);
        await().atMost(A_WHILE)
                .until(() -> tenant.cluster(CLUSTER).path("paused").asBoolean());

        // When
        Reply grown = tenant.patchCluster(CLUSTER, size("M20"));
        Reply again = tenant.patchCluster(CLUSTER, "{\"paused\":true}");

        // Then
        assertThat(List.of(grown.expect(409).at("/errorCode"), again.expect(409).at("/errorCode")))
                .containsExactly("CANNOT_UPDATE_PAUSED_CLUSTER", "CLUSTER_ALREADY_PAUSED");

        // When
        started(tenant);
        tenant.awaitRunning(CLUSTER);
        tenant.disableKey();
        tenant.awaitStopped(CLUSTER);
        tenant.patchCluster(CLUSTER, size("M20")).expect(200);

        // Then
        assertThat(tenant.cluster(CLUSTER)
                        .at("/replicationSpecs/0/regionConfigs/0/electableSpecs/instanceSize")
                        .asText())
                .isEqualTo("M20");
        Tenant.assertStopped(tenant.cluster(CLUSTER));

        // When
        tenant.enableKey();

        // Then
        tenant.awaitRunning(CLUSTER);
    }

    private JsonNode started(Tenant tenant) {
        return tenant.patchCluster(CLUSTER, "{\"paused\":false}").expect(200).json();
    }

    private static String size(String size) {
        return """
                {"replicationSpecs":[{"regionConfigs":[{"providerName":"AWS","regionName":"CA_CENTRAL_1","priority":7,
                 "electableSpecs":{"instanceSize":"%s","nodeCount":3}}]}]}""".formatted(size);
    }

    private Reply get(String path) {
        return stage.api().get(path).expect(200);
    }
}
