package io.keyward.validation.enforcement;

import static io.keyward.contracts.Topics.CLUSTERS;
import static io.keyward.contracts.Topics.ENCRYPTION;
import static io.keyward.contracts.Topics.ENFORCEMENT;
import static io.keyward.contracts.Topics.KEYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.Actor;
import io.keyward.contracts.ClusterEvent.CloudRegion;
import io.keyward.contracts.ClusterEvent.ClusterCreated;
import io.keyward.contracts.ClusterEvent.ClusterDeleted;
import io.keyward.contracts.ClusterEvent.ClusterDeletionRequested;
import io.keyward.contracts.EncryptionEvent.EncryptionConfigured;
import io.keyward.contracts.EncryptionEvent.EncryptionDisabled;
import io.keyward.contracts.EncryptionEvent.KeyUse;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.cadence.SweepFixture;
import io.keyward.validation.enforcement.observed.Report;
import io.keyward.validation.enforcement.plan.Observed;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestCloud;
import io.keyward.validation.support.TestEvents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to clusters when a key is taken away and given back, told over Kafka and read from Kafka. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class RevocationIT {
    private static final Actor TENANT = new Actor(Actor.API_KEY, "5f0", "tenant", "10.0.0.1");
    private static final Actor DRIVER = new Actor(Actor.DRIVER, "5f1", "driver", "10.0.0.2");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    SweepFixture sweep;

    @Inject
    EnforcementStore store;

    @Inject
    EnforcementSweep enforcementSweep;

    @Inject
    Database database;

    private final String groupId = ObjectIds.next();
    private final String keyUseId = ObjectIds.next();
    private final String clusterId = ObjectIds.next();
    private final String arn = TestCloud.createKey();
    private TestEvents events;

    @BeforeEach
    void open() {
        events = TestEvents.open(KEYS, ENFORCEMENT);
    }

    @AfterEach
    void close() throws InterruptedException {
        TestCloud.control("DELETE", "disturbances", "");
        events.close();
    }

    @Rule({"P1", "V1", "V2", "V4", "V7", "K7"})
    @Test
    void aDisabledKeyStopsTheClusterAndAnEnabledOneResumesIt() {
        runningCluster();

        TestCloud.disable(arn);
        sweep.check(groupId);
        awaitTypes(keyUseId, "keyward.key.validated.v1", "keyward.key.revoked.v1");
        awaitTypes(clusterId, start(), running(), "keyward.cluster.stop-requested.v1");
        assertThat(events.last(clusterId).at("/enforcement/reasons/0/reason").asText())
                .isEqualTo("KEY_DISABLED");
        report(Observed.STOPPED);
        awaitTypes(clusterId, start(), running(), "keyward.cluster.stop-requested.v1", "keyward.cluster.stopped.v1");

        TestCloud.enable(arn);
        sweep.check(groupId);
        awaitLast(clusterId, "keyward.cluster.resume-requested.v1");
        report(Observed.RUNNING);
        awaitLast(clusterId, running());
        assertThat(events.last(clusterId).at("/enforcement/reasons")).isEmpty();
        awaitLast(keyUseId, "keyward.key.validated.v1");
    }

    @Rule({"P2", "V3"})
    @Test
    void noAnswerStopsNothingAndIsToldOnce() {
        runningCluster();

        TestCloud.control("PUT", "disturbances/" + groupId, "{\"effect\":\"UNREACHABLE\",\"service\":\"kms\"}");
        sweep.check(groupId);
        sweep.check(groupId);
        sweep.check(groupId);
        awaitTypes(keyUseId, "keyward.key.validated.v1", "keyward.key.unverified.v1");
        assertThat(events.last(keyUseId).at("/facts/verdict").asText()).isEqualTo("VALID");
        assertThat(events.last(keyUseId).at("/facts/unverifiedSince").isTextual())
                .isTrue();
        assertThat(database.one("select unanswered::text from key_use where key_use_id = ?", keyUseId))
                .isEqualTo("3");

        TestCloud.control("DELETE", "disturbances/" + groupId, "");
        sweep.check(groupId);
        awaitTypes(keyUseId, "keyward.key.validated.v1", "keyward.key.unverified.v1", "keyward.key.validated.v1");
        assertThat(events.typesOf(clusterId)).containsExactly(start(), running());
    }

    @Rule("V2")
    @Test
    void aClusterThatAppearsUnderARevokedKeyIsNotStarted() {
        configure(1, TestCloud.use(keyUseId, arn));
        awaitLast(keyUseId, "keyward.key.validated.v1");
        TestCloud.disable(arn);
        sweep.check(groupId);
        awaitLast(keyUseId, "keyward.key.revoked.v1");

        create(1);

        awaitTypes(clusterId, "keyward.cluster.stop-requested.v1");
    }

    @Rule("K7")
    @Test
    void aStopCanBeDeferredAndOlderReportsChangeNothing() {
        runningCluster();
        long first = requestRevision();
        TestCloud.disable(arn);
        sweep.check(groupId);
        awaitLast(clusterId, "keyward.cluster.stop-requested.v1");

        var late = reportOn(first, Observed.RUNNING);
        assertThat(late.outcome()).isEqualTo("IGNORED_OLDER");
        assertThat(late.explanation()).contains("older");
        assertThat(late.cluster().phase()).isEqualTo("STOPPING");

        report(Observed.DEFERRED);
        awaitLast(clusterId, "keyward.cluster.stop-deferred.v1");
        report(Observed.STOPPED);
        awaitLast(clusterId, "keyward.cluster.stopped.v1");
    }

    @Test
    void aClusterThatComesBackByItselfIsStoppedAgain() {
        runningCluster();
        TestCloud.disable(arn);
        sweep.check(groupId);
        awaitLast(clusterId, "keyward.cluster.stop-requested.v1");
        report(Observed.STOPPED);
        awaitLast(clusterId, "keyward.cluster.stopped.v1");

        report(Observed.RUNNING);

        awaitLast(clusterId, "keyward.cluster.stop-requested.v1");
    }

    @Test
    void repeatedAndReorderedEventsEndRight() {
        var other = ObjectIds.next();
        configure(3, TestCloud.use(keyUseId, arn));
        awaitLast(keyUseId, "keyward.key.validated.v1");
        configure(1, TestCloud.use(other, arn));
        configure(3, TestCloud.use(keyUseId, arn));
        events.publish(ENCRYPTION, new EncryptionDisabled(groupId, 2, Instant.now(), TENANT, List.of()));
        events.publish(
                CLUSTERS,
                new ClusterDeletionRequested(
                        clusterId, 2, Instant.now(), TENANT, groupId, "c", "AWS", regions(), List.of(), false));
        create(1);
        awaitTypes(clusterId, "keyward.cluster.removal-requested.v1");
        create(1);
        report(Observed.REMOVED);
        awaitTypes(clusterId, "keyward.cluster.removal-requested.v1", "keyward.cluster.removed.v1");
        events.publish(CLUSTERS, new ClusterDeleted(clusterId, 3, Instant.now(), TENANT, groupId, "c"));
        configure(4, TestCloud.use(keyUseId, arn));
        var marker = ObjectIds.next();
        events.publish(
                CLUSTERS,
                new ClusterCreated(
                        marker, 1, Instant.now(), TENANT, groupId, "marker", "NONE", regions(), List.of(), false));
        awaitTypes(marker, start());

        assertThat(events.typesOf(clusterId)).hasSize(2);
        assertThat(database.query("select key_use_id from key_use where group_id = ? and retired_at is null", groupId))
                .containsExactly(keyUseId);
        assertThat(database.query("select key_use_id from key_use where key_use_id = ?", other))
                .isEmpty();
    }

    @Rule({"P2", "V4"})
    @Test
    void whatAKeyStoppedThatIsNoLongerUsedWaitsForAValidOne() {
        runningCluster();
        TestCloud.disable(arn);
        sweep.check(groupId);
        awaitLast(clusterId, "keyward.cluster.stop-requested.v1");

        events.publish(ENCRYPTION, new EncryptionDisabled(groupId, 9, Instant.now(), TENANT, List.of()));
        awaitLast(keyUseId, "keyward.key.retired.v1");
        assertThat(database.one("select phase from cluster where cluster_id = ?", clusterId))
                .isEqualTo("STOPPING");

        configure(10, TestCloud.use(ObjectIds.next(), TestCloud.createKey()));
        awaitLast(clusterId, "keyward.cluster.resume-requested.v1");
    }

    @Test
    void theSweepFindsWhatNobodyCaused() throws Throwable {
        runningCluster();
        database.query(
                "update key_use set verdict = 'REVOKED', reason = 'KEY_DISABLED' where key_use_id = ?", keyUseId);

        VertxContextSupport.subscribeAndAwait(enforcementSweep::sweep);

        awaitLast(clusterId, "keyward.cluster.stop-requested.v1");
    }

    private void runningCluster() {
        configure(1, TestCloud.use(keyUseId, arn));
        awaitTypes(keyUseId, "keyward.key.validated.v1");
        create(1);
        awaitTypes(clusterId, start());
        report(Observed.RUNNING);
        awaitTypes(clusterId, start(), running());
    }

    private void configure(long revision, KeyUse... keyUses) {
        events.publish(
                ENCRYPTION, new EncryptionConfigured(groupId, revision, Instant.now(), TENANT, List.of(keyUses)));
    }

    private void create(long revision) {
        events.publish(
                CLUSTERS,
                new ClusterCreated(
                        clusterId, revision, Instant.now(), TENANT, groupId, "c", "AWS", regions(), List.of(), false));
    }

    private long requestRevision() {
        return Long.parseLong(
                database.one("select request_revision::text from cluster where cluster_id = ?", clusterId));
    }

    private void report(Observed seen) {
        assertThat(reportOn(requestRevision(), seen).outcome()).isEqualTo("ACCEPTED");
    }

    private EnforcementView.Reply reportOn(long requestRevision, Observed seen) {
        try {
            return VertxContextSupport.subscribeAndAwait(
                            () -> store.report(clusterId, Report.of(requestRevision, seen), DRIVER))
                    .orElseThrow();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitTypes(String id, String... types) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(events.typesOf(id)).containsExactly(types));
    }

    private void awaitLast(String id, String type) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(events.typesOf(id)).isNotEmpty().last().isEqualTo(type));
    }

    private static List<CloudRegion> regions() {
        return List.of(new CloudRegion("AWS", TestCloud.REGION));
    }

    private static String start() {
        return "keyward.cluster.start-requested.v1";
    }

    private static String running() {
        return "keyward.cluster.running.v1";
    }
}
