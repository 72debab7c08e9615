package io.keyward.validation.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.Actor;
import io.keyward.contracts.ClusterEvent.CloudRegion;
import io.keyward.contracts.ClusterEvent.ClusterCreated;
import io.keyward.contracts.ClusterEvent.ClusterDeletionRequested;
import io.keyward.contracts.Topics;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.endpoint.EndpointFixture;
import io.keyward.validation.keyuse.KeyUseFixture;
import io.keyward.validation.support.OtherSettings;
import io.keyward.validation.support.TestCloud;
import io.keyward.validation.support.TestEndpoints;
import io.keyward.validation.support.TestEvents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OtherSettings.class)
@QuarkusTestResource(Engines.class)
class AutomaticAcknowledgeIT {
    private static final Actor TENANT = Actor.system("config-service");

    @Inject
    KeyUseFixture keyUses;

    @Inject
    EndpointFixture endpoints;

    @Inject
    ClusterFixture clusters;

    @Test
    void theAnnouncingDriverBelievesItself() throws InterruptedException {
        var clusterId = ObjectIds.next();
        var groupId = ObjectIds.next();
        var regions = List.of(new CloudRegion("AWS", TestCloud.REGION));
        try (var events = TestEvents.open(Topics.ENFORCEMENT)) {
            events.publish(
                    Topics.CLUSTERS,
                    new ClusterCreated(
                            clusterId, 1, Instant.now(), TENANT, groupId, "c", "NONE", regions, List.of(), false));
            events.publish(
                    Topics.CLUSTERS,
                    new ClusterDeletionRequested(
                            clusterId, 2, Instant.now(), TENANT, groupId, "c", "NONE", regions, List.of(), false));

            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(events.typesOf(clusterId))
                    .containsExactly(
                            "keyward.cluster.start-requested.v1",
                            "keyward.cluster.running.v1",
                            "keyward.cluster.removal-requested.v1",
                            "keyward.cluster.removed.v1"));
        }
    }

    @Test
    @Rule("E9")
    void itsNodesMoveToThePrivatePathAsSoonAsThereIsOne() {
        var groupId = ObjectIds.next();
        var clusterId = ObjectIds.next();
        var endpoint = new TestEndpoints(ObjectIds.next(), groupId, TestCloud.REGION, "vpce-1");
        keyUses.configure(groupId, 1, TestCloud.use(ObjectIds.next(), "arn:aws:kms:us-east-1:1:key/k", true));
        clusters.running(groupId, clusterId, "c");

        endpoints.tell(endpoint.activated(1));

        assertThat(clusters.view(clusterId).privatePaths()).singleElement().satisfies(path -> {
            assertThat(path.endpointId()).isEqualTo(endpoint.id());
            assertThat(path.movedSince()).isNotNull();
        });
    }
}
