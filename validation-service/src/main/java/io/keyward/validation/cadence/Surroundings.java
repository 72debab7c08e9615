package io.keyward.validation.cadence;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** What every part of a sweep lives in. */
@ApplicationScoped
class Surroundings {
    private final Vertx vertx;
    private final Clock clock;
    private final SweepMeters meters;

    Surroundings(Vertx vertx, Clock clock, SweepMeters meters) {
        this.vertx = vertx;
        this.clock = clock;
        this.meters = meters;
    }

    Vertx vertx() {
        return vertx;
    }

    Clock clock() {
        return clock;
    }

    SweepMeters meters() {
        return meters;
    }
}
