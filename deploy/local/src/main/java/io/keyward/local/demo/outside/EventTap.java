package io.keyward.local.demo.outside;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A standard consumer that shares nothing with Keyward but the broker: it reads every topic from the beginning. */
public final class EventTap implements AutoCloseable {
    private static final Pattern TOPICS =
            Pattern.compile("keyward\\.(projects|encryption|clusters|endpoints|keys|enforcement|alerts)");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, String> consumer;
    private final List<Received> received = new ArrayList<>();

    /**
     * One event as it arrived.
     *
     * @param headers the CloudEvents ones and the rest
     */
    public record Received(String topic, String key, Map<String, String> headers, JsonNode payload) {
        public String type() {
            return header("ce_type");
        }

        Instant time() {
            return Instant.parse(header("ce_time"));
        }

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        private static Received of(ConsumerRecord<String, String> record) {
            Map<String, String> headers = new TreeMap<>();
            for (Header header : record.headers()) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
            return new Received(record.topic(), record.key(), headers, parse(record.value()));
        }

        private static JsonNode parse(String value) {
            try {
                return JSON.readTree(value);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("an event is not JSON: " + value, e);
            }
        }
    }

    public EventTap(String bootstrap) {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "demo-" + UUID.randomUUID());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, "1000");
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        consumer.subscribe(TOPICS);
    }

    /** The first event of {@code type}, waited for if it has not come yet. */
    public Received awaitType(String type) {
        return await(event -> event.type().equals(type));
    }

    /** The first event that is {@code wanted}, waited for if it has not come yet. The caller limits the time. */
    public synchronized Received await(Predicate<Received> wanted) {
        Optional<Received> found = first(wanted);
        while (found.isEmpty()) {
            consumer.poll(POLL).forEach(record -> received.add(Received.of(record)));
            found = first(wanted);
        }
        return found.get();
    }

    /** What has arrived so far, in the order of its happening, which topics that are written side by side do not keep. */
    public synchronized List<Received> received() {
        return received.stream().sorted(Comparator.comparing(Received::time)).toList();
    }

    private Optional<Received> first(Predicate<Received> wanted) {
        return received.stream().filter(wanted).findFirst();
    }

    @Override
    public synchronized void close() {
        consumer.close();
    }
}
