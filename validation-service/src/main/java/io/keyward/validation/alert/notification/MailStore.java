package io.keyward.validation.alert.notification;

import io.keyward.validation.alert.Alert;
import io.keyward.validation.alert.channel.Notification;
import io.keyward.validation.alert.notification.AudienceRules.Audience;
import io.keyward.validation.alert.project.AlertProjectStore;
import io.keyward.validation.alert.rules.RecoveryRules.Fate;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Writes down what has to be mailed, in the transaction of whoever says so: it is sent if, and only if, that commits. */
@ApplicationScoped
public class MailStore {
    private static final String RECOVERED = """
            insert into mail (alert_id, group_id, occasion, subject, body, owners, addresses, delay_minutes, created_at, attempts, next_attempt_at)
            select m.alert_id, m.group_id, 'RECOVERED', :subject, :body, m.owners, m.addresses, m.delay_minutes, :now, 0, :now
            from mail m where m.alert_id = :alertId and m.occasion = 'OPENED' order by m.id
            returning id""";
    private static final String WITHDRAW =
            "delete from mail where alert_id = :alertId and addressed_at is null and given_up_at is null returning id";
    private static final String WITHDRAW_DELAYED = """
            delete from mail where alert_id = :alertId and addressed_at is null and attempts = 0
              and next_attempt_at > :now and delay_minutes > 0
            returning id""";

    private final AlertProjectStore projects;
    private final Clock clock;

    MailStore(AlertProjectStore projects, Clock clock) {
        this.projects = projects;
        this.clock = clock;
    }

    /** An alert opened: everybody who is to get a mail gets one, after their delay. */
    public Uni<Void> opened(Alert alert, List<Notification> notifications) {
        return projects.nameOf(alert.groupId())
                .map(name -> MailText.opened(alert, name.orElse(alert.groupId())))
                .chain(text -> Multi.createFrom()
                        .iterable(AudienceRules.of(notifications))
                        .onItem()
                        .transformToUniAndConcatenate(audience -> persist(row(alert, audience, text)))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    /**
     * An alert is over: whoever got a mail when it opened gets another one.
     *
     * @param fates what became of the clusters that were stopped
     */
    public Uni<Void> recovered(Alert alert, List<Fate> fates) {
        return projects.nameOf(alert.groupId())
                .map(name -> MailText.recovered(alert, name.orElse(alert.groupId()), fates))
                .chain(text -> Panache.getSession().chain(session -> session.createNativeQuery(RECOVERED, Long.class)
                        .setParameter("alertId", alert.id())
                        .setParameter("subject", text.subject())
                        .setParameter("body", text.body())
                        .setParameter("now", now())
                        .getResultList()))
                .replaceWithVoid();
    }

    /** Nobody is told of an alert any more who has not been told yet. */
    public Uni<Void> withdraw(String alertId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WITHDRAW, Long.class)
                        .setParameter("alertId", alertId)
                        .getResultList())
                .replaceWithVoid();
    }

    /** An alert ended before the delay of some of its mails had. */
    public Uni<Void> withdrawDelayed(String alertId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WITHDRAW_DELAYED, Long.class)
                        .setParameter("alertId", alertId)
                        .setParameter("now", now())
                        .getResultList())
                .replaceWithVoid();
    }

    private static Uni<Void> persist(MailEntity row) {
        return Panache.getSession().chain(session -> session.persist(row).chain(session::flush));
    }

    private MailEntity row(Alert alert, Audience audience, MailText text) {
        var now = now();
        var due = audience.dueAt(alert.content().since());
        var row = new MailEntity();
        row.alertId = alert.id();
        row.groupId = alert.groupId();
        row.occasion = Occasion.OPENED;
        row.subject = text.subject();
        row.body = text.body();
        row.owners = audience.owners();
        row.addresses = String.join("\n", audience.addresses());
        row.delayMinutes = audience.delayMin();
        row.createdAt = now;
        row.nextAttemptAt = due.isAfter(now) ? due : now;
        return row;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
