package io.keyward.messaging.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The gauge {@code keyward_outbox_oldest_unsent_seconds}: how long the oldest committed event has been waiting for Kafka, 0 when none is.
 * It goes on rising while the relay is stuck.
 */
@ApplicationScoped
class OutboxAge {
    private final MeterRegistry registry;
    private @Nullable TimeGauge gauge;
    private volatile Optional<Instant> oldest = Optional.empty();

    OutboxAge(MeterRegistry registry) {
        this.registry = registry;
    }

    void register(@Observes StartupEvent event) {
        gauge = TimeGauge.builder("keyward.outbox.oldest.unsent", this::millis, TimeUnit.MILLISECONDS)
                .description("Age of the oldest committed event that is not on Kafka yet")
                .register(registry);
    }

    /** The registry may outlive the application, as it does in tests; a gauge of the next one would not replace this. */
    void unregister(@Observes ShutdownEvent event) {
        if (gauge != null) {
            registry.remove(gauge);
        }
    }

    void observe(Optional<Instant> appended) {
        oldest = appended;
    }

    long millis() {
        return oldest.map(since ->
                        Math.max(0, Duration.between(since, Instant.now()).toMillis()))
                .orElse(0L);
    }
}
