package io.keyward.messaging.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.keyward.contracts.Topics;
import io.keyward.messaging.Wait;
import io.keyward.testkit.EngineControl;
import io.keyward.testkit.OwnEngines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

@Rule("P3")
@QuarkusTest
@TestProfile(Doomed.class)
@WithTestResource(OwnEngines.class)
class ChannelsLivenessIT {
    EngineControl engines;

    @Test
    void outagesAreSurvivedAndAChannelThatHasEndedAsksForARestart() {
        // Given
        engines.stopPostgres();
        engines.stopKafka();
        assertThat(RestAssured.get("/q/health/live").statusCode()).isEqualTo(200);
        engines.startKafka();
        engines.startPostgres();
        assertThat(RestAssured.get("/q/health/live").statusCode()).isEqualTo(200);

        // When
        sendOneRecord();

        // Then
        Wait.until().untilAsserted(() -> RestAssured.get("/q/health/live")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'channels' }.data.ended", is("doomed")));
    }

    private void sendOneRecord() {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", engines.kafka()), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.PROJECTS, "key", "value"));
        }
    }
}
