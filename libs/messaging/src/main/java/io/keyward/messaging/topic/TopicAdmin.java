package io.keyward.messaging.topic;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The few questions and orders that {@link TopicOwner} has for a broker. Blocking. */
final class TopicAdmin implements AutoCloseable {
    static final Map<String, String> KEEP_FOR_A_MONTH = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            "delete",
            TopicConfig.RETENTION_MS_CONFIG,
            Long.toString(Duration.ofDays(30).toMillis()));

    private final Admin admin;
    private final short replicationFactor;

    TopicAdmin(Admin admin, short replicationFactor) {
        this.admin = admin;
        this.replicationFactor = replicationFactor;
    }

    void createUnlessThere(String topic, int partitions, Map<String, String> settings)
            throws ExecutionException, InterruptedException {
        NewTopic wanted = new NewTopic(topic, partitions, replicationFactor).configs(settings);
        try {
            admin.createTopics(Set.of(wanted)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** What {@code policy} has against the topic as it is. */
    Optional<String> objection(String topic, TopicPolicy policy) throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Collection<TopicDescription> described =
                admin.describeTopics(Set.of(topic)).allTopicNames().get().values();
        Collection<Config> configured =
                admin.describeConfigs(Set.of(resource)).all().get().values();
        Map<String, String> found = new HashMap<>();
        configured.forEach(config -> config.entries().forEach(entry -> found.put(entry.name(), entry.value())));
        int partitions =
                described.stream().mapToInt(one -> one.partitions().size()).sum();
        return policy.objection(topic, partitions, found);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
