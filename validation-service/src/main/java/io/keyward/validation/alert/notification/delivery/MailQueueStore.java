package io.keyward.validation.alert.notification.delivery;

import io.keyward.validation.alert.notification.Occasion;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Hands out mails that have no recipients yet, and takes them in. Leases as for checks: what is due is a question to the injected clock, how long a lease
 * lasts is one to the database's. The mail about an alert's end waits for the one about its beginning.
 */
@ApplicationScoped
class MailQueueStore {
    private static final String CLAIM = """
            with due as materialized (
                select m.id from mail m
                where m.addressed_at is null and m.given_up_at is null and m.next_attempt_at <= :now
                  and (m.lease_until is null or m.lease_until < clock_timestamp())
                  and not exists (select 1 from mail e where e.alert_id = m.alert_id and e.id < m.id
                        and e.addressed_at is null and e.given_up_at is null)
                order by m.next_attempt_at limit :limit
                for update skip locked)
            update mail m
            set lease_token = cast(:token as uuid), lease_until = clock_timestamp() + make_interval(secs => :lease)
            from due where m.id = due.id
            returning m.id, m.group_id, m.alert_id, m.occasion, m.attempts,
                cast(extract(epoch from m.created_at) * 1000 as bigint), m.owners, m.addresses""";
    private static final String ADDRESS = """
            insert into mail_delivery (mail_id, recipient, message_id, attempts, next_attempt_at)
            values (:mailId, :recipient, :messageId, 0, :now)
            on conflict (mail_id, recipient) do nothing
            returning id""";
    private static final String ADDRESSED = """
            update mail set addressed_at = :now, lease_token = null, lease_until = null
            where id = :mailId and lease_token = cast(:token as uuid)
            returning id""";
    private static final String POSTPONE = """
            update mail set attempts = attempts + 1, next_attempt_at = :next, lease_token = null, lease_until = null
            where id = :mailId and lease_token = cast(:token as uuid)
            returning id""";
    private static final String GIVE_UP = """
            update mail set attempts = attempts + 1, given_up_at = :now, lease_token = null, lease_until = null
            where id = :mailId and lease_token = cast(:token as uuid)
            returning id""";

    private final double leaseSeconds;

    MailQueueStore(NotificationConfig config) {
        this.leaseSeconds = config.lease().toMillis() / 1000.0;
    }

    /** Takes mails that are due, under {@code token}. */
    Uni<List<Unaddressed>> claim(UUID token, Instant now, int limit) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(CLAIM, Object[].class)
                        .setParameter("token", token.toString())
                        .setParameter("now", now)
                        .setParameter("limit", limit)
                        .setParameter("lease", leaseSeconds)
                        .getResultList())
                .map(rows -> rows.stream().map(row -> mail(row, token)).toList()));
    }

    /** Writes one delivery for each recipient, if the lease still holds. */
    Uni<Void> address(Unaddressed mail, List<Recipient> recipients, Instant now) {
        return Panache.withTransaction(() -> update(ADDRESSED, mail, "now", now)
                .chain(counted -> counted
                        ? writeAll(mail, recipients, now)
                        : Uni.createFrom().voidItem()));
    }

    Uni<Void> postpone(Unaddressed mail, Instant next) {
        return Panache.withTransaction(() -> update(POSTPONE, mail, "next", next))
                .replaceWithVoid();
    }

    Uni<Void> giveUp(Unaddressed mail, Instant now) {
        return Panache.withTransaction(() -> update(GIVE_UP, mail, "now", now)).replaceWithVoid();
    }

    /**
     * A mail whose recipients have to be found out.
     *
     * @param failures how often that failed
     * @param owners whether the project's owners get it
     * @param addresses who else gets it
     */
    record Unaddressed(
            long id,
            String groupId,
            String alertId,
            Occasion occasion,
            int failures,
            Instant createdAt,
            boolean owners,
            List<String> addresses,
            UUID token) {}

    /** Somebody who gets a mail. */
    record Recipient(String email, String messageId) {}

    private static Unaddressed mail(Object[] row, UUID token) {
        return new Unaddressed(
                ((Number) row[0]).longValue(),
                (String) row[1],
                (String) row[2],
                Occasion.valueOf((String) row[3]),
                ((Number) row[4]).intValue(),
                Instant.ofEpochMilli(((Number) row[5]).longValue()),
                (Boolean) row[6],
                ((String) row[7]).lines().toList(),
                token);
    }

    private static Uni<Boolean> update(String sql, Unaddressed mail, String name, Instant value) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, Long.class)
                        .setParameter("mailId", mail.id())
                        .setParameter("token", mail.token().toString())
                        .setParameter(name, value)
                        .getResultList())
                .map(ids -> !ids.isEmpty());
    }

    private static Uni<Void> writeAll(Unaddressed mail, List<Recipient> recipients, Instant now) {
        return Multi.createFrom()
                .iterable(recipients)
                .onItem()
                .transformToUniAndConcatenate(recipient -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(ADDRESS, Long.class)
                                .setParameter("mailId", mail.id())
                                .setParameter("recipient", recipient.email())
                                .setParameter("messageId", recipient.messageId())
                                .setParameter("now", now)
                                .getResultList()))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
