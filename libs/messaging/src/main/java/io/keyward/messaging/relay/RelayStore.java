package io.keyward.messaging.relay;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The outbox as a relay sees it, and the lease that says who is one. Whatever a relay writes is written only while it holds the lease. Leases
 * and retries use the database's clock: all replicas share it.
 */
@ApplicationScoped
class RelayStore {
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private static final String TAKE_LEASE = """
            insert into relay_lease as l (name, holder, until)
            values ('outbox', :holder, clock_timestamp() + :millis * interval '1 millisecond')
            on conflict (name) do update set holder = excluded.holder, until = excluded.until
            where l.holder = excluded.holder or l.until < clock_timestamp()
            returning holder
            """;
    private static final String RENEW_LEASE = """
            update relay_lease set until = clock_timestamp() + :millis * interval '1 millisecond'
            where name = 'outbox' and holder = :holder
            returning holder
            """;
    private static final String GIVE_UP_LEASE =
            "delete from relay_lease where name = 'outbox' and holder = :holder returning holder";

    private static final String UNSENT = """
            select o.position, o.topic, o.key, cast(o.payload as text), cast(o.headers as text)
            from outbox o
            where o.sent_at is null
              and not exists (select 1 from outbox refused
                              where refused.sent_at is null and refused.retry_at > clock_timestamp()
                                and refused.topic = o.topic and refused.key = o.key and refused.position <= o.position)
            order by o.position
            limit :batch
            """;
    private static final String SETTLE = """
            update outbox set sent_at = clock_timestamp(), last_error = null, retry_at = null
            where position = any(:positions)
              and exists (select 1 from relay_lease where name = 'outbox' and holder = :holder)
            returning position
            """;
    private static final String REFUSE = """
            update outbox set attempts = attempts + 1, last_error = :error,
                retry_at = clock_timestamp() + least(60, power(2, attempts)) * interval '1 second'
            where position = :position
              and exists (select 1 from relay_lease where name = 'outbox' and holder = :holder)
            returning position
            """;
    private static final String OLDEST_UNSENT =
            "select created_at from outbox where sent_at is null order by position limit 1";
    private static final String PRUNE = """
            delete from outbox where position in (
                select position from outbox
                where sent_at < clock_timestamp() - :millis * interval '1 millisecond'
                order by sent_at limit 5000)
            returning position
            """;

    private final ObjectMapper mapper;

    RelayStore(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Whether {@code holder} has the lease from now on: it had it, or nobody living does. */
    Uni<Boolean> takeLease(String holder, Duration lease) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE_LEASE, String.class)
                        .setParameter("holder", holder)
                        .setParameter("millis", lease.toMillis())
                        .getResultList())
                .map(holders -> !holders.isEmpty()));
    }

    /** Lets another replica take over at once. */
    Uni<Void> giveUpLease(String holder) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(GIVE_UP_LEASE, String.class)
                        .setParameter("holder", holder)
                        .getResultList())
                .replaceWithVoid());
    }

    /**
     * Renews the lease and reads the next unsent rows, without those whose key waits behind a refused one.
     *
     * @return empty when {@code holder} has lost the lease
     */
    Uni<Optional<List<OutboxRow>>> claim(String holder, Duration lease, int batch) {
        return Panache.withTransaction(
                () -> Panache.getSession().chain(session -> session.createNativeQuery(RENEW_LEASE, String.class)
                        .setParameter("holder", holder)
                        .setParameter("millis", lease.toMillis())
                        .getResultList()
                        .chain(held -> held.isEmpty()
                                ? Uni.createFrom().item(Optional.<List<OutboxRow>>empty())
                                : unsent(session, batch).map(Optional::of))));
    }

    private Uni<List<OutboxRow>> unsent(Mutiny.Session session, int batch) {
        return session.createNativeQuery(UNSENT, Object[].class)
                .setParameter("batch", batch)
                .getResultList()
                .map(rows -> rows.stream().map(this::row).toList());
    }

    /** Notes that the rows are on Kafka. False, and nothing changed, when {@code holder} has lost the lease. */
    Uni<Boolean> settle(String holder, List<OutboxRow> rows) {
        Long[] positions = rows.stream().map(OutboxRow::position).toArray(Long[]::new);
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(SETTLE, Long.class)
                        .setParameter("positions", positions)
                        .setParameter("holder", holder)
                        .getResultList())
                .map(settled -> settled.size() == positions.length));
    }

    /** Notes that Kafka does not take this row. Its key waits: one second at first, up to a minute later. */
    Uni<Void> refuse(String holder, OutboxRow row, String error) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(REFUSE, Long.class)
                        .setParameter("position", row.position())
                        .setParameter("holder", holder)
                        .setParameter("error", error)
                        .getResultList())
                .replaceWithVoid());
    }

    /** When the oldest row that is not sent yet was appended. */
    Uni<Optional<Instant>> oldestUnsent() {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(OLDEST_UNSENT, OffsetDateTime.class)
                        .getResultList())
                .map(times -> times.stream().findFirst().map(OffsetDateTime::toInstant)));
    }

    /** Deletes rows that were sent longer ago than {@code age}. */
    Uni<Integer> prune(Duration age) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(PRUNE, Long.class)
                        .setParameter("millis", age.toMillis())
                        .getResultList())
                .map(List::size));
    }

    private OutboxRow row(Object[] columns) {
        try {
            return new OutboxRow(
                    ((Number) columns[0]).longValue(),
                    (String) columns[1],
                    (String) columns[2],
                    (String) columns[3],
                    mapper.readValue((String) columns[4], HEADERS));
        } catch (JacksonException e) {
            throw new IllegalStateException("headers of outbox row " + columns[0] + " are not a map of strings", e);
        }
    }
}
