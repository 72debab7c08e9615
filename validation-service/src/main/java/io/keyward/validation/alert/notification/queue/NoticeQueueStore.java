package io.keyward.validation.alert.notification.queue;

import io.keyward.validation.alert.channel.ChannelType;
import io.keyward.validation.alert.notification.AudienceRules.Meant;
import io.keyward.validation.alert.notification.Occasion;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Hands out notices that have no recipients yet, and takes those in. Leases as for checks: what is due is a question to the injected clock, how long a lease
 * lasts is one to the database's. What an audience is told of an alert's end waits for what it is told of its beginning. All take {@link Turns turns}.
 */
@ApplicationScoped
public class NoticeQueueStore {
    private static final String CLAIM = """
            with waiting as materialized (
                select n.id, n.next_attempt_at, n.channel_type as lane, coalesce(n.group_id, '') as project, n.attempts > 0 as failed from notice n
                where n.addressed_at is null and n.given_up_at is null and n.next_attempt_at <= :now
                  and (n.lease_until is null or n.lease_until < clock_timestamp())
                  and not exists (select 1 from notice e where e.alert_id = n.alert_id and e.audience = n.audience and e.id < n.id
                        and e.addressed_at is null and e.given_up_at is null)),
            """ + Turns.IN_TURN + """
            due as materialized (
                select n.id from line join notice n on n.id = line.id
                where n.addressed_at is null and n.given_up_at is null and n.next_attempt_at <= :now
                  and (n.lease_until is null or n.lease_until < clock_timestamp())
                order by line.place, line.next_attempt_at limit :limit
                for update of n skip locked)
            update notice n
            set lease_token = cast(:token as uuid), lease_until = clock_timestamp() + make_interval(secs => :lease)
            from due where n.id = due.id
            returning n.id, coalesce(n.group_id, ''), n.alert_id, n.occasion, n.sequence, n.attempts,
                cast(extract(epoch from n.created_at) * 1000 as bigint), n.audience, n.channel_type, n.roles, n.addresses,
                coalesce(n.configuration_id, '')""";
    /** Nobody is reminded who has not been told yet. */
    private static final String ADDRESS = """
            insert into notice_delivery (notice_id, recipient, message_id, attempts, next_attempt_at)
            select n.id, cast(:recipient as text), cast(:messageId as text), 0, cast(:now as timestamptz)
            from notice n where n.id = :noticeId
              and (n.occasion <> 'REMINDED' or not exists (
                    select 1 from notice_delivery d join notice e on e.id = d.notice_id
                    where e.alert_id = n.alert_id and d.recipient = cast(:recipient as text) and d.sent_at is null and d.given_up_at is null))
            on conflict (notice_id, recipient) do nothing
            returning id""";

    private static final String ADDRESSED = """
            update notice set addressed_at = :now, lease_token = null, lease_until = null
            where id = :noticeId and lease_token = cast(:token as uuid)
            returning id""";
    private static final String POSTPONE = """
            update notice set attempts = attempts + 1, next_attempt_at = :next, lease_token = null, lease_until = null
            where id = :noticeId and lease_token = cast(:token as uuid)
            returning id""";
    private static final String GIVE_UP = """
            update notice set attempts = attempts + 1, given_up_at = :now, lease_token = null, lease_until = null
            where id = :noticeId and lease_token = cast(:token as uuid)
            returning id""";

    private final QueueStore queue;

    NoticeQueueStore(QueueStore queue) {
        this.queue = queue;
    }

    /** Takes notices that are due, under {@code token}. */
    public Uni<List<Unaddressed>> claim(UUID token, Instant now, int limit) {
        return queue.claim(CLAIM, token, now, limit, row -> notice(row, token));
    }

    /** Writes one delivery for each recipient, if the lease still holds. */
    public Uni<Void> address(Unaddressed notice, List<Recipient> recipients, Instant now) {
        return Panache.withTransaction(() -> update(ADDRESSED, notice, "now", now)
                .chain(counted -> counted
                        ? writeAll(notice, recipients, now)
                        : Uni.createFrom().voidItem()));
    }

    public Uni<Void> postpone(Unaddressed notice, Instant next) {
        return Panache.withTransaction(() -> update(POSTPONE, notice, "next", next))
                .replaceWithVoid();
    }

    public Uni<Void> giveUp(Unaddressed notice, Instant now) {
        return Panache.withTransaction(() -> update(GIVE_UP, notice, "now", now))
                .replaceWithVoid();
    }

    /**
     * A notice whose recipients have to be found out.
     *
     * @param groupId empty when it is for operators
     * @param failures how often that failed
     * @param audience its key
     * @param configurationId whose notification it is; empty when it is for operators
     * @param meant who gets a mail
     */
    public record Unaddressed(
            long id,
            UUID token,
            String groupId,
            String alertId,
            Occasion occasion,
            int sequence,
            int failures,
            Instant createdAt,
            String audience,
            ChannelType type,
            String configurationId,
            Meant meant) {}

    /**
     * Somebody who is told, or some channel.
     *
     * @param name an address; of a channel other than mail, the key of its audience
     * @param messageId the same whenever it is sent again
     */
    public record Recipient(String name, String messageId) {}

    private static Unaddressed notice(Object[] row, UUID token) {
        return new Unaddressed(
                ((Number) row[0]).longValue(),
                token,
                (String) row[1],
                (String) row[2],
                Occasion.valueOf((String) row[3]),
                ((Number) row[4]).intValue(),
                ((Number) row[5]).intValue(),
                Instant.ofEpochMilli(((Number) row[6]).longValue()),
                (String) row[7],
                ChannelType.valueOf((String) row[8]),
                (String) row[11],
                new Meant(
                        ((String) row[9]).lines().toList(),
                        ((String) row[10]).lines().toList()));
    }

    private static Uni<Boolean> update(String sql, Unaddressed notice, String name, Instant value) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, Long.class)
                        .setParameter("noticeId", notice.id())
                        .setParameter("token", notice.token().toString())
                        .setParameter(name, value)
                        .getResultList())
                .map(ids -> !ids.isEmpty());
    }

    private static Uni<Void> writeAll(Unaddressed notice, List<Recipient> recipients, Instant now) {
        return Multi.createFrom()
                .iterable(recipients)
                .onItem()
                .transformToUniAndConcatenate(recipient -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(ADDRESS, Long.class)
                                .setParameter("noticeId", notice.id())
                                .setParameter("recipient", recipient.name())
                                .setParameter("messageId", recipient.messageId())
                                .setParameter("now", now)
                                .getResultList()))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
