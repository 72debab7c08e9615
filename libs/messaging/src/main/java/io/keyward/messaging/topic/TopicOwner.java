package io.keyward.messaging.topic;

import io.keyward.contracts.Topics;
import io.keyward.messaging.MessagingConfig;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Creates the topics this service owns, and a dead-letter topic beside each, in the background: the service starts whether Kafka is there or
 * not. When a topic exists with another policy the process ends with a message that says what was found and what is wanted: going on would
 * lose events or their order, and nobody would notice.
 */
@ApplicationScoped
public class TopicOwner {
    private static final Logger LOG = Logger.getLogger(TopicOwner.class);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    private final MessagingConfig config;
    private final Map<String, Object> settings;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean ready;

    TopicOwner(MessagingConfig config, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.config = config;
        this.settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 8_000);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    }

    /** Whether all owned topics are there as they have to be. */
    public boolean areReady() {
        return ready;
    }

    void start(@Observes StartupEvent event) {
        List<String> owned = config.ownedTopics().orElse(List.of());
        if (!owned.isEmpty()) {
            var unused = Thread.ofPlatform().daemon().name("keyward-topics").start(() -> own(owned));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    private void own(List<String> topics) {
        boolean reported = false;
        do {
            try {
                List<String> objections = bringUp(topics);
                objections.forEach(LOG::fatal);
                ready = objections.isEmpty();
                if (!ready) {
                    Quarkus.asyncExit(1);
                }
                return;
            } catch (ExecutionException | KafkaException e) {
                LOG.logf(
                        reported ? Logger.Level.DEBUG : Logger.Level.WARN,
                        "the topics are not ready yet, trying on: %s",
                        e.getCause() == null ? e : e.getCause());
                reported = true;
            } catch (InterruptedException e) {
                return;
            }
        } while (!isStoppedWithin(BETWEEN_ATTEMPTS));
    }

    /**
     * Creates what is missing and looks at what is there.
     *
     * @return what is wrong with existing topics, empty when all is well
     * @throws ExecutionException when Kafka does not answer or refuses
     * @throws KafkaException when none of its addresses is known to the name service
     */
    List<String> bringUp(List<String> topics) throws ExecutionException, InterruptedException {
        TopicPolicy policy = new TopicPolicy(config.partitions());
        try (TopicAdmin admin = new TopicAdmin(Admin.create(settings), config.replicationFactor())) {
            List<String> objections = new ArrayList<>();
            for (String topic : topics) {
                admin.createUnlessThere(topic, policy.partitions(), policy.settings());
                admin.createUnlessThere(Topics.deadLetterOf(topic), 1, TopicAdmin.KEEP_FOR_A_MONTH);
                admin.objection(topic, policy).ifPresent(objections::add);
            }
            return objections;
        }
    }

    private boolean isStoppedWithin(Duration duration) {
        try {
            return stopping.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }
}
