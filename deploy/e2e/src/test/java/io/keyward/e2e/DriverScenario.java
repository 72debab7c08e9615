package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.contracts.Topics;
import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Message;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.testkit.Rule;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Between Keyward and whatever runs the databases: what was asked is not what was seen. */
@ExtendWith(Stage.Extension.class)
class DriverScenario {
    private static final Duration A_WHILE = Duration.ofSeconds(45);
    private static final String CLUSTER = "orders";

    private final Stage stage;

    DriverScenario(Stage stage) {
        this.stage = stage;
    }

    @Test
    @Rule({"P1", "K7"})
    void aStopThatNobodySawIsNotShownAsStopped() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "us-east-1", CLUSTER);
        String clusterId = tenant.clusterId(CLUSTER);
        stage.driver().hold(clusterId);

        // When
        tenant.disableKey();

        // Then
        awaitState(tenant, "STOP_REQUESTED");
        assertThat(tenant.cluster(CLUSTER).path("paused").asBoolean()).isFalse();

        // When
        stage.driver().report(clusterId, requestInForce(clusterId), "DEFERRED").expect(200);

        // Then
        awaitState(tenant, "DEFERRED");
        assertThat(tenant.cluster(CLUSTER).path("paused").asBoolean()).isFalse();

        // When
        stage.driver().release(clusterId);

        // Then
        tenant.awaitStopped(CLUSTER);
    }

    @Test
    @Rule("P1")
    void aReportOnAnOlderRequestChangesNothing() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "us-east-1", CLUSTER);
        String clusterId = tenant.clusterId(CLUSTER);
        long older = requestInForce(clusterId);
        tenant.disableKey();
        tenant.awaitStopped(CLUSTER);

        // When
        Reply reply = stage.driver().report(clusterId, older, "RUNNING");

        // Then
        assertThat(reply.expect(200).at("/outcome")).isEqualTo("IGNORED_OLDER");
        Tenant.assertStopped(tenant.cluster(CLUSTER));
    }

    @Test
    @Rule("K4")
    void aClusterThatItsKeyHoldsTakesChangesAndAppliesThemWhenItRunsAgain() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "us-east-1", CLUSTER);
        String clusterId = tenant.clusterId(CLUSTER);
        tenant.disableKey();
        tenant.awaitStopped(CLUSTER);
        long before = applied(clusterId);

        // When
        tenant.resizeCluster(CLUSTER, "M20").expect(200);

        // Then
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(wanted(clusterId)).isGreaterThan(before));
        stage.driver()
                .report(
                        clusterId,
                        requestInForce(clusterId),
                        "STOPPED",
                        Map.of("appliedRevision", String.valueOf(wanted(clusterId))))
                .expect(200);
        assertThat(applied(clusterId)).isEqualTo(before);

        // When
        tenant.enableKey();

        // Then
        tenant.awaitRunning(CLUSTER);
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(applied(clusterId)).isEqualTo(wanted(clusterId)));
    }

    @Test
    @Rule("C19")
    void aProjectThatObservesIsToldAndKeepsItsClustersUntilItEnforces() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "us-east-1", CLUSTER);
        String mode = "/api/keyward/v1/groups/" + tenant.groupId() + "/enforcement";
        stage.api().put(mode, "{\"mode\":\"OBSERVE\"}").expect(200);

        // When
        tenant.disableKey();

        // Then
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(tenant.alerts("OPEN", "AWS_ENCRYPTION_KEY_INVALID"))
                .singleElement()
                .satisfies(alert -> assertThat(alert.at("/keyward/explanation").asText())
                        .contains("It would have stopped: " + CLUSTER)));
        Tenant.assertRunning(tenant.cluster(CLUSTER));

        // When
        stage.api().put(mode, "{\"mode\":\"ENFORCE\"}").expect(200);

        // Then
        tenant.awaitStopped(CLUSTER);

        // When
        stage.api().put(mode, "{\"mode\":\"OBSERVE\"}").expect(200);

        // Then
        tenant.awaitRunning(CLUSTER);
    }

    @Test
    @Rule("A1")
    void onlyDriversReport() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "us-east-1", CLUSTER);
        String path = "/api/keyward/v1/clusters/" + tenant.clusterId(CLUSTER) + "/observed";

        // When
        Reply byOwner = stage.api().put(path, "{\"requestRevision\":1,\"state\":\"STOPPED\"}");
        Reply ofDriver = stage.driverApi().get(tenant.project("/encryptionAtRest"));

        // Then
        assertThat(byOwner.expect(403).at("/errorCode")).isEqualTo("ACCESS_FORBIDDEN");
        assertThat(ofDriver.status()).isIn(403, 404);
    }

    private void awaitState(Tenant tenant, String state) {
        await().atMost(A_WHILE).untilAsserted(() -> {
            JsonNode customerKey = tenant.cluster(CLUSTER).path("customerKey");
            assertThat(customerKey.path("state").asText()).isEqualToIgnoringCase(state);
        });
    }

    private long applied(String clusterId) {
        return Long.parseLong(stage.driver().asked(clusterId).expect(200).at("/appliedRevision"));
    }

    private long wanted(String clusterId) {
        return Long.parseLong(stage.driver().asked(clusterId).expect(200).at("/clusterRevision"));
    }

    private long requestInForce(String clusterId) {
        Message last = stage.events().of(Topics.ENFORCEMENT, clusterId).getLast();
        return last.value().at("/enforcement/requestRevision").asLong();
    }
}
