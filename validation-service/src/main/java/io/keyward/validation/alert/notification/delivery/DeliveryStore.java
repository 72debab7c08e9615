package io.keyward.validation.alert.notification.delivery;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Hands out mails to one recipient each, under leases, and records what became of them. */
@ApplicationScoped
class DeliveryStore {
    private static final int LONGEST_FAILURE = 1000;
    private static final String CLAIM = """
            with due as materialized (
                select d.id from mail_delivery d join mail m on m.id = d.mail_id
                where d.sent_at is null and d.given_up_at is null and d.next_attempt_at <= :now
                  and (d.lease_until is null or d.lease_until < clock_timestamp())
                  and not exists (select 1 from mail_delivery e join mail f on f.id = e.mail_id
                        where f.alert_id = m.alert_id and f.id < m.id and e.recipient = d.recipient
                          and e.sent_at is null and e.given_up_at is null)
                order by d.next_attempt_at limit :limit
                for update of d skip locked)
            update mail_delivery d
            set lease_token = cast(:token as uuid), lease_until = clock_timestamp() + make_interval(secs => :lease)
            from due, mail m where d.id = due.id and m.id = d.mail_id
            returning d.id, d.recipient, d.message_id, m.subject, m.body, d.attempts,
                cast(extract(epoch from m.created_at) * 1000 as bigint)""";
    private static final String SENT = """
            with done as (
                update mail_delivery set sent_at = :now, lease_token = null, lease_until = null
                where id = :id and lease_token = cast(:token as uuid) and sent_at is null
                returning id, mail_id)
            update alert a set last_notified = greatest(a.last_notified, cast(:now as timestamptz))
            from done, mail m where m.id = done.mail_id and a.id = m.alert_id
            returning done.id""";
    private static final String FAILED = """
            update mail_delivery
            set attempts = attempts + 1, next_attempt_at = :next, last_failure = :failure, lease_token = null, lease_until = null
            where id = :id and lease_token = cast(:token as uuid)
            returning id""";
    private static final String GIVEN_UP = """
            update mail_delivery
            set attempts = attempts + 1, given_up_at = :next, last_failure = :failure, lease_token = null, lease_until = null
            where id = :id and lease_token = cast(:token as uuid)
            returning id""";
    private static final String OLDEST = """
            select cast(extract(epoch from min(m.created_at)) * 1000 as bigint) from mail m
            where m.given_up_at is null
              and (m.addressed_at is null
                or exists (select 1 from mail_delivery d where d.mail_id = m.id and d.sent_at is null and d.given_up_at is null))""";

    private final double leaseSeconds;

    DeliveryStore(NotificationConfig config) {
        this.leaseSeconds = config.lease().toMillis() / 1000.0;
    }

    /** Takes mails that are due, under {@code token}. */
    Uni<List<Delivery>> claim(UUID token, Instant now, int limit) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(CLAIM, Object[].class)
                        .setParameter("token", token.toString())
                        .setParameter("now", now)
                        .setParameter("limit", limit)
                        .setParameter("lease", leaseSeconds)
                        .getResultList())
                .map(rows -> rows.stream().map(row -> delivery(row, token)).toList()));
    }

    /** It went out at {@code now}. */
    Uni<Void> sent(Delivery delivery, Instant now) {
        return Panache.withTransaction(
                        () -> Panache.getSession().chain(session -> session.createNativeQuery(SENT, Long.class)
                                .setParameter("id", delivery.id())
                                .setParameter("token", delivery.token().toString())
                                .setParameter("now", now)
                                .getResultList()))
                .replaceWithVoid();
    }

    /** It failed, and is tried again at {@code next}. */
    Uni<Void> failed(Delivery delivery, String failure, Instant next) {
        return end(FAILED, delivery, failure, next);
    }

    /** It failed, and is never tried again. */
    Uni<Void> givenUp(Delivery delivery, String failure, Instant now) {
        return end(GIVEN_UP, delivery, failure, now);
    }

    /** When the oldest mail was written that somebody still waits for. */
    Uni<Optional<Instant>> oldestWaiting() {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(OLDEST, Long.class).getSingleResultOrNull())
                .map(millis -> Optional.ofNullable(millis).map(Instant::ofEpochMilli)));
    }

    /**
     * A mail to one recipient.
     *
     * @param failures how often it failed
     * @param createdAt when it was first to be sent
     */
    record Delivery(
            long id,
            String recipient,
            String messageId,
            String subject,
            String body,
            int failures,
            Instant createdAt,
            UUID token) {}

    private static Uni<Void> end(String sql, Delivery delivery, String failure, Instant next) {
        var words = failure.substring(0, Math.min(LONGEST_FAILURE, failure.length()));
        return Panache.withTransaction(
                        () -> Panache.getSession().chain(session -> session.createNativeQuery(sql, Long.class)
                                .setParameter("id", delivery.id())
                                .setParameter("token", delivery.token().toString())
                                .setParameter("next", next)
                                .setParameter("failure", words)
                                .getResultList()))
                .replaceWithVoid();
    }

    private static Delivery delivery(Object[] row, UUID token) {
        return new Delivery(
                ((Number) row[0]).longValue(),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                ((Number) row[5]).intValue(),
                Instant.ofEpochMilli(((Number) row[6]).longValue()),
                token);
    }
}
