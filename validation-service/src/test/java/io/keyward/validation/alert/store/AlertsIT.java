package io.keyward.validation.alert.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.Topics;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.cadence.SweepFixture;
import io.keyward.validation.enforcement.ClusterFixture;
import io.keyward.validation.enforcement.plan.Observed;
import io.keyward.validation.keyuse.KeyUseFixture;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestCloud;
import io.keyward.validation.support.TestEvents;
import io.keyward.validation.support.TestSettings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alerts open and close with the conditions behind them, in the transaction of what causes them. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(TestSettings.class)
class AlertsIT {
    private static final String KEY_INVALID = "AWS_ENCRYPTION_KEY_INVALID";
    private static final String NETWORK = "ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED";
    private static final String UNOBSERVED = "CLUSTER_STOP_NOT_OBSERVED";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    AlertFixture alerts;

    @Inject
    KeyUseFixture keyUses;

    @Inject
    ClusterFixture clusters;

    @Inject
    SweepFixture checks;

    @Inject
    Database database;

    private final String groupId = ObjectIds.next();
    private final String keyUseId = ObjectIds.next();
    private final String clusterId = ObjectIds.next();
    private final String arn = TestCloud.createKey();
    private TestEvents events;

    @BeforeEach
    void oneClusterUnderAKey() {
        events = TestEvents.open(Topics.ALERTS);
        keyUses.configure(groupId, 1, TestCloud.use(keyUseId, arn));
        checks.check(groupId);
        clusters.running(groupId, clusterId, "orders");
    }

    @AfterEach
    void close() throws InterruptedException {
        TestCloud.control("DELETE", "disturbances/" + groupId, "");
        events.close();
    }

    @Rule({"N4", "P6"})
    @Test
    void aRevokedKeyHasOneAlertUntilItWorksAgain() {
        revoke();

        var id = alerts.idOf(groupId, KEY_INVALID);
        awaitEvents(id, "keyward.alert.opened.v1");
        var told = events.last(id).at("/alert");
        assertThat(told.at("/reason").asText()).isEqualTo("KEY_DISABLED");
        assertThat(told.at("/subject/id").asText()).isEqualTo(keyUseId);
        assertThat(told.at("/clusters/0/name").asText()).isEqualTo("orders");
        assertThat(told.at("/remedy").asText()).isNotBlank();
        assertThat(database.one("select calls from alert where id = ?", id)).contains("requestId", "kms:");

        clusters.running(groupId, ObjectIds.next(), "payments");
        awaitEvents(id, "keyward.alert.opened.v1", "keyward.alert.updated.v1");

        TestCloud.enable(arn);
        checks.check(groupId);
        assertThat(alerts.open(groupId)).isEmpty();
        awaitEvents(id, "keyward.alert.opened.v1", "keyward.alert.updated.v1", "keyward.alert.closed.v1");
        assertThat(events.last(id).at("/alert/closedAt").isTextual()).isTrue();
    }

    @Test
    void aFlappingCheckOpensNothingAndMailsNothing() {
        TestCloud.control("PUT", "disturbances/" + groupId, "{\"effect\":\"UNREACHABLE\",\"service\":\"kms\"}");
        checks.check(groupId);
        TestCloud.control("DELETE", "disturbances/" + groupId, "");
        checks.check(groupId);

        assertThat(database.query("select id from alert where group_id = ?", groupId))
                .isEmpty();
        assertThat(database.query("select 1 from notice where group_id = ?", groupId))
                .isEmpty();
    }

    @Rule({"V3", "N2", "N4"})
    @Test
    void aKeyThatGivesNoAnswerHasANetworkAlertOnceThatHasLasted() {
        TestCloud.control("PUT", "disturbances/" + groupId, "{\"effect\":\"UNREACHABLE\",\"service\":\"kms\"}");
        checks.check(groupId);
        alerts.sweep();
        assertThat(alerts.open(groupId)).isEmpty();

        database.query(
                "update key_use set unverified_since = unverified_since - interval '2 minutes' where key_use_id = ?",
                keyUseId);
        alerts.sweep();
        assertThat(alerts.open(groupId)).containsExactly(NETWORK);
        assertThat(database.one("select clusters from alert where group_id = ?", groupId))
                .contains("orders");

        TestCloud.control("DELETE", "disturbances/" + groupId, "");
        checks.check(groupId);
        assertThat(alerts.open(groupId)).isEmpty();
        assertThat(database.one("select phase from cluster where cluster_id = ?", clusterId))
                .isEqualTo("RUNNING");
    }

    @Rule("P1")
    @Test
    void aStopThatNobodySawHasAnAlertUntilSomebodyDoes() {
        revoke();
        alerts.sweep();
        assertThat(alerts.open(groupId)).containsExactly(KEY_INVALID);

        database.query("update cluster set phase_since = now() - interval '3 minutes' where cluster_id = ?", clusterId);
        alerts.sweep();
        assertThat(alerts.open(groupId)).containsExactly(KEY_INVALID, UNOBSERVED);

        clusters.report(clusterId, Observed.STOPPED);
        assertThat(alerts.open(groupId)).containsExactly(KEY_INVALID);
    }

    @Test
    void whatTheProjectNoLongerUsesHasNoAlert() {
        revoke();
        keyUses.configure(groupId, 2);

        assertThat(alerts.open(groupId)).isEmpty();
        assertThat(database.one("select ending from alert where group_id = ?", groupId))
                .contains("no longer uses");
    }

    private void revoke() {
        TestCloud.disable(arn);
        checks.check(groupId);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(alerts.open(groupId)).contains(KEY_INVALID));
    }

    private void awaitEvents(String id, String... types) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(events.typesOf(id)).isEqualTo(List.of(types)));
    }
}
