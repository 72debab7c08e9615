package io.keyward.validation.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.Actor;
import io.keyward.contracts.ClusterEvent.CloudRegion;
import io.keyward.contracts.ClusterEvent.ClusterUpdated;
import io.keyward.contracts.EnforcementEvent.Rewrap;
import io.keyward.contracts.Topics;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.cadence.SweepFixture;
import io.keyward.validation.enforcement.observed.Report;
import io.keyward.validation.enforcement.plan.Observed;
import io.keyward.validation.enforcement.plan.StopReason;
import io.keyward.validation.enforcement.plan.StopReason.Kind;
import io.keyward.validation.keyuse.KeyUseFixture;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestCloud;
import io.keyward.validation.support.TestEvents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows from what a driver says beside up and down, and from what people and several keys want of one cluster. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class DriverReportsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Actor ANNA = new Actor(Actor.API_KEY, "5f0", "anna", "10.0.0.1");

    @Inject
    ClusterFixture clusters;

    @Inject
    KeyUseFixture keyUses;

    @Inject
    SweepFixture sweep;

    @Inject
    Database database;

    private final String groupId = ObjectIds.next();
    private final String clusterId = ObjectIds.next();
    private final String keyUseId = ObjectIds.next();
    private final String keyId = ObjectIds.next();
    private final String arn = TestCloud.createKey();

    @BeforeEach
    void aClusterRunsUnderAValidKey() {
        keyUses.configure(groupId, 1, TestCloud.useUnder(keyId, false, keyUseId, arn));
        sweep.check(groupId);
        clusters.running(groupId, clusterId, "c");
    }

    @AfterEach
    void theCloudIsQuiet() {
        TestCloud.control("DELETE", "disturbances/" + groupId, "");
    }

    @Rule("K4")
    @Test
    void aClusterThatItsKeyHoldsTakesChangesAndAppliesThemWhenItRunsAgain() {
        condemn();
        clusters.report(clusterId, Observed.STOPPED);

        update(2, false, keyId);
        long request = clusters.view(clusterId).requestRevision();
        clusters.report(clusterId, new Report(request, Observed.STOPPED, null, 2L, null, null, null, null));

        assertThat(clusters.view(clusterId)).satisfies(held -> {
            assertThat(held.phase()).isEqualTo("STOPPED");
            assertThat(held.clusterRevision()).isEqualTo(2);
            assertThat(held.appliedRevision()).isEqualTo(1);
        });

        TestCloud.enable(arn);
        sweep.check(groupId);
        assertThat(clusters.view(clusterId).appliedRevision()).isEqualTo(1);
        clusters.report(clusterId, Observed.RUNNING);

        assertThat(clusters.view(clusterId).phase()).isEqualTo("RUNNING");
        assertThat(clusters.view(clusterId).appliedRevision()).isEqualTo(2);
    }

    @Rule({"K5", "P2"})
    @Test
    void whatWentDownWhileTheKmsWasSilentIsToComeBackAndReadsSoUntilItIs() throws InterruptedException {
        TestCloud.control("PUT", "disturbances/" + groupId, "{\"effect\":\"UNREACHABLE\",\"service\":\"kms\"}");
        sweep.check(groupId);
        assertThat(clusters.view(clusterId).phase()).isEqualTo("RUNNING");

        try (var events = TestEvents.open(Topics.ENFORCEMENT)) {
            down();
            down();
            sweep.check(groupId);

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(events.typesOf(clusterId))
                    .endsWith("keyward.cluster.running.v1", "keyward.cluster.resume-requested.v1"));
            assertThat(events.last(clusterId).at("/enforcement/reasons")).isEmpty();
            assertThat(events.last(clusterId).at("/enforcement/nodesReachKms").asBoolean(true))
                    .isFalse();
            assertThat(events.last(clusterId)
                            .at("/enforcement/nodesRefusedSince")
                            .isTextual())
                    .isTrue();
            assertThat(clusters.view(clusterId).phase()).isEqualTo("RESUMING");
            long request = clusters.view(clusterId).requestRevision();

            // As soon as the KMS answers, the start is asked for again.
            TestCloud.control("DELETE", "disturbances/" + groupId, "");
            sweep.check(groupId);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                            events.typesOf(clusterId).stream().filter("keyward.cluster.resume-requested.v1"::equals))
                    .hasSize(2));
            assertThat(clusters.view(clusterId).requestRevision()).isEqualTo(request);

            clusters.report(clusterId, Observed.RUNNING);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(events.typesOf(clusterId)).endsWith("keyward.cluster.running.v1"));
            assertThat(clusters.view(clusterId).nodesReachKms()).isTrue();
        }
    }

    /** By whatever goes wrong with its driver: it lost the request, died over it, or is slow. */
    @Rule({"P1", "K7"})
    @Test
    void whatNobodyConfirmsIsAskedAgainUnderTheSameRequest() {
        condemn();
        long request = clusters.view(clusterId).requestRevision();
        assertThat(requests("stop-requested")).isOne();

        clusters.sweep();
        assertThat(requests("stop-requested")).isOne();
        overdue();
        clusters.sweep();
        clusters.sweep();
        assertThat(requests("stop-requested")).isEqualTo(2);

        clusters.report(clusterId, Observed.DEFERRED);
        overdue();
        clusters.sweep();
        assertThat(requests("stop-deferred")).isEqualTo(2);
        assertThat(clusters.view(clusterId).requestRevision()).isEqualTo(request);

        clusters.report(clusterId, Observed.STOPPED);
        overdue();
        clusters.sweep();
        assertThat(requests("stopped")).isOne();

        TestCloud.enable(arn);
        sweep.check(groupId);
        overdue();
        clusters.sweep();
        assertThat(requests("resume-requested")).isEqualTo(2);
    }

    private void overdue() {
        database.query("update cluster set ask_again_at = now() - interval '1 second' where cluster_id = ?", clusterId);
    }

    private int requests(String what) {
        return database.query(
                        "select 1 from outbox where key = ? and type = ?", clusterId, "keyward.cluster." + what + ".v1")
                .size();
    }

    @Rule({"V4", "K7"})
    @Test
    void whatAPersonPausedOnlyAPersonResumes() {
        update(2, true, keyId);
        assertThat(clusters.view(clusterId).phase()).isEqualTo("STOPPING");
        assertThat(clusters.view(clusterId).reasons())
                .singleElement()
                .isEqualTo(StopReason.byHand(Instant.parse("2026-11-22T10:00:02Z"), "anna"));
        clusters.report(clusterId, Observed.STOPPED);

        condemn();
        assertThat(kinds()).containsExactlyInAnyOrder(Kind.HAND, Kind.KEY);
        update(3, true, keyId);
        TestCloud.enable(arn);
        sweep.check(groupId);

        assertThat(kinds()).containsExactly(Kind.HAND);
        assertThat(clusters.view(clusterId).phase()).isEqualTo("STOPPED");
        assertThat(clusters.view(clusterId).reasons().getFirst().since()).isEqualTo("2026-11-22T10:00:02Z");

        update(4, false, keyId);
        assertThat(clusters.view(clusterId).phase()).isEqualTo("RESUMING");
    }

    @Rule({"C10", "V2"})
    @Test
    void aClusterOnItsWayToAnotherKeyIsHeldByTheFormerOneUntilItHasLeftIt() throws InterruptedException {
        var nextKeyId = ObjectIds.next();
        var next = TestCloud.useUnder(nextKeyId, false, ObjectIds.next(), TestCloud.createKey());
        keyUses.configure(groupId, 2, next, TestCloud.useUnder(keyId, true, keyUseId, arn));
        sweep.check(groupId);
        update(2, false, nextKeyId, keyId);
        try (var events = TestEvents.open(Topics.ENFORCEMENT)) {
            long request = clusters.view(clusterId).requestRevision();
            clusters.report(
                    clusterId,
                    new Report(request, Observed.RUNNING, null, null, true, new Report.Rewrap(1, 3), null, null));
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(events.typesOf(clusterId)).hasSize(3);
                assertThat(events.last(clusterId)
                                .at("/enforcement/rewrap/nodesDone")
                                .asInt())
                        .isEqualTo(1);
            });
            assertThat(events.last(clusterId).at("/enforcement/appliedRevision").asInt())
                    .isEqualTo(1);
        }
        assertThat(clusters.view(clusterId).rewrap()).isEqualTo(new Rewrap(1, 3));

        condemn();
        assertThat(clusters.view(clusterId).phase()).isEqualTo("STOPPING");

        update(3, false, nextKeyId);
        assertThat(clusters.view(clusterId).phase()).isEqualTo("RESUMING");
        clusters.report(clusterId, Observed.RUNNING);
        assertThat(clusters.view(clusterId).rewrap()).isNull();
        assertThat(clusters.view(clusterId).appliedRevision()).isEqualTo(3);
    }

    private void down() {
        long request = clusters.view(clusterId).requestRevision();
        clusters.report(clusterId, new Report(request, Observed.STOPPED, null, null, false, null, null, null));
    }

    private List<Kind> kinds() {
        return clusters.view(clusterId).reasons().stream().map(StopReason::kind).toList();
    }

    private void update(long revision, boolean paused, String... keyIds) {
        clusters.update(new ClusterUpdated(
                clusterId,
                revision,
                Instant.parse("2026-11-22T10:00:0" + revision + "Z"),
                ANNA,
                groupId,
                "c",
                "AWS",
                List.of(new CloudRegion("AWS", TestCloud.REGION)),
                List.of(keyIds),
                paused));
    }

    private void condemn() {
        TestCloud.disable(arn);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            sweep.check(groupId);
            assertThat(database.one("select verdict from key_use where key_use_id = ?", keyUseId))
                    .isEqualTo("REVOKED");
        });
    }
}
