package io.keyward.validation.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.Actor;
import io.keyward.contracts.ClusterEvent.CloudRegion;
import io.keyward.contracts.ClusterEvent.ClusterCreated;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.enforcement.observed.Report;
import io.keyward.validation.enforcement.plan.Observed;
import io.keyward.validation.keyuse.KeyUseFixture;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestCloud;
import io.keyward.validation.support.TestSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(TestSettings.class)
class OverdueStopsIT {
    @Inject
    EnforcementSweep sweep;

    @Inject
    ClusterStore clusters;

    @Inject
    EnforcementStore enforcement;

    @Inject
    KeyUseFixture keyUses;

    @Inject
    Database database;

    @Inject
    MeterRegistry meters;

    private final String groupId = ObjectIds.next();
    private final String clusterId = ObjectIds.next();

    @Rule("P1")
    @Test
    void aStopThatNobodySawCarriedOutIsCountedUntilItIs() throws Throwable {
        stopRequested();
        // Clusters of other tests are of no age, so that none of them comes to be overdue in between.
        database.query("update cluster set phase_since = now()");
        awaitOverdue(0);

        database.query("update cluster set phase_since = now() - interval '3 minutes' where cluster_id = ?", clusterId);
        awaitOverdue(1);

        var request = Long.parseLong(
                database.one("select request_revision::text from cluster where cluster_id = ?", clusterId));
        VertxContextSupport.subscribeAndAwait(
                () -> enforcement.report(clusterId, Report.of(request, Observed.STOPPED), Actor.system("driver")));
        awaitOverdue(0);
    }

    /** The sweep that ticks by itself may end after ours with what it read before. */
    private void awaitOverdue(int stops) {
        await().untilAsserted(() -> {
            VertxContextSupport.subscribeAndAwait(sweep::sweep);
            assertThat(meters.get("keyward.stops.overdue").gauge().value()).isEqualTo(stops);
        });
    }

    private void stopRequested() throws Throwable {
        keyUses.configure(groupId, 1, TestCloud.use(ObjectIds.next(), TestCloud.createKey()));
        database.query("update key_use set verdict = 'REVOKED', reason = 'KEY_DISABLED' where group_id = ?", groupId);
        var created = new ClusterCreated(
                clusterId,
                1,
                Instant.now(),
                Actor.system("config-service"),
                groupId,
                "c",
                "AWS",
                List.of(new CloudRegion("AWS", TestCloud.REGION)),
                List.of(),
                false);
        VertxContextSupport.subscribeAndAwait(() -> clusters.project(created));
    }
}
