package io.keyward.validation.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Records results that change nothing: a whole batch in one statement, so that a sweep does not cost a transaction a key. */
@ApplicationScoped
public class UnchangedStore {
    private static final String RECORD = """
            with given as materialized (
                select * from json_to_recordset(cast(cast(:batch as text) as json)) as g(
                    id text, token uuid, revision bigint, started timestamptz, due timestamptz, unanswered integer)),
            done as (
                update key_use k
                set checked_at = g.started, next_due_at = g.due, unanswered = g.unanswered, lease_token = null, lease_until = null
                from given g
                where k.key_use_id = g.id and k.lease_token = g.token and k.config_revision = g.revision
                  and k.retired_at is null and (k.checked_at is null or k.checked_at < g.started)
                returning k.key_use_id, k.last_check_id, k.checked_at),
            prolonged as (
                update key_check c set last_at = d.checked_at, checks = c.checks + 1
                from done d where c.id = d.last_check_id)
            select key_use_id from done""";

    private final ObjectMapper json;

    UnchangedStore(ObjectMapper json) {
        this.json = json;
    }

    /** @return the key uses whose result still counted; the others have left no trace */
    public Uni<List<String>> record(List<CheckRecord> records) {
        var batch = write(records.stream().map(Row::of).toList());
        return Panache.withTransaction(
                () -> Panache.getSession().chain(session -> session.createNativeQuery(RECORD, String.class)
                        .setParameter("batch", batch)
                        .getResultList()));
    }

    private String write(List<Row> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("a batch of results cannot be written", bug);
        }
    }

    private record Row(String id, UUID token, long revision, Instant started, Instant due, int unanswered) {

        static Row of(CheckRecord record) {
            var use = record.keyUse();
            var token = Objects.requireNonNull(use.leaseToken(), "a result is recorded under a lease");
            return new Row(
                    use.id(), token, use.configRevision(), record.startedAt(), record.nextDue(), record.unanswered());
        }
    }
}
