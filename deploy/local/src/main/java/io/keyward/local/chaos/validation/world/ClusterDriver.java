package io.keyward.local.chaos.validation.world;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.client.DigestClient;
import io.keyward.local.client.DigestClient.Reply;
import io.keyward.local.client.Exchange;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Whatever runs the databases: follows what is asked of clusters, obeys at once, and reports what it then sees until the report is taken. */
public final class ClusterDriver implements AutoCloseable {
    private static final String TOPIC = "keyward.enforcement";
    private static final Duration POLL = Duration.ofMillis(100);
    private static final String AHEAD = "IGNORED_AHEAD";
    private static final int NOT_FOUND = 404;
    private static final int OK = 200;
    private static final Map<String, String> OBEDIENCE = Map.of(
            "keyward.cluster.start-requested.v1", "RUNNING",
            "keyward.cluster.resume-requested.v1", "RUNNING",
            "keyward.cluster.stop-requested.v1", "STOPPED",
            "keyward.cluster.removal-requested.v1", "REMOVED");

    private final KafkaConsumer<String, String> consumer;
    private final DigestClient api;
    private final Map<String, Request> open = new HashMap<>();
    private final Map<String, Long> latest = new HashMap<>();
    private final Map<String, String> actual = new ConcurrentHashMap<>();
    private final Thread worker;
    private volatile boolean closed;

    private record Request(long revision, String state) {}

    /**
     * Begins to follow what is asked, from the first request on.
     *
     * @param api with the driver's credentials
     */
    public ClusterDriver(String bootstrap, DigestClient api) {
        this.api = api;
        consumer = new KafkaConsumer<>(settings(bootstrap), new StringDeserializer(), new StringDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        worker = Thread.ofPlatform().name("chaos-driver").daemon().start(this::work);
    }

    /** What the clusters really do, by their ids: {@code RUNNING}, {@code STOPPED} or {@code REMOVED}. */
    public Map<String, String> actual() {
        return Map.copyOf(actual);
    }

    @Override
    public void close() {
        closed = true;
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
    }

    private void work() {
        while (!closed) {
            consumer.poll(POLL).forEach(this::take);
            open.entrySet().removeIf(entry -> isDone(entry.getKey(), entry.getValue()));
        }
    }

    /** A later request takes the place of an earlier one, and one that is older than what was heard already counts no more. */
    private void take(ConsumerRecord<String, String> message) {
        JsonNode event = Exchange.parse(message.value());
        Optional.ofNullable(OBEDIENCE.get(event.path("type").asText()))
                .map(state ->
                        new Request(event.at("/enforcement/requestRevision").asLong(), state))
                .filter(request -> latest.merge(message.key(), request.revision(), Math::max) == request.revision())
                .ifPresent(request -> open.put(message.key(), request));
    }

    private boolean isDone(String clusterId, Request request) {
        actual.put(clusterId, request.state());
        String body = "{\"requestRevision\":%d,\"state\":\"%s\"}".formatted(request.revision(), request.state());
        try {
            Reply reply =
                    api.call("PUT", "/api/keyward/v1/clusters/" + clusterId + "/observed", "application/json", body);
            return reply.status() == OK
                            && !reply.body().path("outcome").asText().equals(AHEAD)
                    || reply.status() == NOT_FOUND;
        } catch (IllegalStateException noAnswer) {
            return false;
        }
    }

    private static Properties settings(String bootstrap) {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, "1000");
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "10000");
        return settings;
    }
}
