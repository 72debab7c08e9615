package io.keyward.validation.alert.notification;

import io.keyward.validation.alert.notification.AudienceRules.Audience;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes a notice for each audience, in the caller's transaction. What is there already stays as it is. */
@ApplicationScoped
class NoticeRowStore {
    private static final int NONE = -1;
    private static final String INSERT = """
            insert into notice (alert_id, group_id, configuration_id, occasion, sequence, audience, channel_type, channel, roles, addresses,
                content, delay_minutes, interval_minutes, remind_at, reminders, created_at, attempts, next_attempt_at)
            values (:alertId, nullif(:groupId, ''), nullif(:configurationId, ''), :occasion, 0, :audience, :type, nullif(:channel, ''), :roles,
                :addresses, :content, :delay, nullif(:interval, -1),
                case when :interval > 0 then cast(:due as timestamptz) + make_interval(mins => :interval) end, 0, :now, 0, :due)
            on conflict do nothing
            returning id""";

    private final NoticeJson json;

    NoticeRowStore(NoticeJson json) {
        this.json = json;
    }

    /**
     * What every row of a notice has in common.
     *
     * @param at before which it is told to nobody
     */
    record Origin(Notice notice, Optional<String> configurationId, Instant at) {}

    Uni<Void> insert(Origin origin, List<Audience> audiences) {
        return Multi.createFrom()
                .iterable(audiences)
                .onItem()
                .transformToUniAndConcatenate(audience -> insert(origin, audience))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> insert(Origin origin, Audience audience) {
        var notice = origin.notice();
        var due = audience.dueAt(notice.since());
        var channel = Optional.ofNullable(audience.channel()).map(json::write);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT, Long.class)
                        .setParameter("alertId", notice.id())
                        .setParameter(
                                "groupId",
                                notice.ofProject().map(Notice.Project::id).orElse(""))
                        .setParameter(
                                "configurationId", origin.configurationId().orElse(""))
                        .setParameter("occasion", notice.occasion().name())
                        .setParameter("audience", audience.key())
                        .setParameter("type", audience.type().name())
                        .setParameter("channel", channel.orElse(""))
                        .setParameter("roles", String.join("\n", audience.roles()))
                        .setParameter("addresses", String.join("\n", audience.addresses()))
                        .setParameter("content", json.write(notice))
                        .setParameter("delay", audience.delayMin())
                        .setParameter(
                                "interval",
                                Optional.ofNullable(audience.intervalMin()).orElse(NONE))
                        .setParameter("now", origin.at())
                        .setParameter("due", due.isAfter(origin.at()) ? due : origin.at())
                        .getResultList())
                .replaceWithVoid();
    }
}
