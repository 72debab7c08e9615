package io.keyward.validation.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.keyward.contracts.Event;
import io.keyward.contracts.Topics;
import io.keyward.testkit.EventReader;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
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
                Map.of("bootstrap.servers", bootstrap, "max.block.ms", 10_000),
                new StringSerializer(),
                new StringSerializer());
        reader = EventReader.open(bootstrap, topics);
    }

    /** Reads {@code topics} from their beginning, and sees to it that those of config-service are there. */
    public static TestEvents open(String... topics) {
        var bootstrap = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        createTopics(bootstrap);
        return new TestEvents(bootstrap, topics);
    }

    private static void createTopics(String bootstrap) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            var there = admin.listTopics().names().get();
            var missing = Stream.of(Topics.ENCRYPTION, Topics.CLUSTERS, Topics.ENDPOINTS, Topics.PROJECTS)
                    .filter(topic -> !there.contains(topic))
                    .map(topic -> new NewTopic(topic, 6, (short) 1))
                    .toList();
            admin.createTopics(missing).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
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
                            UUID.randomUUID().toString(),
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
        } catch (InterruptedException | ExecutionException | JsonProcessingException e) {
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
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        producer.close();
        reader.close();
    }
}
