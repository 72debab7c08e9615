package io.keyward.config.activity;

import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.V2;
import static io.keyward.config.Tenants.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.atlas.ObjectIds;
import io.keyward.config.FarEnd;
import io.keyward.config.Topic;
import io.keyward.contracts.Actor;
import io.keyward.contracts.EndpointEvent.Endpoint;
import io.keyward.contracts.EndpointEvent.EndpointAwaitingApproval;
import io.keyward.contracts.EndpointEvent.EndpointDeletionRequested;
import io.keyward.contracts.EndpointEvent.EndpointLost;
import io.keyward.contracts.EndpointEvent.EndpointRequested;
import io.keyward.contracts.EnforcementEvent;
import io.keyward.contracts.EnforcementEvent.Enforcement;
import io.keyward.contracts.EnforcementEvent.Rewrap;
import io.keyward.contracts.Event;
import io.keyward.contracts.Topics;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What other services did is in the log once, however often and in whatever order it is told. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class ActivityIT {
    private static final Actor SELF = Actor.system("validation-service");
    private static final Actor DRIVER = new Actor(Actor.DRIVER, "d", "driver", "192.0.2.40");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final String clusterId = ObjectIds.next();
    private String groupId;

    @BeforeEach
    void aProjectOfItsOwn() {
        groupId = project();
    }

    @Test
    @Rule({"N6", "P3"})
    void aClustersLifeIsLoggedOnceThroughRepeatsAndReordering() {
        List<Event> life = List.of(
                new EnforcementEvent.StartRequested(clusterId, 1, at(0), SELF, phase(0, null, null)),
                new EnforcementEvent.Running(clusterId, 2, at(1), DRIVER, phase(1, 1L, null)),
                new EnforcementEvent.Running(clusterId, 3, at(2), DRIVER, phase(1, 1L, new Rewrap(1, 3))),
                new EnforcementEvent.Running(clusterId, 4, at(3), DRIVER, phase(1, 5L, null)),
                new EnforcementEvent.StopRequested(clusterId, 5, at(4), SELF, phase(4, 5L, null)),
                new EnforcementEvent.StopRequested(clusterId, 6, at(5), SELF, phase(4, 5L, new Rewrap(2, 3))),
                new EnforcementEvent.Stopped(clusterId, 7, at(6), DRIVER, phase(6, 5L, null)),
                new EnforcementEvent.ResumeRequested(clusterId, 8, at(7), SELF, phase(7, 5L, null)),
                new EnforcementEvent.Running(clusterId, 9, at(8), DRIVER, phase(8, 5L, null)));

        Stream.of(life, life, life.reversed())
                .flatMap(List::stream)
                .forEach(event -> Topic.publish(Topics.ENFORCEMENT, event));

        awaitSentinel();
        assertThat(logged())
                .containsExactly(
                        "CLUSTER_RESUMED",
                        "CLUSTER_RESUME_SUBMITTED",
                        "CLUSTER_AUTOMATICALLY_PAUSED",
                        "CLUSTER_STOP_SUBMITTED",
                        "CLUSTER_UPDATE_COMPLETED",
                        "CLUSTER_READY");
    }

    /** The endpoint service knows who asked it, and tells. */
    @Test
    @Rule("N6")
    void whoDeletedAnEndpointIsNamedWithTheirAddress() {
        Actor tenant = new Actor(Actor.API_KEY, ObjectIds.next(), "tenantsx", "192.0.2.7");
        Endpoint endpoint = new Endpoint(groupId, "AWS", "us-east-1", START, null, null, null);

        Topic.publish(Topics.ENDPOINTS, new EndpointDeletionRequested(ObjectIds.next(), 1, at(0), tenant, endpoint));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        events("eventType=ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_DELETE_SUBMITTED"))
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .containsEntry("apiKeyId", tenant.id())
                        .containsEntry("publicKey", "tenantsx")
                        .containsEntry("remoteAddress", "192.0.2.7")
                        .containsEntry("created", "2026-01-01T00:00:00Z")));
    }

    @Test
    @Rule({"E6", "N6"})
    void aLossAndWhatReplacesItAreLoggedOnceHoweverOftenTheyAreTold() {
        Actor self = Actor.system("endpoint-service");
        String first = ObjectIds.next();
        String second = ObjectIds.next();
        Endpoint lost = new Endpoint(groupId, "AWS", "us-east-1", START, null, null, "It is gone.");
        Endpoint replaced = new Endpoint(groupId, "AWS", "us-east-1", START, null, null, "It is gone.", null, second);
        Endpoint successor = new Endpoint(groupId, "AWS", "us-east-1", START, null, null, null, first, null);

        Stream.of(
                        new EndpointRequested(second, 1, at(2), self, successor),
                        new EndpointLost(first, 2, at(1), self, replaced),
                        new EndpointLost(first, 1, at(0), self, lost),
                        new EndpointLost(first, 3, at(3), self, replaced),
                        new EndpointAwaitingApproval(second, 2, at(4), self, successor))
                .forEach(event -> Topic.publish(Topics.ENDPOINTS, event));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(events("excludedEventType=GROUP_CREATED"))
                .extracting(event -> event.get("eventTypeName"))
                .containsExactlyInAnyOrder(
                        "ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_PENDING_ACCEPTANCE",
                        "ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_CREATED",
                        "ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_REPLACED",
                        "ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_LOST"));
    }

    /** What is behind it on the same partition has been taken over once this is there. */
    private void awaitSentinel() {
        String other = ObjectIds.next();
        Enforcement enforcement = new Enforcement(groupId, "sentinel", 1, START, List.of());
        Topic.publish(Topics.ENFORCEMENT, new EnforcementEvent.Stopped(other, 1, at(0), SELF, enforcement));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(events("clusterNames=sentinel")).hasSize(1));
    }

    private List<String> logged() {
        return events("clusterNames=orders").stream()
                .map(event -> (String) event.get("eventTypeName"))
                .toList();
    }

    private List<Map<String, Object>> events(String query) {
        return OWNER.get(V2 + "/" + groupId + "/events?" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("results");
    }

    private Enforcement phase(int since, Long appliedRevision, Rewrap rewrap) {
        return new Enforcement(
                groupId, "orders", 1, at(since), List.of(), appliedRevision, null, null, rewrap, null, List.of());
    }

    private static Instant at(int minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }
}
