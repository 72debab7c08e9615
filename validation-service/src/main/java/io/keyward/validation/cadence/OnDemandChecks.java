package io.keyward.validation.cadence;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.clouds.ContextHop;
import io.keyward.contracts.Actor;
import io.keyward.validation.cadence.claim.ClaimStore;
import io.keyward.validation.cadence.claim.DueCheck;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.keyuse.KeyUseStore;
import io.keyward.validation.recording.CheckRecord;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Checks keys because somebody asked. Such a check uses a session of its own, counts like any other, and waits a little for one that is under way: were
 * it to take the key at once, whoever asks often enough would keep every result from being recorded.
 */
@ApplicationScoped
public class OnDemandChecks {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final int ATTEMPTS = 2;

    private final KeyUseStore keyUses;
    private final ClaimStore claims;
    private final CheckRunner runner;
    private final ResultRecorder recorder;
    private final Settings settings;

    OnDemandChecks(
            KeyUseStore keyUses, ClaimStore claims, CheckRunner runner, ResultRecorder recorder, Settings settings) {
        this.keyUses = keyUses;
        this.claims = claims;
        this.runner = runner;
        this.recorder = recorder;
        this.settings = settings;
    }

    /**
     * Checks all key uses of a project now, each on a context of its own, and records the results.
     *
     * @param actor who asked
     * @return one result for each key use as it was recorded, empty when the project has none that we know of
     */
    public Uni<List<CheckRecord>> checkProject(String groupId, Actor actor) {
        return ContextHop.onNewContext(settings.vertx(), () -> keyUses.ofProject(groupId))
                .chain(uses -> Multi.createFrom()
                        .iterable(uses)
                        .onItem()
                        .transformToUniAndMerge(use -> check(use, actor))
                        .collect()
                        .asList());
    }

    private Uni<CheckRecord> check(KeyUse use, Actor actor) {
        return ContextHop.onNewContext(settings.vertx(), () -> attempt(use.id(), actor, ATTEMPTS));
    }

    private Uni<CheckRecord> attempt(String keyUseId, Actor actor, int left) {
        return claim(keyUseId, FIRST_PAUSE, settings.patience())
                .chain(claimed -> claimed.map(due -> run(due, actor, left))
                        .orElseGet(() -> Uni.createFrom().nullItem()));
    }

    private Uni<CheckRecord> run(DueCheck due, Actor actor, int left) {
        return runner.runOnDemand(due, actor).chain(recorder::record).chain(recorded -> recorded.map(
                        record -> Uni.createFrom().item(record))
                .orElseGet(() -> again(due.use().id(), actor, left - 1)));
    }

    /** A result that did not count any more, because there is another way to the key since, or another check, is no answer: it was never believed. */
    private Uni<CheckRecord> again(String keyUseId, Actor actor, int left) {
        return left > 0
                ? attempt(keyUseId, actor, left)
                : Uni.createFrom().failure(() -> Refusal.of(ErrorCode.CONCURRENT_MODIFICATION));
    }

    /** Tries again after ever longer pauses, a dozen at most, and in the end takes the key from whoever holds it. */
    private Uni<Optional<DueCheck>> claim(String keyUseId, Duration pause, Duration patience) {
        boolean takeOver = patience.isNegative();
        return claims.claim(keyUseId, settings.now(), takeOver)
                .chain(claimed -> claimed.isPresent() || takeOver
                        ? Uni.createFrom().item(claimed)
                        : ContextHop.pause(pause)
                                .chain(() -> claim(keyUseId, pause.multipliedBy(2), patience.minus(pause))));
    }

    /** What an on-demand check is told at start. */
    @ApplicationScoped
    static class Settings {
        private final Vertx vertx;
        private final Clock clock;
        private final Duration patience;

        Settings(Vertx vertx, Clock clock, CadenceConfig config) {
            this.vertx = vertx;
            this.clock = clock;
            this.patience = config.patience();
        }

        Vertx vertx() {
            return vertx;
        }

        Instant now() {
            return clock.instant();
        }

        Duration patience() {
            return patience;
        }
    }
}
