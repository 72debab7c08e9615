package io.keyward.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.contracts.Topics;
import io.keyward.testkit.EngineControl;
import io.keyward.testkit.EventReader;
import io.keyward.testkit.OwnEngines;
import io.keyward.testkit.Rule;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Rule("P3")
@QuarkusTest
@WithTestResource(OwnEngines.class)
class ConsumerGuardIT {
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Inject
    ThingConsumer consumer;

    @Inject
    ThingProjectionStore projection;

    @Inject
    MeterRegistry metrics;

    EngineControl engines;

    KafkaProducer<String, String> stranger;

    final String id = "thing-" + UUID.randomUUID();

    @BeforeEach
    void connect() {
        stranger = new KafkaProducer<>(
                Map.of("bootstrap.servers", engines.kafka()), new StringSerializer(), new StringSerializer());
    }

    @AfterEach
    void close() {
        stranger.close();
    }

    @Test
    void repeatedAndReorderedEventsLeaveTheProjectionRight() {
        // When
        for (int revision : List.of(1, 3, 2, 3, 1, 4, 2)) {
            send(id, event(id, revision, "name " + revision));
        }
        send(id + "-last", event(id + "-last", 1, "done"));

        // Then
        Wait.until().untilAsserted(() -> assertThat(consumer.attemptsFor(id)).hasSize(7));
        Wait.until().untilAsserted(() -> assertThat(nameOf(id)).containsExactly("name 4"));
    }

    @Test
    void aMessageThatIsNoEventLiesInTheDeadLettersAndTheNextOneIsHandled() throws Exception {
        try (EventReader deadLetters = EventReader.open(engines.kafka(), Topics.deadLetterOf(Topics.KEYS))) {
            // When
            send(id, "{not json");
            send(id, "{\"type\":\"keyward.key.retired.v1\",\"revision\":1}");
            send(id, null);
            send(id, event(id, 2, "fine"));

            // Then
            Wait.until().untilAsserted(() -> assertThat(nameOf(id)).containsExactly("fine"));
            Wait.until()
                    .untilAsserted(() -> assertThat(deadLetters.eventsOf(id)).hasSize(3));
            EventReader.Received first = deadLetters.eventsOf(id).getFirst();
            assertThat(first.payload()).isEqualTo("{not json");
            assertThat(first.headers())
                    .containsEntry("keyward_topic", Topics.KEYS)
                    .containsKeys("keyward_reason", "keyward_partition", "keyward_offset");
            assertThat(first.headers().get("keyward_reason"))
                    .contains("line 1, column")
                    .doesNotContain("not");
        }
    }

    @Test
    void anEventOfANewerProducerIsSkippedAndCounted() {
        // Given
        double before = unrecognized();

        // When
        send(id, "{\"type\":\"keyward.key.blessed.v1\",\"revision\":1,\"novelty\":{}}");
        send(id, event(id, 2, "fine"));

        // Then
        Wait.until().untilAsserted(() -> assertThat(nameOf(id)).containsExactly("fine"));
        assertThat(unrecognized()).isEqualTo(before + 1);
    }

    @Test
    void aHandlerThatFailsIsCalledAgainUntilItSucceedsAndKeepsTheOrder() {
        // Given
        consumer.failFor(id, 3);

        // When
        send(id, event(id, 1, "first"));
        send(id, event(id, 2, "second"));

        // Then
        Wait.until().untilAsserted(() -> assertThat(nameOf(id)).containsExactly("second"));
        assertThat(consumer.attemptsFor(id)).containsExactly(id + "@1", id + "@1", id + "@1", id + "@1", id + "@2");
    }

    @Test
    void whileTheDatabaseIsDownEventsWaitAndNoneIsPutAside() throws Exception {
        try (EventReader deadLetters = EventReader.open(engines.kafka(), Topics.deadLetterOf(Topics.KEYS))) {
            // Given
            engines.stopPostgres();
            try {
                // When
                send(id, event(id, 1, "first"));
                send(id, event(id, 2, "second"));
                Wait.until().untilAsserted(() -> assertThat(consumer.attemptsFor(id))
                        .hasSizeGreaterThan(1));
            } finally {
                engines.startPostgres();
            }

            // Then
            Wait.until().untilAsserted(() -> assertThat(nameOf(id)).containsExactly("second"));
            assertThat(consumer.attemptsFor(id)).endsWith(id + "@2").startsWith(id + "@1", id + "@1");
            assertThat(deadLetters.eventsOf(id)).isEmpty();
        }
    }

    @Test
    void anAnswerContinuesTheTraceOfWhatItAnswers() throws Exception {
        try (EventReader reader = EventReader.open(engines.kafka(), Topics.KEYS)) {
            // When
            ProducerRecord<String, String> question =
                    new ProducerRecord<>(Topics.KEYS, id, event(id, 1, ThingConsumer.ANSWER_ME));
            question.headers().add("traceparent", TRACE.getBytes(StandardCharsets.US_ASCII));
            stranger.send(question);

            // Then
            Wait.until().untilAsserted(() -> assertThat(reader.eventsOf(id + "-answer"))
                    .singleElement()
                    .satisfies(answer -> assertThat(answer.headers()).containsEntry("traceparent", TRACE)));
        }
    }

    private void send(String key, String payload) {
        stranger.send(new ProducerRecord<>(Topics.KEYS, key, payload));
    }

    private static String event(String id, long revision, String name) {
        return """
                {"type":"keyward.key.retired.v1","keyUseId":"%s","revision":%d,"occurredAt":"2026-03-01T10:15:30Z",
                 "actor":{"type":"SYSTEM","id":"test","name":"test"},"groupId":"%s"}""".formatted(id, revision, name);
    }

    private List<String> nameOf(String thing) {
        return Wait.on(() -> projection.nameOf(thing));
    }

    private double unrecognized() {
        var counter = metrics.find("keyward.events.unrecognized").counter();
        return counter == null ? 0 : counter.count();
    }
}
