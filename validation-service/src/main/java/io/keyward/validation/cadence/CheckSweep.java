package io.keyward.validation.cadence;

import io.keyward.clouds.ContextHop;
import io.keyward.validation.cadence.claim.ClaimStore;
import io.keyward.validation.cadence.claim.DueCheck;
import io.keyward.validation.cadence.flight.Flights;
import io.keyward.validation.cadence.flight.Flights.Landing;
import io.keyward.validation.cadence.lane.Pace;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Claims what is due and checks it, without end: load, call, record. What is claimed waits in {@link Flights} until it may begin; as soon as a good part
 * of the room is free, more is claimed. Each check has a context of its own.
 *
 * <pre>
 *   wake ──► claim (one statement) ──► Flights ──► check ──► record: a change at once, the rest in batches
 *    ▲                                   ▲           │
 *    └────────── room again ─────────────┴───────────┘
 * </pre>
 */
@ApplicationScoped
class CheckSweep {
    private static final Logger LOG = Logger.getLogger(CheckSweep.class);

    private final ClaimStore claims;
    private final CheckRunner runner;
    private final ResultRecorder recorder;
    private final Surroundings surroundings;
    private final Flights flights;
    private final Duration lease;
    private final AtomicBoolean claiming = new AtomicBoolean();
    private final AtomicBoolean wanted = new AtomicBoolean();

    CheckSweep(
            ClaimStore claims,
            CheckRunner runner,
            ResultRecorder recorder,
            Surroundings surroundings,
            CadenceConfig config) {
        this.claims = claims;
        this.runner = runner;
        this.recorder = recorder;
        this.surroundings = surroundings;
        this.flights = new Flights(config);
        this.lease = config.lease();
    }

    /** Looks for what is due. Returns at once; whoever comes while somebody looks already has it looked for once more. */
    void wake() {
        wanted.set(true);
        claimIfWanted();
    }

    /** Measures how late checks are and what is under way. */
    Uni<Void> measure() {
        var now = now();
        return claims.oldestDue(now)
                .invoke(late -> surroundings.meters().measured(late, flights.pausing(now), flights.underWay()))
                .replaceWithVoid();
    }

    /** Whether nothing is claimed and not done with. */
    boolean isIdle() {
        return !claiming.get() && flights.isIdle();
    }

    /** A claim that takes longer than its lease lasts is worth nothing: a connection that was lost without a word must not be the end of all checks. */
    private void claimIfWanted() {
        if (wanted.get() && claiming.compareAndSet(false, true)) {
            wanted.set(false);
            var now = now();
            ContextHop.apart(surroundings.vertx(), () -> claims.claimDue(now, flights.room(now)))
                    .ifNoItem()
                    .after(lease)
                    .fail()
                    .subscribe()
                    .with(this::taken, this::notTaken);
        }
    }

    private void taken(List<DueCheck> claimed) {
        surroundings.meters().claimed(claimed.size());
        if (flights.admit(claimed, now())) {
            wanted.set(true);
        }
        claiming.set(false);
        begin();
        claimIfWanted();
    }

    private void notTaken(Throwable failure) {
        LOG.warnf("no checks could be claimed; the next tick tries again: %s", failure);
        claiming.set(false);
    }

    private void begin() {
        for (var check = flights.begin(now()); check != null; check = flights.begin(now())) {
            make(check);
        }
    }

    /** A change is recorded on the context of the check, and counts as part of it: who records slowly checks slowly. */
    private void make(DueCheck check) {
        var startedAt = now();
        ContextHop.apart(surroundings.vertx(), () -> runner.runDue(check)
                        .chain(record -> recorder.take(record).replaceWith(() -> Pace.of(record.check()))))
                .subscribe()
                .with(pace -> landed(check, pace, startedAt), failure -> failed(check, startedAt, failure));
    }

    private void failed(DueCheck check, Instant startedAt, Throwable failure) {
        LOG.errorf(
                failure,
                "keyUseId=%s was not checked or not recorded; its lease lapses",
                check.use().id());
        landed(check, Pace.UNCLEAR, startedAt);
    }

    private void landed(DueCheck check, Pace pace, Instant startedAt) {
        var landing = flights.end(check, pace, startedAt, now());
        putOff(landing);
        if (landing.refill()) {
            wake();
        }
        begin();
    }

    private void putOff(Landing landing) {
        if (!landing.putOff().isEmpty()) {
            ContextHop.apart(surroundings.vertx(), () -> claims.putOff(landing.putOff(), landing.until()))
                    .subscribe()
                    .with(
                            ignored -> LOG.debugf(
                                    "%d checks were put off", landing.putOff().size()),
                            failure -> LOG.warnf("checks were not put off; their leases lapse: %s", failure));
        }
    }

    private Instant now() {
        return surroundings.clock().instant();
    }
}
