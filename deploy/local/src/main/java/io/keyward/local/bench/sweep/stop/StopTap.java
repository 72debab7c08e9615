package io.keyward.local.bench.sweep.stop;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Whatever runs the databases, as far as it hears what is asked of clusters: a consumer that begins with what comes from now on. */
final class StopTap implements AutoCloseable {
    private static final String TOPIC = "keyward.enforcement";
    private static final String STOP = "keyward.cluster.stop-requested.v1";
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, String> consumer;

    StopTap(String bootstrap) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false"),
                new StringDeserializer(),
                new StringDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        consumer.assign(partitions);
    }

    /** Passes over all that was said up to now. */
    void skip() {
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
    }

    /**
     * Returns when so many clusters were told to stop since {@link #skip()}.
     *
     * @throws IllegalStateException when they were not within {@code limit}
     */
    void awaitStops(int clusters, Duration limit) {
        Set<String> told = new HashSet<>();
        long deadline = System.nanoTime() + limit.toNanos();
        while (told.size() < clusters) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("only %d of %d clusters were told to stop within %d s"
                        .formatted(told.size(), clusters, limit.toSeconds()));
            }
            for (ConsumerRecord<String, String> event : consumer.poll(POLL)) {
                if (isStop(event)) {
                    told.add(event.key());
                }
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static boolean isStop(ConsumerRecord<String, String> event) {
        @Nullable Header type = event.headers().lastHeader("ce_type");
        return type != null && new String(type.value(), StandardCharsets.UTF_8).equals(STOP);
    }
}
