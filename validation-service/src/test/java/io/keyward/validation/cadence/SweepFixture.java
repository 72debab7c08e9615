package io.keyward.validation.cadence;

import static org.awaitility.Awaitility.await;

import io.keyward.validation.support.Database;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Turns the clockwork by hand: makes a project's keys due and runs a round. */
@ApplicationScoped
public class SweepFixture {
    private static final Duration A_WHILE = Duration.ofSeconds(30);
    private static final String UNDER_WAY = "lease_token is not null and lease_until > now()";
    private static final String DUE = "retired_at is null and next_due_at <= now()";

    private final CheckSweep sweep;
    private final Database database;
    private final Clock clock;

    SweepFixture(CheckSweep sweep, Database database, Clock clock) {
        this.sweep = sweep;
        this.database = database;
        this.clock = clock;
    }

    /**
     * The next scheduled check of the project's keys, now. Events that were just taken in have checks made, too: one that is under way is
     * waited for, and one that takes this one's place begins later and is as good.
     */
    public void check(String groupId) {
        await().atMost(A_WHILE).until(() -> isNone(groupId, UNDER_WAY));
        database.query("update key_use set next_due_at = now() - interval '1 second' where group_id = ?", groupId);
        await().atMost(A_WHILE).until(() -> {
            round();
            return isNone(groupId, DUE);
        });
    }

    private boolean isNone(String groupId, String condition) {
        return database.one("select count(*)::text from key_use where group_id = ? and " + condition, groupId)
                .equals("0");
    }

    private void round() {
        try {
            VertxContextSupport.subscribeAndAwait(() -> sweep.round(clock.instant()));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
