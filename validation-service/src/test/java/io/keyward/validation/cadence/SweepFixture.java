package io.keyward.validation.cadence;

import static org.awaitility.Awaitility.await;

import io.keyward.validation.support.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Turns the clockwork by hand: makes a project's keys due and has the sweep look for them. */
@ApplicationScoped
public class SweepFixture {
    private static final Duration A_WHILE = Duration.ofSeconds(30);
    private static final Duration A_MOMENT = Duration.ofMillis(20);
    private static final String UNDER_WAY = "lease_token is not null and lease_until > now()";
    private static final String DUE = "retired_at is null and next_due_at <= now()";

    private final CheckSweep sweep;
    private final Database database;

    SweepFixture(CheckSweep sweep, Database database) {
        this.sweep = sweep;
        this.database = database;
    }

    /**
     * The next scheduled check of the project's keys, now. Events that were just taken in have checks made, too: one that is under way is
     * waited for, and one that takes this one's place begins later and is as good.
     */
    public void check(String groupId) {
        await().atMost(A_WHILE).until(() -> isNone(groupId, UNDER_WAY));
        database.query("update key_use set next_due_at = now() - interval '1 second' where group_id = ?", groupId);
        await().atMost(A_WHILE).pollInterval(A_MOMENT).until(() -> {
            sweep.wake();
            return isNone(groupId, DUE);
        });
    }

    private boolean isNone(String groupId, String condition) {
        return database.one("select count(*)::text from key_use where group_id = ? and " + condition, groupId)
                .equals("0");
    }

    /** Has whatever is due checked, soon. */
    public void wake() {
        sweep.wake();
    }
}
