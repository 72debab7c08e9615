package io.keyward.e2e.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.contracts.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A standard Kafka consumer that follows every topic, dead letters too, from the beginning. */
public final class Events implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TOPICS = List.of(
            Topics.PROJECTS,
            Topics.ACCESS,
            Topics.ENCRYPTION,
            Topics.CLUSTERS,
            Topics.ENDPOINTS,
            Topics.KEYS,
            Topics.ENFORCEMENT,
            Topics.ALERTS,
            Topics.BACKUPS,
            Topics.MODES);
    private static final List<String> DEAD_LETTERS =
            TOPICS.stream().map(Topics::deadLetterOf).toList();

    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final List<String> deadLetters = new CopyOnWriteArrayList<>();
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread reader;

    Events(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ConsumerConfig.GROUP_ID_CONFIG, "scenarios-" + UUID.randomUUID(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                        ConsumerConfig.METADATA_MAX_AGE_CONFIG, "2000",
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "500"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<String> all = new java.util.ArrayList<>(TOPICS);
        all.addAll(DEAD_LETTERS);
        consumer.subscribe(all);
        reader = Thread.ofPlatform().name("events").daemon().start(this::follow);
    }

    /** Everything so far, repeats included, per partition in order. */
    public List<Message> all() {
        return List.copyOf(messages);
    }

    /** What is about one aggregate, in order, each event once. */
    public List<Message> of(String topic, String key) {
        Map<String, Message> once = new LinkedHashMap<>();
        messages.stream()
                .filter(message ->
                        message.topic().equals(topic) && message.key().equals(key))
                .forEach(message -> once.putIfAbsent(message.id(), message));
        return List.copyOf(once.values());
    }

    /** The types of what is about one aggregate, in order, each event once. */
    public List<String> typesOf(String topic, String key) {
        return of(topic, key).stream().map(Message::type).toList();
    }

    /** What nobody could read, as text. */
    public List<String> deadLetters() {
        return List.copyOf(deadLetters);
    }

    @Override
    public void close() throws InterruptedException {
        consumer.wakeup();
        reader.join(Duration.ofSeconds(10));
    }

    private void follow() {
        try (consumer) {
            while (!Thread.currentThread().isInterrupted()) {
                consumer.poll(Duration.ofMillis(200)).forEach(this::take);
            }
        } catch (WakeupException closed) {
            // the stage goes down
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (DEAD_LETTERS.contains(record.topic())) {
            deadLetters.add(record.topic() + ": " + new String(record.value(), StandardCharsets.UTF_8));
            return;
        }
        Map<String, String> headers = new HashMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        messages.add(new Message(
                record.topic(), record.partition(), record.offset(), record.key(), headers, json(record.value())));
    }

    private static JsonNode json(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + new String(value, StandardCharsets.UTF_8), e);
        }
    }
}
