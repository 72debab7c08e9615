package io.keyward.endpoint.reconcile;

import io.keyward.endpoint.lifecycle.Answer;
import io.keyward.endpoint.lifecycle.Decision;
import io.keyward.endpoint.lifecycle.EndpointPlanner;
import io.keyward.endpoint.lifecycle.Observation;
import io.keyward.endpoint.region.BackOff;
import io.keyward.endpoint.region.RegionStore.Terms;
import io.keyward.endpoint.registry.Endpoint;
import io.keyward.endpoint.registry.ReconcileStore.Candidate;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The planner with what it is told: the time, and how long to wait for what. */
@ApplicationScoped
class Planning {
    private final EndpointPlanner planner;
    private final BackOff backOff;
    private final ReconcileConfig config;
    private final Clock clock;

    Planning(ReconcileConfig config, Clock clock) {
        this.planner = new EndpointPlanner(ReconcileConfig.patienceOf(config));
        this.backOff = new BackOff(config.lookUnderWay(), config.longestPause());
        this.config = config;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** On what terms regions are taken. */
    Terms terms() {
        return new Terms(config.batch(), config.lease(), config.readAllAfter());
    }

    /** @param trouble that the look met; null when all went well */
    Errands errands(@Nullable String trouble) {
        return new Errands(config.commandsPerLook(), trouble);
    }

    /** @param lookedAt when the look began: what happened since it may not show */
    Decision decide(Candidate candidate, Observation seen, Instant lookedAt) {
        var endpoint = candidate.endpoint();
        return planner.decide(endpoint.wanted(), endpoint.state(), seen, candidate.kin(), lookedAt);
    }

    Decision answered(Endpoint endpoint, Answer answer) {
        return planner.answered(endpoint.state(), answer, now());
    }

    /**
     * Until the next look at a region.
     *
     * @param failures troubles in a row
     * @param more whether there is more to do than one look may, and doing it helps
     */
    Duration pause(int failures, boolean more) {
        if (failures > 0) {
            return backOff.pause(failures, chance());
        }
        return more ? Duration.ZERO : BackOff.spread(config.lookAtRest(), chance());
    }

    /**
     * When to look at an endpoint next.
     *
     * @param after null for not until its region shows something new
     */
    @Nullable
    Instant nextLook(@Nullable Duration after) {
        return after == null ? null : now().plus(BackOff.spread(after, chance()));
    }

    private static double chance() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
