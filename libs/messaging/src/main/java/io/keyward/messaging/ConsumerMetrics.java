package io.keyward.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What consumers tell about themselves. Lag is the age of the oldest record in work, per topic, 0 when there is none: it rises when a handler
 * keeps failing just as when it is slow. A record is what one consumer was given: two groups that follow a topic have one each.
 */
@ApplicationScoped
class ConsumerMetrics {
    private final MeterRegistry registry;
    private final Map<String, Map<ConsumerRecord<?, ?>, Long>> sentAtByRecordByTopic = new ConcurrentHashMap<>();
    private final Collection<TimeGauge> gauges = new ConcurrentLinkedQueue<>();

    ConsumerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void begin(ConsumerRecord<?, ?> record) {
        sentAtByRecordByTopic.computeIfAbsent(record.topic(), this::gauge).put(record, record.timestamp());
    }

    void end(ConsumerRecord<?, ?> record) {
        sentAtByRecordByTopic.getOrDefault(record.topic(), Map.of()).remove(record);
    }

    void unrecognized(String topic) {
        unrecognizedOf(topic).increment();
    }

    void deadLettered(String topic) {
        deadLetteredOf(topic).increment();
    }

    private Counter unrecognizedOf(String topic) {
        return registry.counter("keyward.events.unrecognized", "topic", topic);
    }

    private Counter deadLetteredOf(String topic) {
        return registry.counter("keyward.events.dead.lettered", "topic", topic);
    }

    /** What is counted begins at zero, so that the first one shows as an increase. */
    private Map<ConsumerRecord<?, ?>, Long> gauge(String topic) {
        unrecognizedOf(topic);
        deadLetteredOf(topic);
        Map<ConsumerRecord<?, ?>, Long> sentAtByRecord = new ConcurrentHashMap<>();
        TimeGauge gauge = TimeGauge.builder(
                        "keyward.consumer.lag", () -> oldestAge(sentAtByRecord.values()), TimeUnit.MILLISECONDS)
                .tag("topic", topic)
                .description("Age of the oldest record in work")
                .register(registry);
        gauges.add(gauge);
        return sentAtByRecord;
    }

    /** The registry may outlive the application, as it does in tests. */
    void unregister(@Observes ShutdownEvent event) {
        gauges.forEach(registry::remove);
    }

    private static long oldestAge(Collection<Long> sentAt) {
        long now = System.currentTimeMillis();
        return sentAt.stream().mapToLong(at -> now - at).max().orElse(0);
    }
}
