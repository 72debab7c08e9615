package io.keyward.validation.recording;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Records results that change nothing: a whole batch in one statement, which is its own transaction, so that a sweep does not cost a transaction a key.
 * That a check answered the same once more is counted with the key use, not with the entry of the history, which is added to when it is followed by
 * another one: each check changes one row. A hint is done with when a check that began after it has found something out.
 */
@ApplicationScoped
public class UnchangedStore {
    private static final String RECORD = """
        update key_use k
        set checked_at = g.started,
            next_due_at = case when k.hinted_at > g.started then least(g.due, k.hinted_at) else g.due end,
            rotation_looked_at = case when g.looked then g.started else k.rotation_looked_at end,
            hinted_at = case when k.hinted_at > g.started or g.unanswered > 0 then k.hinted_at end,
            unanswered = g.unanswered, repeats = k.repeats + 1, set_aside_at = null, lease_token = null, lease_until = null
        from unnest($1::text[], $2::uuid[], $3::bigint[], $4::timestamptz[], $5::timestamptz[], $6::int[], $7::bool[])
            as g(id, token, revision, started, due, unanswered, looked)
        where k.key_use_id = g.id and k.lease_token = g.token and k.config_revision = g.revision
          and k.retired_at is null and (k.checked_at is null or k.checked_at < g.started)\
        """;

    private final Pool pool;

    UnchangedStore(Pool pool) {
        this.pool = pool;
    }

    /** @return how many of the results still counted; the others have left no trace */
    public Uni<Integer> record(List<CheckRecord> records) {
        var parameters = Tuple.tuple()
                .addArrayOfString(column(records, record -> record.keyUse().id(), String[]::new))
                .addArrayOfUUID(column(records, record -> record.keyUse().leaseToken(), UUID[]::new))
                .addArrayOfLong(column(records, record -> record.keyUse().configRevision(), Long[]::new))
                .addArrayOfOffsetDateTime(column(records, record -> utc(record.startedAt()), OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(column(records, record -> utc(record.nextDue()), OffsetDateTime[]::new))
                .addArrayOfInteger(column(records, CheckRecord::unanswered, Integer[]::new))
                .addArrayOfBoolean(column(records, CheckRecord::rotationAsked, Boolean[]::new));
        return pool.preparedQuery(RECORD).execute(parameters).map(SqlResult::rowCount);
    }

    private static <T> T[] column(List<CheckRecord> records, Function<CheckRecord, T> value, IntFunction<T[]> array) {
        return records.stream().map(value).toArray(array);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
