package io.keyward.endpoint.reconcile;

import io.keyward.endpoint.lifecycle.Answer;
import io.keyward.endpoint.lifecycle.Decision;
import io.keyward.endpoint.lifecycle.EndpointPlanner;
import io.keyward.endpoint.lifecycle.Kin;
import io.keyward.endpoint.lifecycle.Observation;
import io.keyward.endpoint.registry.Endpoint;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/** The planner with what it is told: the time, and how long to wait for what. */
@ApplicationScoped
class Planning {
    private static final double SPREAD = 0.1;

    private final EndpointPlanner planner;
    private final Duration atRest;
    private final Clock clock;

    Planning(ReconcileConfig config, Clock clock) {
        this.planner = new EndpointPlanner(ReconcileConfig.patienceOf(config));
        this.atRest = config.lookAtRest();
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** @param lookedAt when the look began: what happened since it may not show */
    Decision decide(Endpoint endpoint, Observation seen, Instant lookedAt) {
        return planner.decide(endpoint.wanted(), endpoint.state(), seen, Kin.NONE, lookedAt);
    }

    Decision answered(Endpoint endpoint, Answer answer) {
        return planner.answered(endpoint.state(), answer, now());
    }

    Duration pauseAfter(Decision decision) {
        return Objects.requireNonNullElse(decision.lookAgain(), atRest);
    }

    /** When to look next: a little sooner than asked for, so that regions spread. */
    Instant nextLook(Duration after) {
        double chance = ThreadLocalRandom.current().nextDouble();
        return now().plusNanos((long) (after.toNanos() * (1 - SPREAD * chance)));
    }
}
