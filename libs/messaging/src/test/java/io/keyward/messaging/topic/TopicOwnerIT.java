package io.keyward.messaging.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.messaging.MessagingConfig;
import io.keyward.messaging.Wait;
import io.keyward.messaging.relay.HandDriven;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

@Rule("P3")
@QuarkusTest
@TestProfile(HandDriven.class)
@WithTestResource(Engines.class)
class TopicOwnerIT {
    @Inject
    MessagingConfig config;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    final String topic = "topic-" + UUID.randomUUID();

    @Test
    void createsCompactedTopicsAndTheirDeadLettersOnce() throws Exception {
        // Given
        TopicOwner owner = new TopicOwner(config, kafka);

        // When
        assertThat(objectionsOf(owner)).isEmpty();
        assertThat(objectionsOf(owner)).isEmpty();

        // Then
        try (Admin admin = Admin.create(kafka)) {
            assertThat(admin.listTopics().names().get()).contains(topic, topic + ".dead-letter");
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            var settings = admin.describeConfigs(Set.of(resource)).all().get().get(resource);
            assertThat(settings.get("cleanup.policy").value()).isEqualTo("compact");
            assertThat(settings.get("min.compaction.lag.ms").value()).isEqualTo("604800000");
            assertThat(admin.describeTopics(Set.of(topic))
                            .allTopicNames()
                            .get()
                            .get(topic)
                            .partitions())
                    .hasSize(6);
        }
    }

    @Test
    void objectsToATopicWithAnotherPolicyAndNamesBoth() throws Exception {
        // Given
        try (Admin admin = Admin.create(kafka)) {
            admin.createTopics(Set.of(new NewTopic(topic, 3, (short) 1))).all().get();
        }

        // When
        List<String> objections = objectionsOf(new TopicOwner(config, kafka));

        // Then
        assertThat(objections)
                .singleElement()
                .asString()
                .contains(
                        topic,
                        "cleanup.policy=delete, min.compaction.lag.ms=0, 3 partitions",
                        "wanted: cleanup.policy=compact, min.compaction.lag.ms=604800000, 6 partitions");
    }

    @Test
    void failsAndDecidesNothingWhileKafkaIsAway() {
        // Given
        TopicOwner owner = new TopicOwner(config, Map.of("bootstrap.servers", "127.0.0.1:1"));

        // Then
        assertThatThrownBy(() -> owner.bringUp(List.of(topic))).isInstanceOf(ExecutionException.class);
        assertThat(owner.areReady()).isFalse();
    }

    /** Tries on as the owner's own thread does: for a moment a broker may not know what it has just created. */
    private List<String> objectionsOf(TopicOwner owner) {
        return Wait.until()
                .ignoreExceptionsInstanceOf(ExecutionException.class)
                .until(() -> owner.bringUp(List.of(topic)), answered -> true);
    }
}
