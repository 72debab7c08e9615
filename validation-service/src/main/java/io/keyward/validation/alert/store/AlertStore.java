package io.keyward.validation.alert.store;

import io.keyward.atlas.ObjectIds;
import io.keyward.validation.Actors;
import io.keyward.validation.alert.Alert;
import io.keyward.validation.alert.notification.MailStore;
import io.keyward.validation.alert.rules.AlertPlanner;
import io.keyward.validation.alert.rules.AlertPlanner.OpenAlert;
import io.keyward.validation.alert.rules.AlertPlanner.Step;
import io.keyward.validation.alert.rules.AlertPolicy;
import io.keyward.validation.alert.rules.AlertRules;
import io.keyward.validation.alert.rules.AlertType;
import io.keyward.validation.alert.rules.Condition;
import io.keyward.validation.alert.rules.Content;
import io.keyward.validation.alert.rules.ProjectFacts;
import io.keyward.validation.alert.rules.RecoveryRules;
import io.keyward.validation.alert.rules.RecoveryRules.Fate;
import io.keyward.validation.alert.setup.SetupStore;
import io.keyward.validation.alert.store.AlertEvents.News;
import io.keyward.validation.keyuse.KeyUseStore;
import io.keyward.validation.keyuse.ProjectWatch;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Brings the alerts of a project to what its facts say, with their events and their mails, in one transaction with what changed the facts. */
@ApplicationScoped
class AlertStore implements ProjectWatch {
    private static final String UNFINISHED =
            "from AlertEntity where groupId = :groupId and (status = OPEN or recovering = true) order by createdAt, id";

    private final Project project;
    private final AlertRows rows;
    private final AlertJournal journal;
    private final SetupStore setup;
    private final MailStore mails;

    AlertStore(Project project, AlertRows rows, AlertJournal journal, SetupStore setup, MailStore mails) {
        this.project = project;
        this.rows = rows;
        this.journal = journal;
        this.setup = setup;
        this.mails = mails;
    }

    @Override
    public Uni<Void> look(String groupId) {
        return Panache.withTransaction(() -> project.lockedFacts(groupId).chain(facts -> unfinished(groupId)
                .chain(found -> takeSteps(groupId, facts, found).chain(() -> tellOfRecoveries(facts, found)))));
    }

    private static Uni<List<AlertEntity>> unfinished(String groupId) {
        return Panache.getSession().chain(session -> session.createQuery(UNFINISHED, AlertEntity.class)
                .setParameter("groupId", groupId)
                .getResultList());
    }

    private Uni<Void> takeSteps(String groupId, ProjectFacts facts, List<AlertEntity> unfinished) {
        Map<String, AlertEntity> open = unfinished.stream()
                .filter(row -> row.status == Alert.Status.OPEN)
                .collect(Collectors.toMap(row -> row.id, Function.identity()));
        var known = open.values().stream()
                .map(row -> new OpenAlert(row.id, row.type, row.subjectId, rows.content(row)))
                .toList();
        var conditions = AlertRules.conditions(facts, project.policy(), journal.now());
        return oneByOne(AlertPlanner.plan(known, conditions), step -> switch (step) {
            case Step.Open opening -> open(groupId, opening.condition(), unfinished);
            case Step.Update update -> update(row(open, update.alertId()), update.content());
            case Step.Close closing -> close(row(open, closing.alertId()), facts);
        });
    }

    private static AlertEntity row(Map<String, AlertEntity> open, String alertId) {
        return Objects.requireNonNull(open.get(alertId), "steps are planned for alerts that are open");
    }

    private Uni<Void> open(String groupId, Condition condition, List<AlertEntity> unfinished) {
        unfinished.stream()
                .filter(row -> row.recovering && row.type == condition.type())
                .filter(row -> row.subjectId.equals(condition.subject().id()))
                .forEach(row -> row.recovering = false);
        return setup.configurationOf(groupId, condition.type())
                .map(configuration -> rows.open(ObjectIds.next(), groupId, configuration, condition, journal.now()))
                .call(row -> Panache.getSession()
                        .chain(session -> session.persist(row).chain(session::flush)))
                .chain(row -> journal.publish(News.OPENED, row, Actors.SELF))
                .chain(alert -> alert.type().isMailed()
                        ? mails.opened(alert)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> update(AlertEntity row, Content content) {
        rows.write(row, content, journal.now());
        return journal.publish(News.UPDATED, row, Actors.SELF).replaceWithVoid();
    }

    private Uni<Void> close(AlertEntity row, ProjectFacts facts) {
        row.status = Alert.Status.CLOSED;
        row.resolvedAt = journal.now();
        row.updatedAt = journal.now();
        row.ending = RecoveryRules.ending(row.type, row.subjectId, facts);
        row.recovering = row.type.isMailed();
        return journal.publish(News.CLOSED, row, Actors.SELF).replaceWithVoid();
    }

    /** Those among them that have been closed just now, too. */
    private Uni<Void> tellOfRecoveries(ProjectFacts facts, List<AlertEntity> unfinished) {
        var recovering = unfinished.stream().filter(row -> row.recovering).toList();
        return oneByOne(recovering, row -> tellOfRecovery(row, facts));
    }

    private Uni<Void> tellOfRecovery(AlertEntity row, ProjectFacts facts) {
        return fates(row, facts)
                .map(fates -> {
                    row.recovering = false;
                    return mails.recovered(rows.toRecord(row), fates);
                })
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** Only a revoked key stops clusters; what other alerts concern ran on, and is not waited for. */
    private Optional<List<Fate>> fates(AlertEntity row, ProjectFacts facts) {
        return row.type == AlertType.AWS_ENCRYPTION_KEY_INVALID
                ? RecoveryRules.fates(rows.content(row).clusters(), facts.clusters())
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

    /** What is known of a project, and by which policy it is judged. */
    @ApplicationScoped
    static class Project {
        private final KeyUseStore keyUses;
        private final FactsStore facts;
        private final AlertPolicy policy;

        Project(KeyUseStore keyUses, FactsStore facts, AlertConfig config) {
            this.keyUses = keyUses;
            this.facts = facts;
            this.policy = AlertConfig.policyOf(config);
        }

        /** Made at start, so that settings that make no sense are refused then. */
        void onStart(@Observes StartupEvent start) {
            policy();
        }

        /** Takes the project's lock and answers its facts, with everything that the transaction has changed so far. */
        Uni<ProjectFacts> lockedFacts(String groupId) {
            return keyUses.lockProject(groupId)
                    .chain(() -> Panache.getSession())
                    .chain(session -> session.flush())
                    .chain(() -> facts.ofProject(groupId));
        }

        AlertPolicy policy() {
            return policy;
        }
    }
}
