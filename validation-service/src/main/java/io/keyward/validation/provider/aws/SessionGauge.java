package io.keyward.validation.provider.aws;

import io.keyward.clouds.aws.AssumedRoles;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells how many sessions of assumed roles are kept, so that it can be seen that they are bounded. */
@ApplicationScoped
class SessionGauge {
    private final AssumedRoles roles;
    private final MeterRegistry meters;

    SessionGauge(AssumedRoles roles, MeterRegistry meters) {
        this.roles = roles;
        this.meters = meters;
    }

    void onStart(@Observes StartupEvent start) {
        meters.gauge("keyward.aws.sessions", roles, AssumedRoles::kept);
    }
}
