package io.keyward.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the outbox, its relay and the topics of a service. */
@ConfigMapping(prefix = "keyward.messaging")
public interface MessagingConfig {
    /** Name of this service in {@code ce_source} and in the relay's transactional id. Preset to {@code quarkus.application.name}. */
    String application();

    /** Topics this service publishes and therefore creates; an event for another topic is refused. */
    Optional<List<String>> ownedTopics();

    /** Partitions of each owned topic. Fixed once the topic exists: a key must never move to another partition. */
    @WithDefault("6")
    int partitions();

    /** Replicas of each owned topic, when it is created. One is for a single broker: what it loses is lost. */
    @WithDefault("1")
    short replicationFactor();

    Relay relay();

    /** How long rows stay in the outbox after they were sent. */
    @WithDefault("1d")
    Duration sentRetention();

    /** Raised by one when a database was restored from a backup, so that later revisions are above all that were ever published. */
    @WithDefault("1")
    int revisionEpoch();

    /**
     * Whether the service, when it starts, lists in its log what it published and its database does not know, or not as of the same revision: after a
     * restore, to be looked through before anything is published anew. That does the same first.
     */
    @WithDefault("false")
    boolean compare();

    /** Whether everything that was published under an earlier epoch is published anew when the service starts, as it is in the database. */
    @WithDefault("false")
    boolean republish();

    /** The relay, which carries committed events to Kafka. */
    interface Relay {
        /** Whether this process runs one. */
        @WithDefault("true")
        boolean enabled();

        /** The longest a committed event waits when nobody woke the relay. */
        @WithDefault("1s")
        Duration pollInterval();

        /** How long a relay that gave no sign of life keeps others from taking over. */
        @WithDefault("10s")
        Duration lease();

        /** Most events in one Kafka transaction. */
        @WithDefault("500")
        int batch();
    }
}
