package io.keyward.endpoint;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** The clock of due times and ages, in whole milliseconds: what is stored, answered and published is the same instant everywhere. Leases use the database's. */
@ApplicationScoped
class SystemClock {

    @Produces
    @DefaultBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }
}
