package io.keyward.validation.alert.notification;

import io.keyward.validation.alert.Alert;
import io.keyward.validation.alert.configuration.AlertConfiguration;
import io.keyward.validation.alert.notification.NoticeRowStore.Origin;
import io.keyward.validation.alert.project.AlertProjectStore;
import io.keyward.validation.alert.rules.RecoveryRules.Fate;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down what has to be told, in the transaction of whoever says so: it is delivered if, and only if, that commits. */
@ApplicationScoped
public class NoticeStore {
    /** As the audience was told that it began. How bad it is, is what it was. */
    private static final String AGAIN = """
            insert into notice (alert_id, group_id, configuration_id, occasion, sequence, audience, channel_type, channel, roles, addresses,
                content, delay_minutes, reminders, created_at, attempts, next_attempt_at)
            select n.alert_id, n.group_id, n.configuration_id, 'RECOVERED', 0, n.audience, n.channel_type, n.channel, n.roles, n.addresses,
                cast(jsonb_set(cast(cast(:content as text) as jsonb), '{severity}', cast(n.content as jsonb) -> 'severity') as text),
                n.delay_minutes, 0, cast(:now as timestamptz), 0, cast(:now as timestamptz)
            from notice n where n.alert_id = :alertId and n.occasion = 'OPENED'""";

    private static final String ENDING = " order by n.id on conflict do nothing returning id";
    private static final String RECOVERED = AGAIN + ENDING;
    /** Where somebody is paged until it is over, it has to end, though there is nobody to be told why. */
    private static final String LET_GO = AGAIN + """
            \
             and n.channel_type in ('PAGER_DUTY', 'OPS_GENIE', 'VICTOR_OPS')
              and exists (select 1 from notice_delivery d where d.notice_id = n.id
                    and (d.sent_at is not null or d.attempts > 0 or d.lease_until > clock_timestamp()))""" + ENDING;

    private static final String UPDATE = """
            update notice n
            set content = cast(jsonb_set(cast(cast(:content as text) as jsonb), '{severity}', cast(n.content as jsonb) -> 'severity') as text)
            where n.alert_id = :alertId and n.occasion = 'OPENED' and n.channel_type <> 'EMAIL'
            returning id""";
    private static final String NO_REMINDERS =
            "update notice set remind_at = null where alert_id = :alertId and remind_at is not null returning id";
    /** But for pages that are going out right now: their end waits for them. */
    private static final String DROP_UNSENT = """
            delete from notice_delivery d using notice n
            where n.id = d.notice_id and n.alert_id = :alertId and n.occasion <> 'RECOVERED' and d.sent_at is null and d.given_up_at is null
              and (n.channel_type not in ('PAGER_DUTY', 'OPS_GENIE', 'VICTOR_OPS') or d.lease_until is null or d.lease_until < clock_timestamp())
            returning d.id""";
    /** But for those that are going out right now: that it is over is told after them. */
    private static final String DROP_UNSENT_REMINDERS = """
            delete from notice_delivery d using notice n
            where n.id = d.notice_id and n.alert_id = :alertId and n.occasion = 'REMINDED' and d.sent_at is null and d.given_up_at is null
              and (d.lease_until is null or d.lease_until < clock_timestamp())
            returning d.id""";

    private static final String DROP_UNADDRESSED = """
            delete from notice where alert_id = :alertId and occasion <> 'RECOVERED' and addressed_at is null and given_up_at is null
            returning id""";
    private static final String DROP_DELAYED = """
            delete from notice where alert_id = :alertId and addressed_at is null and given_up_at is null
              and (occasion = 'REMINDED' or (attempts = 0 and next_attempt_at > :now and delay_minutes > 0))
            returning id""";

    private final AlertProjectStore projects;
    private final NoticeRowStore rows;
    private final NoticeJson json;
    private final Clock clock;

    NoticeStore(AlertProjectStore projects, NoticeRowStore rows, NoticeJson json, Clock clock) {
        this.projects = projects;
        this.rows = rows;
        this.json = json;
        this.clock = clock;
    }

    /** An alert opened: everybody whom its configuration names is told, after their delay. */
    public Uni<Void> opened(Alert alert, AlertConfiguration.Content configuration) {
        return nameOf(alert)
                .map(name -> NoticeRules.opened(alert, name, configuration.severity()))
                .map(notice -> new Origin(notice, Optional.of(alert.configurationId()), now()))
                .chain(origin -> rows.insert(origin, AudienceRules.of(configuration.notifications())));
    }

    /** An open alert says something else: so do its reminders, and what has not gone out yet. Mails keep their words. */
    public Uni<Void> updated(Alert alert) {
        return nameOf(alert)
                .map(name -> NoticeRules.opened(alert, name, null))
                .chain(notice -> run(UPDATE, alert.id(), Map.of("content", json.write(notice))));
    }

    /**
     * An alert is over: whoever was told that it opened is told.
     *
     * @param fates what became of the clusters that were stopped
     */
    public Uni<Void> recovered(Alert alert, List<Fate> fates) {
        return nameOf(alert)
                .map(name -> NoticeRules.recovered(alert, name, null, fates))
                .chain(notice -> run(RECOVERED, alert.id(), Map.of("content", json.write(notice), "now", now())));
    }

    /**
     * Nobody is told of an alert any more who has not been told yet. Whoever is being paged about it is let go; once more in the end, because a page may have
     * gone out meanwhile.
     */
    public Uni<Void> withdraw(Alert alert) {
        return nameOf(alert)
                .map(name -> NoticeRules.recovered(alert, name, null, List.of()))
                .map(notice -> Map.<String, Object>of("content", json.write(notice), "now", now()))
                .chain(over -> run(LET_GO, alert.id(), over)
                        .chain(() -> run(NO_REMINDERS, alert.id(), Map.of()))
                        .chain(() -> run(DROP_UNADDRESSED, alert.id(), Map.of()))
                        .chain(() -> run(DROP_UNSENT, alert.id(), Map.of()))
                        .chain(() -> run(LET_GO, alert.id(), over)));
    }

    /** An alert ended: nobody is reminded of it, nor told that it began whose delay had not passed. */
    public Uni<Void> withdrawDelayed(String alertId) {
        return run(NO_REMINDERS, alertId, Map.of())
                .chain(() -> run(DROP_UNSENT_REMINDERS, alertId, Map.of()))
                .chain(() -> run(DROP_DELAYED, alertId, Map.of("now", now())));
    }

    private Uni<String> nameOf(Alert alert) {
        return projects.nameOf(alert.groupId()).map(name -> name.orElse(alert.groupId()));
    }

    private static Uni<Void> run(String sql, String alertId, Map<String, Object> parameters) {
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(sql, Long.class).setParameter("alertId", alertId);
                    parameters.forEach(query::setParameter);
                    return query.getResultList();
                })
                .replaceWithVoid();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
