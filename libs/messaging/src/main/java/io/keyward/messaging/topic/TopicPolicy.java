package io.keyward.messaging.topic;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What an event topic is like: compacted, so that a new reader gets the present of every aggregate; not within a week, so that a reader
 * that was away for days still sees each step; with a fixed number of partitions, since adding one moves keys and breaks their order.
 */
record TopicPolicy(int partitions) {
    static final String CLEANUP = "cleanup.policy";
    static final String COMPACTION_LAG = "min.compaction.lag.ms";

    private static final Map<String, String> WANTED = Map.of(
            CLEANUP, "compact", COMPACTION_LAG, Long.toString(Duration.ofDays(7).toMillis()));

    Map<String, String> settings() {
        return WANTED;
    }

    /** What is wrong with an existing topic, in words for the operator; empty when it is as wanted. */
    Optional<String> objection(String topic, int foundPartitions, Map<String, String> found) {
        String actual = describe(foundPartitions, found);
        String wanted = describe(partitions, WANTED);
        if (actual.equals(wanted)) {
            return Optional.empty();
        }
        return Optional.of(
                "topic %s exists with %s; wanted: %s. Change the topic, or keyward.messaging.partitions when the topic is right"
                        .formatted(topic, actual, wanted));
    }

    private static String describe(int partitions, Map<String, String> settings) {
        return "%s=%s, %s=%s, %d partitions"
                .formatted(CLEANUP, settings.get(CLEANUP), COMPACTION_LAG, settings.get(COMPACTION_LAG), partitions);
    }
}
