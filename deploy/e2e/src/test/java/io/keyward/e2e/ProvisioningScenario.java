package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.e2e.cloud.Outages.Outage;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.testkit.Rule;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nodes that the customer's KMS does not let in, and clusters that go down while it does not answer. */
@ExtendWith(Stage.Extension.class)
class ProvisioningScenario {
    private static final Duration A_WHILE = Duration.ofSeconds(45);
    private static final String CLUSTER = "orders";
    private static final String CUT_OFF = "ap-southeast-5";
    private static final Map<String, String> REFUSED = Map.of("nodesReachKms", "false");

    private final Stage stage;

    ProvisioningScenario(Stage stage) {
        this.stage = stage;
    }

    @Test
    @Rule({"K6", "A4"})
    void nodesThatAreNotLetInAreTakenBackInTheEnd() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "ap-south-1", CLUSTER);
        String clusterId = tenant.clusterId(CLUSTER);
        stage.driver().holdChanges(clusterId);

        // When
        tenant.patchClusterRegions(CLUSTER, "ap-south-1", "ap-south-2").expect(200);
        stage.driver()
                .report(clusterId, "RUNNING", Map.of("nodesReachKms", "false", "addresses", """
                                {"inbound":["192.0.2.1"],"outbound":["192.0.2.2"],"futureInbound":[],"futureOutbound":["192.0.2.3"]}"""))
                .expect(200);

        // Then
        await().atMost(A_WHILE).until(() -> !tenant.cluster(CLUSTER)
                .at("/customerKey/provisioning/rollsBackAt")
                .isMissingNode());
        assertThat(tenant.cluster(CLUSTER).path("stateName").asText()).isEqualTo("UPDATING");
        await().atMost(A_WHILE).until(() -> stage.api()
                .get(tenant.project("/ipAddresses"))
                .expect(200)
                .text()
                .contains("192.0.2.3"));

        // Then
        await().atMost(A_WHILE)
                .until(() -> tenant.cluster(CLUSTER)
                                .at("/replicationSpecs/0/regionConfigs")
                                .size()
                        == 1);
        stage.driver().release(clusterId);
        tenant.awaitRunning(CLUSTER);
    }

    @Test
    @Rule("K6")
    void aNewClusterThatIsNotLetInGoesAgain() {
        // Given
        Tenant tenant = Tenant.arrive(stage, "ap-south-1");
        tenant.configure().expect(200);
        stage.driver().hold(tenant.groupId());
        tenant.createCluster(CLUSTER).expect(201);
        String clusterId = tenant.clusterId(CLUSTER);

        // When
        await().atMost(A_WHILE).until(() -> stage.driver().asked(clusterId).status() == 200);
        stage.driver().report(clusterId, "STOPPED", REFUSED).expect(200);

        // Then
        await().atMost(A_WHILE)
                .until(() -> tenant.cluster(CLUSTER).path("stateName").asText().equals("DELETING"));
        stage.driver().release(tenant.groupId());
        await().atMost(A_WHILE)
                .until(() ->
                        stage.api().get(tenant.project("/clusters/" + CLUSTER)).status() == 404);
    }

    @Test
    @Rule("K5")
    void whoGoesDownWhileTheKmsDoesNotAnswerComesBackWithIt() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, CUT_OFF, CLUSTER);
        String clusterId = tenant.clusterId(CLUSTER);
        stage.driver().hold(clusterId);
        stage.outages().begin(CUT_OFF, Outage.UNREACHABLE);
        await().atMost(A_WHILE).until(() -> !tenant.alerts("OPEN", "ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED")
                .isEmpty());

        // Then
        Tenant.assertRunning(tenant.cluster(CLUSTER));

        // When
        stage.driver().report(clusterId, "STOPPED", REFUSED).expect(200);

        // Then
        await().atMost(A_WHILE).until(() -> {
            JsonNode key = tenant.cluster(CLUSTER).path("customerKey");
            return key.path("state").asText().equals("RESUMING");
        });

        // When
        stage.outages().end(CUT_OFF);
        stage.driver().release(clusterId);

        // Then
        tenant.awaitRunning(CLUSTER);
    }
}
