package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.testkit.Rule;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A key is replaced by another one: while clusters are re-wrapped, both have the last word, and the former one until nothing is under it. */
@ExtendWith(Stage.Extension.class)
class RewrapScenario {
    private static final Duration A_WHILE = Duration.ofSeconds(45);
    private static final String CLUSTER = "orders";

    private final Stage stage;

    RewrapScenario(Stage stage) {
        this.stage = stage;
    }

    @Test
    @Rule({"C10", "C9", "C17", "S1", "S2", "S3", "K3"})
    void theFormerKeyCountsUntilTheLastClusterAndTheLastSnapshotHaveLeftIt() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "eu-west-3", CLUSTER);
        String clusterId = tenant.clusterId(CLUSTER);
        String former = tenant.keyArn();
        String next = tenant.addKey();
        String snapshot = takeSnapshot(tenant);
        stage.driver().holdChanges(clusterId);

        // When
        JsonNode preview = stage.api()
                .patch(tenant.project("/encryptionAtRest?dryRun=true"), key(next))
                .expect(200)
                .json();

        // Then
        assertThat(preview.toString()).contains(CLUSTER).contains(snapshot);
        assertThat(tenant.configuration().path("customerMasterKeyID").asText()).isEqualTo(former);

        // When
        stage.api().patch(tenant.project("/encryptionAtRest"), key(next)).expect(200);

        // Then
        awaitState(tenant, "UPDATING");
        JsonNode held = usage(tenant, former);
        assertThat(held.path("deletable").asBoolean()).isFalse();
        assertThat(held.at("/heldBy/clusters").toString()).contains(CLUSTER);
        assertThat(held.at("/heldBy/snapshots").toString()).contains(snapshot);

        // When
        stage.driver()
                .report(clusterId, "RUNNING", Map.of("rewrap", "{\"nodesDone\":1,\"nodesTotal\":3}"))
                .expect(200);

        // Then
        await().atMost(A_WHILE).until(() -> {
            JsonNode progress = tenant.cluster(CLUSTER).at("/customerKey/rewrap");
            return progress.path("nodesDone").asInt() == 1
                    && progress.path("nodesTotal").asInt() == 3;
        });

        // When
        stage.cloud().disable(former);

        // Then
        tenant.awaitStopped(CLUSTER);

        // When
        stage.cloud().enable(former);

        // Then
        await().atMost(A_WHILE)
                .until(() -> !tenant.cluster(CLUSTER).path("paused").asBoolean());

        // When
        stage.driver().release(clusterId);

        // Then
        tenant.awaitRunning(CLUSTER);
        await().atMost(A_WHILE)
                .until(() -> usage(tenant, former).at("/heldBy/clusters").isEmpty());
        assertThat(usage(tenant, former).path("deletable").asBoolean()).isFalse();
        assertThat(usage(tenant, next).at("/heldBy/clusters").toString()).contains(CLUSTER);

        // When
        stage.cloud().disable(former);

        // Then
        awaitRefusedRestore(tenant, snapshot);
        Tenant.assertRunning(tenant.cluster(CLUSTER));

        // When
        stage.cloud().enable(former);

        // Then
        await().atMost(A_WHILE).untilAsserted(() -> restore(tenant, snapshot).expect(200));

        // When
        awaitDeletion(tenant, snapshot);

        // Then
        await().atMost(A_WHILE)
                .until(() -> usage(tenant, former).path("deletable").asBoolean());
        stage.cloud().disable(next);
        tenant.awaitStopped(CLUSTER);
    }

    @Test
    @Rule({"K3", "C8"})
    void switchingTheKeyOffLeavesItOnlyWhenTheSyncIsDone() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "eu-west-3", CLUSTER);
        String clusterId = tenant.clusterId(CLUSTER);
        stage.driver().holdChanges(clusterId);

        // When
        tenant.patchCluster(CLUSTER, "{\"encryptionAtRestProvider\":\"NONE\"}").expect(200);

        // Then
        awaitState(tenant, "UPDATING");
        assertThat(tenant.disableEncryption().expect(409).at("/errorCode"))
                .isEqualTo("CANNOT_DISABLE_ENCRYPTION_AT_REST");

        // When
        stage.driver().release(clusterId);

        // Then
        awaitState(tenant, "IDLE");
        await().atMost(A_WHILE).until(() -> tenant.disableEncryption().status() == 200);
    }

    private String takeSnapshot(Tenant tenant) {
        tenant.patchCluster(CLUSTER, "{\"backupEnabled\":true}").expect(200);
        tenant.awaitRunning(CLUSTER);
        String id = stage.api()
                .post(snapshots(tenant), "{\"description\":\"before the change\",\"retentionInDays\":3}")
                .expect(200)
                .at("/id");
        await().atMost(A_WHILE).until(() -> stage.api()
                .get(snapshots(tenant) + "/" + id)
                .expect(200)
                .at("/status")
                .equals("completed"));
        return id;
    }

    private static String snapshots(Tenant tenant) {
        return tenant.project("/clusters/" + CLUSTER + "/backup/snapshots");
    }

    /** Once the restore is over that was asked for last. */
    private void awaitDeletion(Tenant tenant, String snapshot) {
        await().atMost(A_WHILE)
                .untilAsserted(() ->
                        stage.api().delete(snapshots(tenant) + "/" + snapshot).expect(204));
    }

    private Reply restore(Tenant tenant, String snapshot) {
        return stage.api().post(tenant.project("/clusters/" + CLUSTER + "/backup/restoreJobs"), """
                        {"deliveryType":"automated","snapshotId":"%s","targetClusterName":"%s","targetGroupId":"%s"}""".formatted(
                        snapshot, CLUSTER, tenant.groupId()));
    }

    /** What is believed of a key that no cluster is under changes with its next checks. */
    private void awaitRefusedRestore(Tenant tenant, String snapshot) {
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(
                        restore(tenant, snapshot).expect(400).at("/detail"))
                .contains(tenant.keyArn()));
    }

    private void awaitState(Tenant tenant, String state) {
        await().atMost(A_WHILE)
                .until(() -> tenant.cluster(CLUSTER).path("stateName").asText().equals(state));
    }

    private JsonNode usage(Tenant tenant, String arn) {
        String key = URLEncoder.encode(arn, StandardCharsets.UTF_8);
        return stage.api()
                .get("/api/keyward/v1/groups/" + tenant.groupId() + "/keys/" + key + "/usage")
                .expect(200)
                .json();
    }

    private static String key(String arn) {
        return "{\"awsKms\":{\"customerMasterKeyID\":\"%s\"}}".formatted(arn);
    }
}
