package io.keyward.validation.cadence;

import io.keyward.validation.support.Database;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Turns the clockwork by hand: makes a project's keys due and runs a round. */
@ApplicationScoped
public class SweepFixture {
    private final CheckSweep sweep;
    private final Database database;
    private final Clock clock;

    SweepFixture(CheckSweep sweep, Database database, Clock clock) {
        this.sweep = sweep;
        this.database = database;
        this.clock = clock;
    }

    /** The next scheduled check of the project's keys, now. */
    public void check(String groupId) {
        database.query("update key_use set next_due_at = now() - interval '1 second' where group_id = ?", groupId);
        try {
            VertxContextSupport.subscribeAndAwait(() -> sweep.round(clock.instant()));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
