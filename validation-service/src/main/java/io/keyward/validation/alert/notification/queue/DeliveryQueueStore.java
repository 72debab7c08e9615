package io.keyward.validation.alert.notification.queue;

import io.keyward.validation.alert.channel.ChannelType;
import io.keyward.validation.alert.notification.AudienceRules.Meant;
import io.keyward.validation.alert.notification.Occasion;
import io.keyward.validation.alert.notification.queue.Delivery.Route;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Hands out notices to one recipient each, under leases, {@link Turns in turn}. What is told of one alert to one recipient keeps its order. */
@ApplicationScoped
public class DeliveryQueueStore {
    private static final String CLAIM = """
            with waiting as materialized (
                select d.id, d.next_attempt_at, n.channel_type as lane, coalesce(n.group_id, '') as project, d.attempts > 0 as failed
                from notice_delivery d join notice n on n.id = d.notice_id
                where d.sent_at is null and d.given_up_at is null and d.next_attempt_at <= :now
                  and (d.lease_until is null or d.lease_until < clock_timestamp())
                  and not exists (select 1 from notice_delivery e join notice f on f.id = e.notice_id
                        where f.alert_id = n.alert_id and f.id < n.id and e.recipient = d.recipient
                          and e.sent_at is null and e.given_up_at is null)),
            """ + Turns.IN_TURN + """
            due as materialized (
                select d.id from line join notice_delivery d on d.id = line.id
                where d.sent_at is null and d.given_up_at is null and d.next_attempt_at <= :now
                  and (d.lease_until is null or d.lease_until < clock_timestamp())
                order by line.place, line.next_attempt_at limit :limit
                for update of d skip locked)
            update notice_delivery d
            set lease_token = cast(:token as uuid), lease_until = clock_timestamp() + make_interval(secs => :lease)
            from due, notice n where d.id = due.id and n.id = d.notice_id
            returning d.id, d.recipient, d.message_id, n.occasion, n.content, d.attempts,
                cast(extract(epoch from n.created_at) * 1000 as bigint)
                    + case when n.occasion = 'OPENED' then n.delay_minutes else 0 end * cast(60000 as bigint),
                n.channel_type, coalesce(n.group_id, ''), coalesce(n.configuration_id, ''), coalesce(n.channel, ''), n.roles, n.addresses""";

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

    private final QueueStore queue;

    DeliveryQueueStore(QueueStore queue) {
        this.queue = queue;
    }

    /** Takes what is due, under {@code token}. */
    public Uni<List<Delivery>> claim(UUID token, Instant now, int limit) {
        return queue.claim(CLAIM, token, now, limit, row -> delivery(row, token));
    }

    /** When the oldest notice was written that somebody still waits for who should have it by now, by channel. */
    public Uni<Map<ChannelType, Instant>> oldestWaiting(Instant now) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(OLDEST, Object[].class)
                        .setParameter("now", now)
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> ChannelType.valueOf((String) row[0]),
                                row -> Instant.ofEpochMilli(((Number) row[1]).longValue())))));
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
                new Route(
                        ChannelType.valueOf((String) row[7]),
                        (String) row[8],
                        (String) row[9],
                        (String) row[10],
                        new Meant(lines(row[11]), lines(row[12]))));
    }

    private static List<String> lines(Object column) {
        return ((String) column).lines().toList();
    }
}
