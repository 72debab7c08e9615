package io.keyward.messaging.epoch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads a topic once, from its beginning to where it ends now, apart from the groups that follow it. Blocking. */
final class ToldReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);

    private final ObjectMapper json = new ObjectMapper();
    private final KafkaConsumer<String, byte[]> consumer;
    private final BooleanSupplier goesOn;

    /**
     * @param kafka where it is, and how to get in
     * @param goesOn whether it is still wanted
     */
    ToldReader(Map<String, Object> kafka, BooleanSupplier goesOn) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        this.goesOn = goesOn;
    }

    /**
     * Hands out the latest that was told of each aggregate, partition by partition: an aggregate is in one of them.
     *
     * @throws org.apache.kafka.common.KafkaException when Kafka does not answer or refuses
     */
    void read(String topic, Consumer<Map<String, Told>> partition) {
        consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .forEach(one -> partition.accept(read(one)));
    }

    private Map<String, Told> read(TopicPartition partition) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        Map<String, Told> latest = new HashMap<>();
        while (goesOn.getAsBoolean() && consumer.position(partition) < end) {
            consumer.poll(POLL).forEach(message -> take(message, latest));
        }
        return latest;
    }

    /** The highest revision, not the last one: what lay unsent when a backup was taken is sent once more by whoever is restored from it. */
    private void take(ConsumerRecord<String, byte[]> message, Map<String, Told> latest) {
        Told told = told(message.value());
        if (told != null) {
            latest.merge(message.key(), told, (one, other) -> one.revision() < other.revision() ? other : one);
        }
    }

    /** Null for what is no event: whoever follows the topic has said so. */
    private @Nullable Told told(byte[] value) {
        try {
            JsonNode event = json.readTree(value);
            return event.path("revision").isIntegralNumber()
                    ? new Told(
                            event.path("revision").asLong(),
                            event.path("type").asText(),
                            event.path("occurredAt").asText())
                    : null;
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
