package io.keyward.validation.alert.notification.queue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Writes what audiences are reminded of: alerts that are open and that nobody has acknowledged, where the notification has an interval. An audience that has
 * not heard of the last reminder yet gets no further one. What is over or acknowledged before a reminder got through is not reminded of.
 */
@ApplicationScoped
public class ReminderStore {
    /** But for what is going out right now. */
    private static final String WITHDRAW = """
            with moot as materialized (
                select n.id, n.addressed_at from notice n join alert a on a.id = n.alert_id
                where n.occasion = 'REMINDED' and n.given_up_at is null and (a.status <> 'OPEN' or a.acknowledged_until > :now)
                  and n.id in (
                    select u.id from notice u where u.addressed_at is null and u.given_up_at is null
                    union all
                    select d.notice_id from notice_delivery d where d.sent_at is null and d.given_up_at is null)
                for update of n skip locked),
            unsent as (
                delete from notice_delivery d using moot
                where d.notice_id = moot.id and d.sent_at is null and d.given_up_at is null
                  and (d.lease_until is null or d.lease_until < clock_timestamp()))
            delete from notice n using moot where n.id = moot.id and moot.addressed_at is null
            returning n.id""";

    private static final String REMIND = """
            with due as materialized (
                select n.id from notice n join alert a on a.id = n.alert_id
                where n.remind_at <= :now and n.addressed_at is not null and a.status = 'OPEN'
                  and (a.acknowledged_until is null or a.acknowledged_until <= :now)
                order by n.remind_at limit :limit
                for update of n skip locked),
            again as (
                update notice n
                set reminders = n.reminders + 1, remind_at = cast(:now as timestamptz) + make_interval(mins => n.interval_minutes)
                from due where n.id = due.id
                returning n.*)
            insert into notice (alert_id, group_id, configuration_id, occasion, sequence, audience, channel_type, channel, roles, addresses,
                content, delay_minutes, reminders, created_at, attempts, next_attempt_at)
            select r.alert_id, r.group_id, r.configuration_id, 'REMINDED', r.reminders, r.audience, r.channel_type, r.channel, r.roles, r.addresses,
                r.content, r.delay_minutes, 0, :now, 0, :now
            from again r
            where not exists (select 1 from notice e where e.alert_id = r.alert_id and e.audience = r.audience and e.occasion = 'REMINDED'
                and e.addressed_at is null and e.given_up_at is null)
            on conflict do nothing
            returning id""";

    /** Takes back the reminders that have not gone out and that nobody needs any more. */
    public Uni<Void> withdraw(Instant now) {
        return Panache.withTransaction(
                        () -> Panache.getSession().chain(session -> session.createNativeQuery(WITHDRAW, Long.class)
                                .setParameter("now", now)
                                .getResultList()))
                .replaceWithVoid();
    }

    /** Reminds whoever is to be reminded at {@code now}; answers how many audiences those are. */
    public Uni<Integer> remind(Instant now, int limit) {
        return Panache.withTransaction(
                () -> Panache.getSession().chain(session -> session.createNativeQuery(REMIND, Long.class)
                        .setParameter("now", now)
                        .setParameter("limit", limit)
                        .getResultList()
                        .map(ids -> ids.size())));
    }
}
