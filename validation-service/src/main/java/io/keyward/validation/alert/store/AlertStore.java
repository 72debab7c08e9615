package io.keyward.validation.alert.store;

import io.keyward.contracts.Actor;
import io.keyward.validation.Actors;
import io.keyward.validation.alert.Alert;
import io.keyward.validation.alert.configuration.AlertConfiguration;
import io.keyward.validation.alert.configuration.ConfigurationStore;
import io.keyward.validation.alert.configuration.MatchRules;
import io.keyward.validation.alert.project.AlertProjectStore;
import io.keyward.validation.alert.rules.AlertPlanner;
import io.keyward.validation.alert.rules.AlertPlanner.LiveAlert;
import io.keyward.validation.alert.rules.AlertPolicy;
import io.keyward.validation.alert.rules.AlertRules;
import io.keyward.validation.alert.rules.ProjectFacts;
import io.keyward.validation.keyuse.KeyUseStore;
import io.keyward.validation.keyuse.ProjectWatch;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;

/** Brings the alerts of a project to what its facts say, with their events and their mails, in one transaction with what changed the facts. */
@ApplicationScoped
public class AlertStore implements ProjectWatch {
    private static final String UNFINISHED = """
            from AlertEntity where groupId = :groupId and (status in (TRACKING, OPEN) or recovering = true)
            order by createdAt, id""";

    private final Project project;
    private final ConfigurationStore configurations;
    private final AlertRows rows;
    private final AlertStepStore steps;
    private final Clock clock;

    AlertStore(Project project, ConfigurationStore configurations, AlertRows rows, AlertStepStore steps, Clock clock) {
        this.project = project;
        this.configurations = configurations;
        this.rows = rows;
        this.steps = steps;
        this.clock = clock;
    }

    @Override
    public Uni<Void> look(String groupId) {
        return look(groupId, Actors.SELF);
    }

    /** The same, by somebody who changed of what the project wants to be told: what is cancelled for that, they have cancelled. */
    public Uni<Void> look(String groupId, Actor changer) {
        return Panache.withTransaction(() -> project.lockedFacts(groupId)
                .chain(facts -> configurations.ofProject(groupId).chain(wishes -> unfinished(groupId)
                        .chain(found -> bring(new Look(groupId, changer, facts, wishes, found))))));
    }

    private static Uni<List<AlertEntity>> unfinished(String groupId) {
        return Panache.getSession().chain(session -> session.createQuery(UNFINISHED, AlertEntity.class)
                .setParameter("groupId", groupId)
                .getResultList());
    }

    private Uni<Void> bring(Look look) {
        var now = clock.instant();
        var conditions = AlertRules.conditions(look.facts(), project.policy(), now);
        var matching = MatchRules.match(look.configurations(), conditions, now);
        var planned = AlertPlanner.plan(live(look), matching.wanted(), conditions, now);
        return steps.take(planned, look)
                .chain(() -> steps.tellOfRecoveries(look))
                .chain(() -> project.lookAt(look.groupId(), matching));
    }

    private List<LiveAlert> live(Look look) {
        return look.unfinished().stream()
                .filter(row -> row.status == Alert.Status.OPEN || row.status == Alert.Status.TRACKING)
                .map(row -> new LiveAlert(
                        row.id,
                        row.configurationId,
                        row.type,
                        row.subjectId,
                        row.status == Alert.Status.TRACKING,
                        rows.content(row)))
                .toList();
    }

    /**
     * A project as it is looked at.
     *
     * @param unfinished its alerts that have not ended, or whose end nobody was told of yet
     */
    record Look(
            String groupId,
            Actor changer,
            ProjectFacts facts,
            List<AlertConfiguration> configurations,
            List<AlertEntity> unfinished) {}

    /** What is known of a project, and by which policy it is judged. */
    @ApplicationScoped
    static class Project {
        private final KeyUseStore keyUses;
        private final AlertProjectStore projects;
        private final FactsStore facts;
        private final AlertPolicy policy;

        Project(KeyUseStore keyUses, AlertProjectStore projects, FactsStore facts, AlertConfig config) {
            this.keyUses = keyUses;
            this.projects = projects;
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
                    .chain(() -> projects.begin(groupId))
                    .chain(() -> facts.ofProject(groupId));
        }

        /** Remembers when time alone changes what is wanted. */
        Uni<Void> lookAt(String groupId, MatchRules.Matching matching) {
            return projects.lookAt(groupId, matching.nextLook().orElse(null));
        }

        AlertPolicy policy() {
            return policy;
        }
    }
}
