package io.keyward.local.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A standard consumer that shares nothing with Keyward but the broker: it reads every topic from the beginning. */
final class EventTap implements AutoCloseable {
    private static final Pattern TOPICS = Pattern.compile("keyward\\.(projects|encryption|clusters|keys|enforcement)");
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, String> consumer;
    private final List<Received> received = new ArrayList<>();

    /** One event as it arrived. */
    record Received(long timestamp, String topic, String key, Map<String, String> headers) {
        String type() {
            return headers.getOrDefault("ce_type", "");
        }

        private static Received of(ConsumerRecord<String, String> record) {
            Map<String, String> headers = new TreeMap<>();
            for (Header header : record.headers()) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
            return new Received(record.timestamp(), record.topic(), record.key(), headers);
        }
    }

    EventTap(String bootstrap) {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "demo-" + UUID.randomUUID());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, "1000");
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        consumer.subscribe(TOPICS);
    }

    /** Reads on until an event of {@code type} about {@code key} has arrived. The caller limits the time. */
    List<Received> readUntil(String type, String key) {
        while (received.stream()
                .noneMatch(event -> event.type().equals(type) && event.key().equals(key))) {
            consumer.poll(POLL).forEach(record -> received.add(Received.of(record)));
        }
        return received.stream()
                .sorted(Comparator.comparingLong(Received::timestamp))
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
