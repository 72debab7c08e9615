package io.keyward.validation.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.Topics;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.cadence.SweepFixture;
import io.keyward.validation.endpoint.EndpointFixture;
import io.keyward.validation.enforcement.observed.Report;
import io.keyward.validation.enforcement.plan.Observed;
import io.keyward.validation.keyuse.KeyUseFixture;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestCloud;
import io.keyward.validation.support.TestEndpoints;
import io.keyward.validation.support.TestEvents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clusters are told of private paths, and move to them when their driver says so. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class PrivatePathReportsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    ClusterFixture clusters;

    @Inject
    KeyUseFixture keyUses;

    @Inject
    EndpointFixture endpoints;

    @Inject
    SweepFixture sweep;

    @Inject
    Database database;

    private final String groupId = ObjectIds.next();
    private final String clusterId = ObjectIds.next();
    private final String keyUseId = ObjectIds.next();
    private final String arn = TestCloud.createKey();

    @BeforeEach
    void aClusterRunsUnderAKeyThatIsToBeReachedPrivately() {
        keyUses.configure(groupId, 1, TestCloud.use(keyUseId, arn, false));
        sweep.check(groupId);
        clusters.running(groupId, clusterId, "c");
        keyUses.configure(groupId, 2, TestCloud.use(keyUseId, arn, true));
    }

    @Rule({"E9", "E6"})
    @Test
    void nodesMoveToThePrivatePathWhenTheirDriverSaysSoEndpointByEndpoint() throws InterruptedException {
        var first = new TestEndpoints(ObjectIds.next(), groupId, TestCloud.REGION, "vpce-1");
        var next = first.replacement("vpce-2");
        var since = clusters.view(clusterId).since();
        try (var events = TestEvents.open(Topics.ENFORCEMENT)) {
            endpoints.tell(first.activated(1));

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(events.last(clusterId)
                            .at("/enforcement/privatePaths/0/endpointId")
                            .asText())
                    .isEqualTo(first.id()));
            assertThat(events.last(clusterId).at("/type").asText()).isEqualTo("keyward.cluster.running.v1");
            assertThat(events.last(clusterId).at("/enforcement/since").asText()).isEqualTo(since.toString());
            assertThat(events.last(clusterId)
                            .at("/enforcement/privatePaths/0/movedSince")
                            .isMissingNode())
                    .isTrue();
        }
        assertThat(moved()).containsExactly(first.id() + " false");

        takes(first.id());
        assertThat(moved()).containsExactly(first.id() + " true");
        var told = revision();
        takes((String[]) null);
        takes(first.id());
        endpoints.tell(first.activated(1));
        assertThat(moved()).containsExactly(first.id() + " true");
        assertThat(revision()).as("what is said again is not told again").isEqualTo(told);

        endpoints.tell(next.requested(1, Instant.now()));
        endpoints.tell(first.replaced(2, Instant.now(), next));
        assertThat(moved()).isEmpty();
        endpoints.tell(next.activated(2));
        endpoints.tell(first.activated(1));
        takes((String[]) null);
        assertThat(moved()).containsExactly(next.id() + " false");

        takes(next.id());
        assertThat(moved()).containsExactly(next.id() + " true");
        takes();
        assertThat(moved()).containsExactly(next.id() + " false");
    }

    /** What a cluster was before anybody knew of private paths is put right without anything happening. */
    @Rule("E9")
    @Test
    void aClusterThatIsNotOnItsPathsIsFoundBySweeping() {
        var endpoint = new TestEndpoints(ObjectIds.next(), groupId, TestCloud.REGION, "vpce-1");
        endpoints.tell(endpoint.activated(1));
        assertThat(clusters.worthALook()).doesNotContain(groupId);

        database.query("update cluster set private_paths = '[]' where cluster_id = ?", clusterId);
        assertThat(clusters.worthALook()).contains(groupId);
        clusters.sweep();

        assertThat(moved()).containsExactly(endpoint.id() + " false");
        database.query("update endpoint set state = 'LOST' where endpoint_id = ?", endpoint.id());
        assertThat(clusters.worthALook()).contains(groupId);
        clusters.sweep();
        assertThat(moved()).isEmpty();
        assertThat(clusters.worthALook()).doesNotContain(groupId);
    }

    /** Which private paths the cluster is to take, and whether it does. */
    private List<String> moved() {
        return clusters.view(clusterId).privatePaths().stream()
                .map(path -> path.endpointId() + " " + (path.movedSince() != null))
                .toList();
    }

    private void takes(String... endpointIds) {
        long request = clusters.view(clusterId).requestRevision();
        var taken = endpointIds == null ? null : List.of(endpointIds);
        clusters.report(clusterId, new Report(request, Observed.RUNNING, null, null, null, null, null, taken));
    }

    private String revision() {
        return database.one("select revision::text from cluster where cluster_id = ?", clusterId);
    }
}
