package io.keyward.local.chaos.validation.world;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.client.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that was ever published, read again from the beginning. Topics are compacted after days alone, so nothing is missing. */
public final class EventArchive {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final String OURS = "keyward.";

    private EventArchive() {}

    /**
     * An event as it was published.
     *
     * @param key of what it is about
     */
    public record Published(String topic, String key, JsonNode value) {
        /** For example {@code keyward.key.revoked.v1}. */
        public String type() {
            return value.path("type").asText();
        }

        /** Whether nobody could take it in. */
        public boolean isDeadLetter() {
            return topic.endsWith(".dead-letter");
        }
    }

    /** All up to now, in their order within each aggregate; dead letters among them. */
    public static List<Published> read(String bootstrap) {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> topic.getKey().startsWith(OURS))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return readTo(consumer, consumer.endOffsets(partitions));
        }
    }

    private static List<Published> readTo(KafkaConsumer<String, String> consumer, Map<TopicPartition, Long> ends) {
        List<Published> all = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL)
                    .forEach(message ->
                            all.add(new Published(message.topic(), message.key(), Exchange.parse(message.value()))));
        }
        return all;
    }
}
