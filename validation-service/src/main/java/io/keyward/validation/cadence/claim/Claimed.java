package io.keyward.validation.cadence.claim;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a claim answered. */
record Claimed(List<DueCheck> checks, List<Unreadable> unreadable) {

    /** A key use that cannot be read. */
    record Unreadable(String keyUseId, RuntimeException cause) {}

    /** Reads row by row: one that cannot be read is no reason not to make the other checks. */
    static Claimed read(RowSet<Row> rows, Instant claimedAt, long startBy, Instant rotationBefore) {
        var checks = new ArrayList<DueCheck>(rows.size());
        var unreadable = new ArrayList<Unreadable>(0);
        for (var row : rows) {
            var due = new DueRow(row);
            try {
                checks.add(due.toCheck(claimedAt, startBy, rotationBefore));
            } catch (RuntimeException e) {
                unreadable.add(new Unreadable(due.keyUseId(), e));
            }
        }
        return new Claimed(checks, unreadable);
    }
}
