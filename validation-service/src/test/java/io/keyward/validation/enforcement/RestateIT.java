package io.keyward.validation.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.Actor;
import io.keyward.contracts.ClusterEvent.CloudRegion;
import io.keyward.contracts.ClusterEvent.ClusterDeleted;
import io.keyward.contracts.ClusterEvent.ClusterUpdated;
import io.keyward.contracts.Revision;
import io.keyward.contracts.Topics;
import io.keyward.messaging.epoch.Restated;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.cadence.SweepFixture;
import io.keyward.validation.enforcement.plan.Observed;
import io.keyward.validation.keyuse.KeyUseFixture;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestCloud;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A restored database: what it holds was told of under an earlier epoch, and a driver may have been asked something else since. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class RestateIT {
    /** Below every revision of the epoch that tests run in. */
    private static final long FLOOR = Revision.floor(1);

    private static final Actor ANNA = new Actor(Actor.API_KEY, "5f0", "anna", "10.0.0.1");

    @Inject
    ClusterFixture clusters;

    @Inject
    KeyUseFixture keyUses;

    @Inject
    SweepFixture sweep;

    @Inject
    Database database;

    @Inject
    @All
    List<Restated> all;

    private final String groupId = ObjectIds.next();
    private final String clusterId = ObjectIds.next();
    private final String keyUseId = ObjectIds.next();
    private final String arn = TestCloud.createKey();

    @BeforeEach
    void aClusterRunsUnderAValidKey() {
        keyUses.configure(groupId, 1, TestCloud.use(keyUseId, arn));
        sweep.check(groupId);
        clusters.running(groupId, clusterId, "c");
    }

    @AfterEach
    void theCloudIsQuiet() {
        TestCloud.control("DELETE", "disturbances/" + groupId, "");
    }

    @Rule({"P2", "P3"})
    @Test
    void aKeyIsToldOfAnewByItsFirstAnswerAndByNothingBefore() {
        restore();
        silence();
        sweep.check(groupId);
        assertThat(events(keyUseId)).containsExactly("keyward.key.validated.v1");

        TestCloud.control("DELETE", "disturbances/" + groupId, "");
        sweep.check(groupId);
        sweep.check(groupId);

        assertThat(events(keyUseId)).containsExactly("keyward.key.validated.v1", "keyward.key.validated.v1");
        assertThat(Long.parseLong(database.one("select revision::text from key_use where key_use_id = ?", keyUseId)))
                .isGreaterThan(FLOOR);
    }

    @Rule("P3")
    @Test
    void aClusterIsToldOfAnewWhenItsKeysHaveAnsweredUnderARequestThatNobodySaw() {
        restore();
        var since = clusters.view(clusterId).since();
        assertThat(restate(false)).isFalse();

        sweep.check(groupId);
        assertThat(restate(false)).isTrue();

        assertThat(clusters.view(clusterId).phase()).isEqualTo("RUNNING");
        assertThat(clusters.view(clusterId).since()).isEqualTo(since);
        assertThat(clusters.view(clusterId).requestRevision()).isGreaterThan(FLOOR);
        assertThat(events(clusterId).getLast()).isEqualTo("keyward.cluster.running.v1");
        assertThat(isOlder()).isFalse();
    }

    @Rule({"P1", "P2"})
    @Test
    void whatWasAskedSinceIsAskedAnewAsItIsWanted() {
        restore();
        sweep.check(groupId);

        assertThat(restate(true)).isTrue();

        assertThat(clusters.view(clusterId).phase()).isEqualTo("RESUMING");
        assertThat(clusters.view(clusterId).requestRevision()).isGreaterThan(FLOOR);
        clusters.report(clusterId, Observed.RUNNING);
        assertThat(clusters.view(clusterId).phase()).isEqualTo("RUNNING");
    }

    @Rule({"P1", "V4"})
    @Test
    void nothingIsStartedForWhatAKeyWasBeforeTheRestoreAndAPersonIsObeyed() {
        update(2, true);
        clusters.report(clusterId, Observed.STOPPED);
        restore();

        update(3, false);
        assertThat(clusters.view(clusterId).phase()).isEqualTo("STOPPED");
        sweep.check(groupId);
        clusters.sweep();
        assertThat(clusters.view(clusterId).phase()).isEqualTo("RESUMING");

        clusters.report(clusterId, Observed.RUNNING);
        restore();
        update(4, true);
        assertThat(clusters.view(clusterId).phase()).isEqualTo("STOPPING");
        assertThat(clusters.view(clusterId).requestRevision()).isGreaterThan(FLOOR);
    }

    @Rule("P3")
    @Test
    void whoeverFollowsHearsOfAnEndThatOnlyTheOwnerTold() {
        take(new ClusterDeleted(clusterId, 2, Instant.now(), ANNA, groupId, "c"));

        assertThat(events(clusterId).getLast()).isEqualTo("keyward.cluster.removed.v1");
        assertThat(clusters.view(clusterId).phase()).isEqualTo("REMOVED");
    }

    private void restore() {
        database.query("update key_use set revision = 4 where key_use_id = ?", keyUseId);
        database.query("update cluster set revision = 5, request_revision = 5 where cluster_id = ?", clusterId);
        assertThat(isOlder()).isTrue();
    }

    private void silence() {
        TestCloud.control("PUT", "disturbances/" + groupId, "{\"effect\":\"UNREACHABLE\",\"service\":\"kms\"}");
    }

    private boolean restate(boolean outdated) {
        return run(() -> enforcement().restate(clusterId, FLOOR, outdated));
    }

    private boolean isOlder() {
        var justBefore = clusterId.substring(0, clusterId.length() - 1);
        return run(() -> enforcement().older(FLOOR, justBefore, 1)).contains(clusterId);
    }

    private Restated enforcement() {
        return all.stream()
                .filter(one -> one.topic().equals(Topics.ENFORCEMENT))
                .findFirst()
                .orElseThrow();
    }

    private List<String> events(String id) {
        return database.query("select type from outbox where key = ? order by position", id);
    }

    private void update(long revision, boolean paused) {
        clusters.update(new ClusterUpdated(
                clusterId,
                revision,
                Instant.parse("2026-11-22T10:00:0" + revision + "Z"),
                ANNA,
                groupId,
                "c",
                "AWS",
                List.of(new CloudRegion("AWS", TestCloud.REGION)),
                List.of(),
                paused));
    }

    private void take(ClusterDeleted event) {
        run(() -> clusters.take(event));
    }

    private static <T> T run(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
