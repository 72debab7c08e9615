package io.keyward.validation.alert.store;

import io.keyward.atlas.ObjectIds;
import io.keyward.validation.Actors;
import io.keyward.validation.alert.Alert.Status;
import io.keyward.validation.alert.condition.Content;
import io.keyward.validation.alert.configuration.AlertConfiguration;
import io.keyward.validation.alert.notification.NoticeStore;
import io.keyward.validation.alert.rules.AlertPlanner.Step;
import io.keyward.validation.alert.rules.RecoveryRules;
import io.keyward.validation.alert.rules.RecoveryRules.Fate;
import io.keyward.validation.alert.rules.Wanted;
import io.keyward.validation.alert.store.AlertEvents.News;
import io.keyward.validation.alert.store.AlertStore.Look;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Takes the steps that were planned for a project's alerts, in the transaction of whoever looks at it. */
@ApplicationScoped
class AlertStepStore {
    private static final String DELETE = "delete from AlertEntity where id = :id";

    private final AlertRows rows;
    private final AlertJournal journal;
    private final NoticeStore notices;

    AlertStepStore(AlertRows rows, AlertJournal journal, NoticeStore notices) {
        this.rows = rows;
        this.journal = journal;
        this.notices = notices;
    }

    /** Takes steps in their order. */
    Uni<Void> take(List<Step> planned, Look look) {
        return oneByOne(planned, step -> switch (step) {
            case Step.Track track ->
                create(track.wanted(), Status.TRACKING, look).replaceWithVoid();
            case Step.Open opening ->
                create(opening.wanted(), Status.OPEN, look).chain(row -> opened(row, look));
            case Step.Start start -> start(row(look, start.alertId()), start.content(), look);
            case Step.Update update -> update(row(look, update.alertId()), update.content());
            case Step.Close closing -> close(row(look, closing.alertId()), look);
            case Step.Cancel cancelling -> cancel(row(look, cancelling.alertId()), look);
            case Step.Forget forgetting -> forget(row(look, forgetting.alertId()));
        });
    }

    /** Tells of alerts that are over, as soon as what they had stopped is back; of those that have been closed just now, too. */
    Uni<Void> tellOfRecoveries(Look look) {
        var recovering =
                look.unfinished().stream().filter(row -> row.recovering).toList();
        return oneByOne(recovering, row -> fates(row, look)
                .map(fates -> {
                    row.recovering = false;
                    return notices.recovered(rows.toRecord(row), fates);
                })
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<AlertEntity> create(Wanted wanted, Status status, Look look) {
        var row = rows.create(ObjectIds.next(), look.groupId(), wanted, status, journal.now());
        return Panache.getSession()
                .chain(session -> session.persist(row).chain(session::flush))
                .replaceWith(row);
    }

    private Uni<Void> start(AlertEntity row, Content content, Look look) {
        rows.write(row, content, journal.now());
        row.status = Status.OPEN;
        return opened(row, look);
    }

    /** The same condition again, before anybody was told that it was over: that would be old news. */
    private Uni<Void> opened(AlertEntity row, Look look) {
        look.unfinished().stream()
                .filter(other -> other.recovering && other.configurationId.equals(row.configurationId))
                .filter(other -> other.subjectId.equals(row.subjectId))
                .forEach(other -> other.recovering = false);
        return journal.publish(News.OPENED, row, Actors.SELF).chain(alert -> configuration(row, look)
                .map(configuration -> notices.opened(alert, configuration.content()))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> update(AlertEntity row, Content content) {
        rows.write(row, content, journal.now());
        return journal.publish(News.UPDATED, row, Actors.SELF).chain(notices::updated);
    }

    private Uni<Void> close(AlertEntity row, Look look) {
        end(row, Status.CLOSED, RecoveryRules.ending(row.type, row.subjectId, look.facts()));
        row.recovering = true;
        return notices.withdrawDelayed(row.id)
                .chain(() -> journal.publish(News.CLOSED, row, Actors.SELF))
                .replaceWithVoid();
    }

    private Uni<Void> cancel(AlertEntity row, Look look) {
        end(row, Status.CANCELLED, RecoveryRules.CANCELLED);
        return notices.withdraw(rows.toRecord(row))
                .chain(() -> journal.publish(News.CANCELLED, row, look.changer()))
                .replaceWithVoid();
    }

    private void end(AlertEntity row, Status status, String ending) {
        var now = journal.now();
        row.status = status;
        row.resolvedAt = now;
        row.updatedAt = now;
        row.ending = ending;
    }

    private static Uni<Void> forget(AlertEntity row) {
        return Panache.getSession()
                .chain(session -> session.detach(row)
                        .createMutationQuery(DELETE)
                        .setParameter("id", row.id)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Optional<AlertConfiguration> configuration(AlertEntity row, Look look) {
        return look.configurations().stream()
                .filter(configuration -> configuration.id().equals(row.configurationId))
                .findFirst();
    }

    private static AlertEntity row(Look look, String alertId) {
        return look.unfinished().stream()
                .filter(row -> row.id.equals(alertId))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("steps are planned for alerts that are there"));
    }

    /** What an alert had stopped is waited for; what other alerts concern ran on. */
    private Optional<List<Fate>> fates(AlertEntity row, Look look) {
        return row.type.stopsClusters()
                ? RecoveryRules.fates(rows.content(row).clusters(), look.facts().clusters())
                : Optional.of(List.of());
    }

    private static <T> Uni<Void> oneByOne(List<T> items, Function<T, Uni<Void>> action) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(action::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
