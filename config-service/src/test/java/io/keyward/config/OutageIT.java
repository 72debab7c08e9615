package io.keyward.config;

import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.V2;
import static io.keyward.config.Tenants.cluster;
import static io.keyward.config.Tenants.clusters;
import static io.keyward.config.Tenants.project;
import static io.keyward.config.Tenants.projectWithKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.keyward.contracts.Topics;
import io.keyward.testkit.EngineControl;
import io.keyward.testkit.EventReader;
import io.keyward.testkit.OwnEngines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens while Kafka or PostgreSQL is gone, and when it is back. */
@QuarkusTest
@TestProfile(OutageIT.Alone.class)
@QuarkusTestResource(value = OwnEngines.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = FarEnd.class, restrictToAnnotatedClass = true)
class OutageIT {
    /** A start of the application of its own: its engines are taken away. */
    public static final class Alone implements QuarkusTestProfile {}

    private static final Duration SOON = Duration.ofSeconds(60);

    EngineControl engines;

    @AfterEach
    void giveEverythingBack() {
        engines.startKafka();
        engines.startPostgres();
    }

    @Test
    @Rule("P3")
    void withoutKafkaRequestsSucceedAndTheirEventsLeaveLater() throws Exception {
        String groupId = projectWithKey();
        engines.stopKafka();

        String later = project();
        String clusterId = OWNER.call("2024-10-23")
                .body(cluster("orders", "AWS").replace('\'', '"'))
                .post(clusters(groupId))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        OWNER.call("2023-02-01").delete(clusters(groupId) + "/orders").then().statusCode(202);

        engines.startKafka();
        try (EventReader events = EventReader.open(engines.kafka(), Topics.PROJECTS, Topics.CLUSTERS)) {
            await().atMost(SOON).untilAsserted(() -> {
                assertThat(events.eventsOf(later)).hasSize(1);
                assertThat(events.eventsOf(clusterId))
                        .extracting(event -> event.headers().get("ce_type"))
                        .containsExactly("keyward.cluster.created.v1", "keyward.cluster.deletion-requested.v1");
            });
        }
    }

    @Test
    @Rule("P3")
    void withoutPostgresItSaysWhenToComeBack() {
        String groupId = project();
        engines.stopPostgres();

        OWNER.get(V2 + "/" + groupId)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("errorCode", is("SERVICE_UNAVAILABLE"));

        engines.startPostgres();
        await().atMost(SOON)
                .untilAsserted(() -> OWNER.get(V2 + "/" + groupId).then().statusCode(200));
    }
}
