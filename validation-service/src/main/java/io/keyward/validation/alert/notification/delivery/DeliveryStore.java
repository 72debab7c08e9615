package io.keyward.validation.alert.notification.delivery;

import io.keyward.validation.alert.channel.ChannelType;
import io.keyward.validation.alert.notification.Occasion;
import io.keyward.validation.alert.notification.delivery.Delivery.Route;
import io.keyward.validation.alert.notification.transport.NotificationConfig;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Hands out notices to one recipient each, under leases, and records what became of them. */
@ApplicationScoped
class DeliveryStore {
    private static final int LONGEST_FAILURE = 1000;
    /** What was never tried comes first: many that fail do not hold up what may well go through. */
    private static final String CLAIM = """
            with due as materialized (
                select d.id from notice_delivery d join notice n on n.id = d.notice_id
                where d.sent_at is null and d.given_up_at is null and d.next_attempt_at <= :now
                  and (d.lease_until is null or d.lease_until < clock_timestamp())
                  and not exists (select 1 from notice_delivery e join notice f on f.id = e.notice_id
                        where f.alert_id = n.alert_id and f.id < n.id and e.recipient = d.recipient
                          and e.sent_at is null and e.given_up_at is null)
                order by least(d.attempts, 1), d.next_attempt_at limit :limit
                for update of d skip locked)
            update notice_delivery d
            set lease_token = cast(:token as uuid), lease_until = clock_timestamp() + make_interval(secs => :lease)
            from due, notice n where d.id = due.id and n.id = d.notice_id
            returning d.id, d.recipient, d.message_id, n.occasion, n.content, d.attempts,
                cast(extract(epoch from n.created_at) * 1000 as bigint)
                    + case when n.occasion = 'OPENED' then n.delay_minutes else 0 end * cast(60000 as bigint),
                n.channel_type, coalesce(n.group_id, ''), coalesce(n.configuration_id, ''), coalesce(n.channel, '')""";

    private static final String SENT = """
            update notice_delivery d set sent_at = :now, last_failure = null, lease_token = null, lease_until = null
            from notice n
            where d.id = :id and d.lease_token = cast(:token as uuid) and d.sent_at is null and n.id = d.notice_id
            returning n.alert_id""";
    /** Apart, so that nobody waits for a delivery who holds the alert, and for the alert who holds a delivery. */
    private static final String NOTIFIED = """
            update alert set last_notified = greatest(last_notified, cast(:now as timestamptz)) where id = :alertId
            returning id""";

    private static final String FAILED = """
            update notice_delivery
            set attempts = attempts + 1, next_attempt_at = :next, last_failure = :failure, last_failed_at = :now,
                lease_token = null, lease_until = null
            where id = :id and lease_token = cast(:token as uuid)
            returning id""";
    private static final String GIVEN_UP = """
            update notice_delivery
            set attempts = attempts + 1, given_up_at = :next, last_failure = :failure, last_failed_at = :now,
                lease_token = null, lease_until = null
            where id = :id and lease_token = cast(:token as uuid)
            returning id""";
    private static final String OLDEST = """
            select w.channel_type, cast(extract(epoch from min(w.due_at)) * 1000 as bigint) from (
                select n.channel_type, n.next_attempt_at as due_at from notice n
                where n.addressed_at is null and n.given_up_at is null and n.attempts = 0 and n.next_attempt_at <= :now
                union all
                select n.channel_type, n.created_at from notice n
                where n.addressed_at is null and n.given_up_at is null and n.attempts > 0
                union all
                select n.channel_type,
                    n.created_at + make_interval(mins => case when n.occasion = 'OPENED' then n.delay_minutes else 0 end)
                from notice_delivery d join notice n on n.id = d.notice_id
                where d.sent_at is null and d.given_up_at is null) w
            group by w.channel_type""";

    private final double leaseSeconds;

    DeliveryStore(NotificationConfig config) {
        this.leaseSeconds = config.lease().toMillis() / 1000.0;
    }

    /** Takes what is due, under {@code token}. */
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
                        () -> Panache.getSession().chain(session -> session.createNativeQuery(SENT, String.class)
                                .setParameter("id", delivery.id())
                                .setParameter("token", delivery.token().toString())
                                .setParameter("now", now)
                                .getResultList()))
                .chain(alertIds ->
                        alertIds.isEmpty() ? Uni.createFrom().voidItem() : notified(alertIds.getFirst(), now));
    }

    /** It failed, and is tried again at {@code next}. */
    Uni<Void> failed(Delivery delivery, String failure, Instant now, Instant next) {
        return end(FAILED, delivery, failure, now, next);
    }

    /** It failed, and is never tried again. */
    Uni<Void> givenUp(Delivery delivery, String failure, Instant now) {
        return end(GIVEN_UP, delivery, failure, now, now);
    }

    /** When the oldest notice was written that somebody still waits for who should have it by now, by channel. */
    Uni<Map<ChannelType, Instant>> oldestWaiting(Instant now) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(OLDEST, Object[].class)
                        .setParameter("now", now)
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> ChannelType.valueOf((String) row[0]),
                                row -> Instant.ofEpochMilli(((Number) row[1]).longValue())))));
    }

    private static Uni<Void> notified(String alertId, Instant now) {
        return Panache.withTransaction(
                        () -> Panache.getSession().chain(session -> session.createNativeQuery(NOTIFIED, String.class)
                                .setParameter("alertId", alertId)
                                .setParameter("now", now)
                                .getResultList()))
                .replaceWithVoid();
    }

    private static Uni<Void> end(String sql, Delivery delivery, String failure, Instant now, Instant next) {
        var words = storable(failure);
        return Panache.withTransaction(
                        () -> Panache.getSession().chain(session -> session.createNativeQuery(sql, Long.class)
                                .setParameter("id", delivery.id())
                                .setParameter("token", delivery.token().toString())
                                .setParameter("now", now)
                                .setParameter("next", next)
                                .setParameter("failure", words)
                                .getResultList()))
                .replaceWithVoid();
    }

    /** A text of PostgreSQL has no NUL, whoever sent one. */
    private static String storable(String failure) {
        return failure.substring(0, Math.min(LONGEST_FAILURE, failure.length())).replace('\0', ' ');
    }

    private static Delivery delivery(Object[] row, UUID token) {
        return new Delivery(
                ((Number) row[0]).longValue(),
                token,
                (String) row[1],
                (String) row[2],
                Occasion.valueOf((String) row[3]),
                (String) row[4],
                ((Number) row[5]).intValue(),
                Instant.ofEpochMilli(((Number) row[6]).longValue()),
                new Route(ChannelType.valueOf((String) row[7]), (String) row[8], (String) row[9], (String) row[10]));
    }
}
