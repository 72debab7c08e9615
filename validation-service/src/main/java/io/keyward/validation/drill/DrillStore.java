package io.keyward.validation.drill;

import io.keyward.validation.alert.configuration.AlertConfiguration;
import io.keyward.validation.alert.configuration.ConfigurationStore;
import io.keyward.validation.alert.project.AlertProjectStore;
import io.keyward.validation.cadence.CadenceConfig;
import io.keyward.validation.endpoint.Endpoint;
import io.keyward.validation.endpoint.EndpointStore;
import io.keyward.validation.enforcement.ClusterFactsStore;
import io.keyward.validation.enforcement.ClusterSituation;
import io.keyward.validation.enforcement.mode.ModeStore;
import io.keyward.validation.enforcement.plan.Restraint;
import io.keyward.validation.guard.GuardStore;
import io.keyward.validation.guard.rules.GuardRules;
import io.keyward.validation.hint.source.HintSourceStore;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.keyuse.KeyUseStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads a project as it is. Writes nothing. */
@ApplicationScoped
class DrillStore {
    private final KeyUseStore keyUses;
    private final Surroundings surroundings;
    private final Wishes wishes;
    private final GuardStore guard;
    private final Duration interval;

    DrillStore(KeyUseStore keyUses, Surroundings surroundings, Wishes wishes, GuardStore guard, CadenceConfig cadence) {
        this.keyUses = keyUses;
        this.surroundings = surroundings;
        this.wishes = wishes;
        this.guard = guard;
        this.interval = cadence.interval();
    }

    Uni<DrillFacts> ofProject(String groupId, Instant now) {
        return Panache.withTransaction(() -> keyUses.ofProject(groupId)
                .chain(uses -> surroundings.of(groupId, uses).chain(around -> wishes.of(groupId)
                        .chain(wished -> guardHolds(now).map(held -> facts(groupId, uses, around, wished, held))))));
    }

    /** Whether the guard would hold the next key. Counts, and changes nothing. */
    private Uni<Boolean> guardHolds(Instant now) {
        return guard.read(now).map(reading -> !GuardRules.admits(reading.state(), false, reading.reasons()));
    }

    private DrillFacts facts(
            String groupId, List<KeyUse> uses, Surroundings.Around around, Wishes.Wished wished, boolean heldByGuard) {
        return new DrillFacts(
                groupId,
                wished.projectName(),
                uses,
                around.clusters(),
                around.endpoints(),
                wished.configurations(),
                around.restraint(),
                heldByGuard,
                around.hinted(),
                around.interval().orElse(interval));
    }

    /** What a project's keys meet. */
    @ApplicationScoped
    static class Surroundings {
        private final ClusterFactsStore clusters;
        private final EndpointStore endpoints;
        private final ModeStore modes;
        private final HintSourceStore hints;

        Surroundings(ClusterFactsStore clusters, EndpointStore endpoints, ModeStore modes, HintSourceStore hints) {
            this.clusters = clusters;
            this.endpoints = endpoints;
            this.modes = modes;
            this.hints = hints;
        }

        Uni<Around> of(String groupId, List<KeyUse> uses) {
            return clusters.situations(groupId, uses)
                    .chain(found -> endpoints.ofProject(groupId).chain(known -> modes.restraintOf(groupId)
                            .chain(restraint -> modes.interval(groupId).chain(own -> hints.existsFor(groupId)
                                    .map(hinted -> new Around(found, known, restraint, own, hinted))))));
        }

        /** @param interval how often the keys are checked, if that was set for the project */
        record Around(
                List<ClusterSituation> clusters,
                List<Endpoint> endpoints,
                Restraint restraint,
                Optional<Duration> interval,
                boolean hinted) {}
    }

    /** Who wants to be told of what. */
    @ApplicationScoped
    static class Wishes {
        private final AlertProjectStore projects;
        private final ConfigurationStore configurations;

        Wishes(AlertProjectStore projects, ConfigurationStore configurations) {
            this.projects = projects;
            this.configurations = configurations;
        }

        Uni<Wished> of(String groupId) {
            return projects.nameOf(groupId)
                    .chain(name ->
                            configurations.ofProject(groupId).map(found -> new Wished(name.orElse(groupId), found)));
        }

        record Wished(String projectName, List<AlertConfiguration> configurations) {}
    }
}
