package io.keyward.local.bench.sweep;

import io.keyward.local.bench.sweep.loop.Target;
import io.keyward.local.client.Patience;
import io.keyward.local.service.Service;
import io.keyward.local.service.Services;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Our sweep. It is given nothing but due times in the database: it finds, claims, checks and records by itself, at the pace of its own ticks. A run begins when
 * the first check was claimed and ends when the last result is in the database.
 */
final class OurSide implements Side {
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(1200);
    private static final int THOUSAND = 1000;
    private static final Duration PAUSE_PER_THOUSAND = Duration.ofMillis(60);

    private final KeyCrowd crowd;
    private final Services services;
    private final Meter meter;
    private long targets;
    private Instant asked = Instant.EPOCH;

    OurSide(KeyCrowd crowd, Services services, Meter meter) {
        this.crowd = crowd;
        this.services = services;
        this.meter = meter;
    }

    /** They are in the database already. */
    @Override
    public void take(List<Target> taken) {
        targets = taken.size();
    }

    /** Cold, and all at once, some may not be answered in time; that is made up for by the next run. */
    @Override
    public void warmUp(int passes) {
        for (int pass = 0; pass < passes; pass++) {
            pass(due());
        }
    }

    @Override
    public Lap run(int passes, boolean anew) {
        Lap lap = new Lap(0, Duration.ZERO, Reading.NOTHING);
        for (int pass = 0; pass < passes; pass++) {
            Instant due = due();
            Lap next = pass(due);
            crowd.requireValidSince(due);
            lap = new Lap(
                    lap.checks() + next.checks(),
                    lap.elapsed().plus(next.elapsed()),
                    lap.used().plus(next.used()));
        }
        return lap;
    }

    /**
     * Has all of them checked from now on, and returns. Waits until what was asked for like this before is done: rows that are made due and rows that are
     * recorded, each in an order of their own, would wait for each other.
     */
    void checkAll() {
        if (!Patience.until(LIMIT, GLANCE, () -> crowd.isDone(asked))) {
            throw new IllegalStateException("a sweep does not end");
        }
        asked = Instant.now();
        crowd.makeDue(asked);
    }

    /** So far ahead that making all of them due is over by then. */
    private Instant due() {
        return Instant.now().plus(SHORTEST_PAUSE).plus(PAUSE_PER_THOUSAND.multipliedBy(targets / THOUSAND));
    }

    private Lap pass(Instant due) {
        long pid = services.pid(Service.VALIDATION);
        crowd.makeDue(due);
        Patience.until(LIMIT, GLANCE, () -> Instant.now().isAfter(due.minus(GLANCE)));
        Reading before = meter.read(pid);
        boolean all = Patience.until(LIMIT, GLANCE, () -> crowd.isDone(due));
        Instant end = Instant.now();
        Reading used = meter.read(pid).since(before);
        if (!all) {
            throw new IllegalStateException(
                    "%d keys are not checked within %d minutes".formatted(targets, LIMIT.toMinutes()));
        }
        return new Lap(targets, Duration.between(crowd.firstCheckSince(due), end), used);
    }
}
