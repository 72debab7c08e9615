package io.keyward.config.encryption;

import static io.keyward.config.Tenants.KEY;
import static io.keyward.config.Tenants.rows;
import static io.keyward.config.encryption.Admitting.admit;
import static io.keyward.config.encryption.Admitting.events;
import static io.keyward.config.encryption.Admitting.privateProject;
import static io.keyward.config.encryption.Admitting.stamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.atlas.ObjectIds;
import io.keyward.config.FarEnd;
import io.keyward.config.Topic;
import io.keyward.config.encryption.admitted.AdmissionSweeps;
import io.keyward.contracts.Actor;
import io.keyward.contracts.EndpointEvent;
import io.keyward.contracts.EndpointEvent.Endpoint;
import io.keyward.contracts.Topics;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A region has the use of its key for as long as an endpoint needs it, in whatever order endpoint-service is heard. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class EndpointKeyUseIT {
    private static final Actor ACTOR = Actor.system("endpoint-service");
    private static final String IRISH_KEY = KEY.replace("us-east-1", "eu-west-1");

    FarEnd others;

    @BeforeEach
    void forget() {
        others.reset();
    }

    @Test
    @Rule({"C18", "P3"})
    void aRegionHasItsKeyAsLongAsAnEndpointNeedsIt() {
        String groupId = privateProject();
        stamp(admit(groupId, "eu-west-1"), IRISH_KEY);
        String endpointId = ObjectIds.next();
        Endpoint endpoint = new Endpoint(groupId, "AWS", "eu-west-1", Instant.now(), null, null, null);
        String southern = ObjectIds.next();

        Topic.publish(
                Topics.ENDPOINTS, new EndpointEvent.EndpointRequested(endpointId, 1, Instant.now(), ACTOR, endpoint));
        Topic.publish(
                Topics.ENDPOINTS,
                new EndpointEvent.EndpointRequested(
                        southern,
                        1,
                        Instant.now(),
                        ACTOR,
                        new Endpoint(groupId, "AWS", "ap-south-1", Instant.now(), null, null, null)));
        awaitRegions(groupId, "AP_SOUTH_1", "EU_WEST_1", "US_EAST_1");
        Topic.publish(
                Topics.ENDPOINTS, new EndpointEvent.EndpointDeleted(endpointId, 3, Instant.now(), ACTOR, endpoint));
        Topic.publish(
                Topics.ENDPOINTS, new EndpointEvent.EndpointActivated(endpointId, 2, Instant.now(), ACTOR, endpoint));
        awaitRegions(groupId, "AP_SOUTH_1", "US_EAST_1");

        assertThat(rows("select status from endpoint_seen where group_id = '" + groupId + "' order by region"))
                .containsExactly("INITIATING", "DELETED");
    }

    @Test
    @Rule({"E6", "C18", "P3"})
    void aRegionKeepsItsKeyWhileItsEndpointIsReplacedInWhateverOrderThatIsTold() {
        String groupId = privateProject();
        stamp(admit(groupId, "eu-west-1"), IRISH_KEY);
        List<String> keyUse =
                rows("select id from key_use where region = 'EU_WEST_1' and group_id = '" + groupId + "'");
        int told = events(groupId).size();
        String first = ObjectIds.next();
        String second = ObjectIds.next();
        Endpoint original = lineage(groupId, null, null);
        Endpoint replaced = lineage(groupId, null, second);
        Endpoint successor = lineage(groupId, first, null);

        tell(new EndpointEvent.EndpointActivated(first, 2, Instant.now(), ACTOR, original));
        tell(new EndpointEvent.EndpointLost(first, 4, Instant.now(), ACTOR, replaced));
        tell(new EndpointEvent.EndpointDeleted(first, 6, Instant.now(), ACTOR, replaced));
        tell(new EndpointEvent.EndpointLost(first, 3, Instant.now(), ACTOR, original));
        awaitEndpoints(groupId, "DELETED", "INITIATING");
        tell(new EndpointEvent.EndpointActivated(second, 2, Instant.now(), ACTOR, successor));
        tell(new EndpointEvent.EndpointRequested(second, 1, Instant.now(), ACTOR, successor));
        tell(new EndpointEvent.EndpointLost(first, 4, Instant.now(), ACTOR, replaced));
        awaitEndpoints(groupId, "DELETED", "ACTIVE");

        assertThat(rows("select id from key_use where region = 'EU_WEST_1' and group_id = '" + groupId + "'"))
                .isEqualTo(keyUse);
        assertThat(events(groupId)).hasSize(told);
        tell(new EndpointEvent.EndpointDeleted(second, 3, Instant.now(), ACTOR, successor));
        awaitRegions(groupId, "US_EAST_1");
    }

    @Test
    @Rule({"C18", "E1"})
    void anAdmissionThatLeadsToNoEndpointIsForgottenAndItsKeyUseWithIt() {
        String groupId = privateProject();
        stamp(admit(groupId, "eu-west-1"), IRISH_KEY);
        tell(new EndpointEvent.EndpointRequested(
                ObjectIds.next(),
                1,
                Instant.now(),
                ACTOR,
                new Endpoint(groupId, "AWS", "ap-south-1", Instant.now(), null, null, null)));
        awaitRegions(groupId, "AP_SOUTH_1", "EU_WEST_1", "US_EAST_1");
        AdmissionSweeps.sweep();
        awaitRegions(groupId, "AP_SOUTH_1", "EU_WEST_1", "US_EAST_1");

        AdmissionSweeps.age(groupId);
        AdmissionSweeps.sweep();

        awaitRegions(groupId, "AP_SOUTH_1", "US_EAST_1");
        int told = events(groupId).size();
        AdmissionSweeps.sweep();
        assertThat(events(groupId)).hasSize(told);
    }

    @Test
    @Rule({"C18", "E1"})
    void anEndpointKeepsItsRegionsKeyHoweverLateItsEventsAre() {
        String groupId = privateProject();
        stamp(admit(groupId, "eu-west-1"), IRISH_KEY);
        stamp(admit(groupId, "ap-south-1"), KEY.replace("us-east-1", "ap-south-1"));

        others.onEndpoints(question -> "");
        sweepADayLater(groupId);
        awaitRegions(groupId, "AP_SOUTH_1", "EU_WEST_1", "US_EAST_1");

        others.onEndpoints(FarEnd.endpoints("eu-west-1:ACTIVE"));
        sweepADayLater(groupId);
        sweepADayLater(groupId);
        awaitRegions(groupId, "EU_WEST_1", "US_EAST_1");

        others.onEndpoints(FarEnd.endpoints());
        AdmissionSweeps.sweep();
        awaitRegions(groupId, "EU_WEST_1", "US_EAST_1");
        sweepADayLater(groupId);
        awaitRegions(groupId, "US_EAST_1");
    }

    private static void sweepADayLater(String groupId) {
        AdmissionSweeps.age(groupId);
        AdmissionSweeps.sweep();
    }

    private static Endpoint lineage(String groupId, @Nullable String predecessor, @Nullable String successor) {
        return new Endpoint(groupId, "AWS", "eu-west-1", Instant.now(), null, null, null, predecessor, successor);
    }

    private static void tell(EndpointEvent event) {
        Topic.publish(Topics.ENDPOINTS, event);
    }

    private static void awaitEndpoints(String groupId, String... statuses) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        rows("select status from endpoint_seen where group_id = '" + groupId + "' order by id"))
                .containsExactly(statuses));
    }

    private static void awaitRegions(String groupId, String... regions) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        rows("select region from key_use where group_id = '" + groupId + "' order by region"))
                .containsExactly(regions));
    }
}
