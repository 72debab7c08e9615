package io.keyward.validation.alert.notification.delivery;

import io.keyward.validation.alert.channel.ChannelType;
import io.keyward.validation.alert.notification.transport.NotificationConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** How attempts are made, and how many ended how, by channel. */
@ApplicationScoped
class Practice {
    private static final String CHANNEL = "channel";

    private final RetryCadence cadence;
    private final MeterRegistry meters;
    private final Map<ChannelType, AtomicLong> oldest = new EnumMap<>(ChannelType.class);

    Practice(NotificationConfig config, MeterRegistry meters) {
        this.cadence = new RetryCadence(config);
        this.meters = meters;
        for (var type : ChannelType.values()) {
            var seconds = new AtomicLong();
            oldest.put(type, seconds);
            meters.gauge("keyward.notifications.oldest.undelivered.seconds", Tags.of(CHANNEL, type.name()), seconds);
        }
    }

    RetryCadence cadence() {
        return cadence;
    }

    void countDelivered(ChannelType type) {
        meters.counter("keyward.notifications.delivered", CHANNEL, type.name()).increment();
    }

    void countFailed(ChannelType type) {
        meters.counter("keyward.notifications.failed", CHANNEL, type.name()).increment();
    }

    void countGivenUp(ChannelType type) {
        meters.counter("keyward.notifications.given.up", CHANNEL, type.name()).increment();
    }

    /** @param since when what has waited longest was due, by channel; none where nothing waits */
    void measure(Map<ChannelType, Instant> since, Instant now) {
        oldest.forEach((type, seconds) -> seconds.set(Optional.ofNullable(since.get(type))
                .map(at -> Duration.between(at, now).toSeconds())
                .orElse(0L)));
    }
}
