package io.keyward.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads topics from their beginning with a plain Kafka consumer, as a stranger would: committed messages only, no code of ours. Topics may
 * appear later. Look at {@link #events()} from Awaitility's {@code untilAsserted}.
 */
public final class EventReader implements AutoCloseable {

    /**
     * One message.
     *
     * @param headers by name; the last one when a name repeats
     * @param payload the value as text, empty when there is none
     */
    public record Received(
            String topic, int partition, long offset, String key, Map<String, String> headers, String payload) {}

    private final List<Received> events = new CopyOnWriteArrayList<>();
    private final KafkaConsumer<String, String> consumer;
    private final Thread thread;

    private EventReader(String bootstrap, List<String> topics) {
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrap,
                        "group.id", "reader-" + UUID.randomUUID(),
                        "auto.offset.reset", "earliest",
                        "isolation.level", "read_committed",
                        "metadata.max.age.ms", "500"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(topics);
        this.thread = Thread.ofPlatform().daemon().name("event-reader").start(this::read);
    }

    public static EventReader open(String bootstrap, String... topics) {
        return new EventReader(bootstrap, Arrays.asList(topics));
    }

    /** All messages so far, those of one partition in their order. */
    public List<Received> events() {
        return List.copyOf(events);
    }

    /** The messages so far of one aggregate, in their order. */
    public List<Received> eventsOf(String key) {
        return events.stream().filter(event -> event.key().equals(key)).toList();
    }

    @Override
    public void close() throws InterruptedException {
        consumer.wakeup();
        thread.join();
    }

    private void read() {
        try (consumer) {
            while (true) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> events.add(received(record)));
            }
        } catch (WakeupException e) {
            // close() asks for it.
        }
    }

    private static Received received(ConsumerRecord<String, String> record) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return new Received(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key() == null ? "" : record.key(),
                headers,
                record.value() == null ? "" : record.value());
    }
}
