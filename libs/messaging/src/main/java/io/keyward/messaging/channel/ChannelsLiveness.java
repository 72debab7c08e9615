package io.keyward.messaging.channel;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Down when a channel has ended, which a restart mends; its name is in the answer's data. Never down because Kafka or PostgreSQL is: a
 * restart would not bring them back.
 */
@Liveness
@ApplicationScoped
class ChannelsLiveness implements HealthCheck {
    private final ChannelWatch watch;

    ChannelsLiveness(ChannelWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        var ended = watch.ended();
        var response = HealthCheckResponse.named("channels").status(ended.isEmpty());
        if (!ended.isEmpty()) {
            response.withData("ended", String.join(", ", ended));
        }
        return response.build();
    }
}
