package io.keyward.validation.alert.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.Actor;
import io.keyward.contracts.ClusterEvent.CloudRegion;
import io.keyward.contracts.ClusterEvent.ClusterUpdated;
import io.keyward.contracts.EncryptionEvent;
import io.keyward.contracts.EndpointEvent;
import io.keyward.contracts.EndpointEvent.Endpoint;
import io.keyward.contracts.EndpointEvent.EndpointActivated;
import io.keyward.contracts.EndpointEvent.EndpointAwaitingApproval;
import io.keyward.contracts.EndpointEvent.EndpointFailed;
import io.keyward.contracts.EndpointEvent.EndpointLost;
import io.keyward.contracts.Topics;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.cadence.SweepFixture;
import io.keyward.validation.endpoint.EndpointFixture;
import io.keyward.validation.enforcement.ClusterFixture;
import io.keyward.validation.enforcement.plan.Observed;
import io.keyward.validation.keyuse.KeyUseFixture;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestCloud;
import io.keyward.validation.support.TestEndpoints;
import io.keyward.validation.support.TestEvents;
import io.keyward.validation.support.TestSettings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alerts about private endpoints, and about clusters that private networking cannot serve. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(TestSettings.class)
class PrivateNetworkingAlertsIT {
    private static final String ENDPOINT = "ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_FAILED";
    private static final String UNAPPROVED = "ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_PENDING_APPROVAL";
    private static final String CLOUDS = "ENCRYPTION_AT_REST_MULTI_CLOUD_CLUSTER_DISABLED";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    AlertFixture alerts;

    @Inject
    KeyUseFixture keyUses;

    @Inject
    ClusterFixture clusters;

    @Inject
    EndpointFixture endpoints;

    @Inject
    SweepFixture checks;

    @Inject
    Database database;

    private final String groupId = ObjectIds.next();
    private final String clusterId = ObjectIds.next();
    private TestEvents events;

    @BeforeEach
    void oneClusterUnderAKey() {
        events = TestEvents.open(Topics.ALERTS);
        keyUses.configure(groupId, 1, TestCloud.use(ObjectIds.next(), TestCloud.createKey()));
        checks.check(groupId);
        clusters.running(groupId, clusterId, "orders");
    }

    @AfterEach
    void close() throws InterruptedException {
        events.close();
    }

    @Test
    void anEndpointThatFailedOrWasLostHasAnAlertUntilItCanBeUsed() {
        var endpointId = ObjectIds.next();
        publish(new EndpointFailed(
                endpointId, 1, Instant.now(), Actor.system("endpoint-service"), endpoint("It broke.")));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(alerts.open(groupId)).containsExactly(ENDPOINT));
        assertThat(database.one("select explanation from alert where group_id = ?", groupId))
                .contains("It broke.");

        publish(new EndpointLost(endpointId, 2, Instant.now(), Actor.system("endpoint-service"), endpoint(null)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(database.one("select reason from alert where group_id = ?", groupId))
                        .isEqualTo("LOST"));

        publish(new EndpointActivated(endpointId, 3, Instant.now(), Actor.system("endpoint-service"), endpoint(null)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(alerts.open(groupId)).isEmpty());
    }

    @Test
    @Rule({"E6", "E11", "P2"})
    void whatWasLostHasOneAlertUntilItsReplacementWasApprovedWhichHasAnAlertWhenItIsLate() {
        var first = new TestEndpoints(ObjectIds.next(), groupId, TestCloud.REGION, "vpce-1");
        var next = first.replacement("vpce-2");
        endpoints.tell(first.activated(1));
        endpoints.tell(next.requested(1, Instant.now()));
        endpoints.tell(first.lost(2));
        endpoints.tell(first.replaced(3, Instant.now(), next));
        endpoints.tell(next.awaitingApproval(2, Instant.now()));
        alerts.sweep();

        assertThat(alerts.open(groupId)).containsExactly(ENDPOINT);
        assertThat(database.one("select explanation from alert where group_id = ?", groupId))
                .contains("Its replacement, endpoint " + next.id() + ", waits for your approval")
                .doesNotContain("null");

        database.query("update endpoint set since = since - interval '25 hours' where endpoint_id = ?", next.id());
        alerts.sweep();
        assertThat(alerts.open(groupId)).containsExactly(ENDPOINT, UNAPPROVED);

        endpoints.tell(next.activated(3));
        assertThat(alerts.open(groupId)).isEmpty();
        assertThat(database.query("select ending from alert where group_id = ? order by event_type_name", groupId))
                .containsExactly(
                        "The endpoint that replaces it, " + next.id() + ", can be used.",
                        "The private endpoint was approved, and can be used.");
        assertThat(database.one("select phase from cluster where cluster_id = ?", clusterId))
                .isEqualTo("RUNNING");
    }

    @Test
    @Rule("E11")
    void onAzureAnApprovalThatIsLateHasAnAlertUntilTheVaultsOwnerApproves() {
        var endpointId = ObjectIds.next();
        var waiting = new Endpoint(groupId, "AZURE", "eastus2", Instant.now(), "/subscriptions/s", null, null);
        publish(new EndpointAwaitingApproval(endpointId, 1, Instant.now(), Actor.system("endpoint-service"), waiting));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        database.query("select state from endpoint where endpoint_id = ?", endpointId))
                .containsExactly("AWAITING_APPROVAL"));
        alerts.sweep();
        assertThat(alerts.open(groupId)).isEmpty();

        database.query(
                "update endpoint set since = since - interval '25 hours' where endpoint_id = ? returning 1",
                endpointId);
        alerts.sweep();
        assertThat(alerts.open(groupId)).containsExactly(UNAPPROVED);

        publish(new EndpointActivated(
                endpointId,
                2,
                Instant.now(),
                Actor.system("endpoint-service"),
                new Endpoint(groupId, "AZURE", "eastus2", Instant.now(), "/subscriptions/s", "10.0.0.4", null)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(alerts.open(groupId)).isEmpty());
        assertThat(database.query("select status || ': ' || ending from alert where group_id = ?", groupId))
                .containsExactly("CLOSED: The private endpoint was approved, and can be used.");
    }

    @Test
    @Rule("E10")
    void aClusterOnSeveralCloudsIsStoppedWhilePrivateNetworkingCannotServeIt() {
        keyUses.configure(groupId, 2, azure(true));
        onClouds(2, "AZURE", "AWS");
        assertThat(phase()).isEqualTo("STOPPING");
        assertThat(alerts.open(groupId)).containsExactly(CLOUDS);
        clusters.report(clusterId, Observed.STOPPED);

        keyUses.configure(groupId, 3, azure(false));
        assertThat(phase()).isEqualTo("RESUMING");
        assertThat(alerts.open(groupId)).isEmpty();
        clusters.report(clusterId, Observed.RUNNING);

        keyUses.configure(groupId, 4, azure(true));
        assertThat(phase()).isEqualTo("STOPPING");
        assertThat(alerts.open(groupId)).containsExactly(CLOUDS);
        onClouds(3, "AZURE");
        assertThat(phase()).isEqualTo("RESUMING");
        assertThat(alerts.open(groupId)).isEmpty();
    }

    private void onClouds(long revision, String... providers) {
        clusters.update(new ClusterUpdated(
                clusterId,
                revision,
                Instant.now(),
                Actor.system("config-service"),
                groupId,
                "orders",
                "AZURE",
                Stream.of(providers)
                        .map(provider -> new CloudRegion(provider, "somewhere"))
                        .toList(),
                List.of(),
                false));
    }

    private static EncryptionEvent.KeyUse azure(boolean privateNetworking) {
        return new EncryptionEvent.KeyUse(
                ObjectIds.next(),
                "AZURE",
                "https://v.vault.azure.net/keys/k",
                "westeurope",
                true,
                privateNetworking,
                null,
                null,
                false);
    }

    private String phase() {
        return database.one("select phase from cluster where cluster_id = ?", clusterId);
    }

    private void publish(EndpointEvent event) {
        events.publish(Topics.ENDPOINTS, event);
    }

    private Endpoint endpoint(String error) {
        return new Endpoint(groupId, "AWS", TestCloud.REGION, Instant.now(), "vpce-1", "vpce-1.example", error);
    }
}
