package io.keyward.validation.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.keyward.contracts.Event;
import io.keyward.testkit.EventReader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Speaks to the service over Kafka, as config-service and a driver would. */
public final class TestEvents implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final KafkaProducer<String, String> producer;
    private final EventReader reader;

    private TestEvents(String bootstrap, String... topics) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new StringSerializer());
        reader = EventReader.open(bootstrap, topics);
    }

    /** Reads {@code topics} from now on. */
    public static TestEvents open(String... topics) {
        return new TestEvents(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class), topics);
    }

    /** Publishes an event, and returns when Kafka has it. */
    public void publish(String topic, Event event) {
        try {
            var payload = JSON.writeValueAsString(event);
            var record = new ProducerRecord<>(topic, event.aggregateId(), payload);
            var type = JSON.readTree(payload).get("type").asText();
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            java.util.UUID.randomUUID().toString(),
                            "ce_type",
                            type,
                            "ce_source",
                            "/keyward/test",
                            "ce_subject",
                            event.aggregateId(),
                            "content-type",
                            "application/json")
                    .forEach((name, value) -> record.headers().add(name, value.getBytes()));
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException | com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Types of the events about one aggregate, in their order. */
    public List<String> typesOf(String id) {
        return reader.eventsOf(id).stream()
                .map(event -> event.headers().getOrDefault("ce_type", "?"))
                .toList();
    }

    /** The last event about one aggregate. */
    public JsonNode last(String id) {
        try {
            return JSON.readTree(reader.eventsOf(id).getLast().payload());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        producer.close();
        reader.close();
    }
}
