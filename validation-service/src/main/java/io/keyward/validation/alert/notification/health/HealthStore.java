package io.keyward.validation.alert.notification.health;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how channels fare from the deliveries themselves: nothing is counted twice, and nothing is kept up to date. */
@ApplicationScoped
public class HealthStore {
    /** Of each configuration, by its newest notices: an alert that is open for a month may have sent thousands of reminders. */
    private static final String ATTEMPTS = """
            select n.configuration_id, d.recipient, n.channel_type = 'EMAIL',
                d.recipient = any (string_to_array(n.addresses, chr(10))) as named,
                cast(extract(epoch from max(d.sent_at)) * 1000 as bigint),
                cast(extract(epoch from max(d.last_failed_at)) * 1000 as bigint),
                (array_agg(d.last_failure order by d.last_failed_at desc) filter (where d.last_failed_at is not null))[1],
                bool_or(d.sent_at is null and d.given_up_at is null and d.attempts > 0)
            from alert_configuration c
            cross join lateral (
                select w.* from notice w where w.configuration_id = c.id order by w.id desc limit 500) n
            join notice_delivery d on d.notice_id = n.id
            where c.group_id = :groupId and (cast(:id as text) = '' or c.id = cast(:id as text))
            group by n.configuration_id, d.recipient, n.channel_type, named""";

    /** Of all configurations that a project has. */
    public Uni<ProjectHealth> ofProject(String groupId) {
        return read(groupId, "");
    }

    /** Of one. */
    public Uni<ProjectHealth> of(String groupId, String configurationId) {
        return read(groupId, configurationId);
    }

    private static Uni<ProjectHealth> read(String groupId, String id) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(ATTEMPTS, Object[].class)
                        .setParameter("groupId", groupId)
                        .setParameter("id", id)
                        .getResultList())
                .map(rows -> new ProjectHealth(
                        rows.stream().map(HealthStore::attempts).toList())));
    }

    private static Attempts attempts(Object[] row) {
        return new Attempts(
                (String) row[0],
                (String) row[1],
                (Boolean) row[2],
                (Boolean) row[3],
                moment((Number) row[4]),
                moment((Number) row[5]),
                (String) row[6],
                (Boolean) row[7]);
    }

    private static @Nullable Instant moment(@Nullable Number millis) {
        return Optional.ofNullable(millis)
                .map(Number::longValue)
                .map(Instant::ofEpochMilli)
                .orElse(null);
    }
}
