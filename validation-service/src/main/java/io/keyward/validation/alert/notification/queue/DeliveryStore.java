package io.keyward.validation.alert.notification.queue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Records what became of deliveries, while their leases last. */
@ApplicationScoped
public class DeliveryStore {
    private static final int LONGEST_FAILURE = 1000;
    private static final String SENT = """
            update notice_delivery d set sent_at = :now, lease_token = null, lease_until = null
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
    private static final String NOT_REMINDED = """
            update notice r set remind_at = null
            from notice n, notice_delivery d
            where d.id = :id and d.lease_token = cast(:token as uuid) and n.id = d.notice_id
              and r.alert_id = n.alert_id and r.audience = n.audience and r.remind_at is not null
            returning r.id""";
    private static final String WITHDRAWN =
            "delete from notice_delivery where id = :id and lease_token = cast(:token as uuid) returning id";

    /** It went out at {@code now}. */
    public Uni<Void> sent(Delivery delivery, Instant now) {
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
    public Uni<Void> failed(Delivery delivery, String failure, Instant now, Instant next) {
        return end(FAILED, delivery, failure, now, next);
    }

    /** It failed, and is never tried again. */
    public Uni<Void> givenUp(Delivery delivery, String failure, Instant now) {
        return end(GIVEN_UP, delivery, failure, now, now);
    }

    /** Nobody wants it any more: it is forgotten, and whoever it was for is not reminded. */
    public Uni<Void> withdraw(Delivery delivery) {
        return Panache.withTransaction(() -> byLease(NOT_REMINDED, delivery).chain(() -> byLease(WITHDRAWN, delivery)));
    }

    private static Uni<Void> byLease(String sql, Delivery delivery) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, Long.class)
                        .setParameter("id", delivery.id())
                        .setParameter("token", delivery.token().toString())
                        .getResultList())
                .replaceWithVoid();
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
}
