package io.keyward.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.contracts.Topics;
import io.keyward.testkit.EngineControl;
import io.keyward.testkit.EventReader;
import io.keyward.testkit.OwnEngines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@Rule("P3")
@QuarkusTest
@WithTestResource(value = OwnEngines.class, initArgs = @ResourceArg(name = "kafka", value = "stopped"))
class StartWithoutKafkaIT {
    @Inject
    ThingStore things;

    @Inject
    ThingProjectionStore projection;

    EngineControl engines;

    @Test
    void aServiceStartsAndWorksWhileKafkaIsDownAndCatchesUpAfterwards() throws Exception {
        // Given
        String id = "thing-" + UUID.randomUUID();
        assertThat(RestAssured.get("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(RestAssured.get("/q/health/live").statusCode()).isEqualTo(200);

        // When
        Wait.on(() -> things.rename(id, "before Kafka"));
        engines.startKafka();

        // Then
        try (EventReader reader = EventReader.open(engines.kafka(), Topics.KEYS)) {
            Wait.until().untilAsserted(() -> assertThat(reader.eventsOf(id)).hasSize(1));
            Wait.until().untilAsserted(() -> assertThat(Wait.on(() -> projection.nameOf(id)))
                    .containsExactly("before Kafka"));
        }
    }
}
