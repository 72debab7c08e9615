package io.keyward.validation.enforcement;

import io.keyward.contracts.Actor;
import io.keyward.validation.enforcement.EnforcementView.Reply;
import io.keyward.validation.enforcement.mode.ModeStore;
import io.keyward.validation.enforcement.networking.Networking;
import io.keyward.validation.enforcement.networking.NetworkingStore;
import io.keyward.validation.enforcement.observed.Report;
import io.keyward.validation.enforcement.plan.Reception;
import io.keyward.validation.enforcement.plan.Restraint;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.keyuse.KeyUseStore;
import io.keyward.validation.keyuse.ProjectEffects;
import io.keyward.validation.keyuse.ProjectWatch;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Keeps what is asked and seen of clusters, and brings it to what is wanted, project by project under the project's lock. */
@ApplicationScoped
class EnforcementStore implements ProjectEffects {
    private static final String LIVE_OF_PROJECT =
            "from ClusterEntity where groupId = :groupId and phase <> REMOVED order by id";
    private static final String WORTH_A_LOOK = """
            select distinct c.group_id from cluster c
            where c.phase <> 'REMOVED'
              and (c.reasons <> '[]' or c.held_back <> '[]' or c.phase in ('NEW', 'STARTING', 'STOPPING', 'RESUMING', 'REMOVING')
                or exists (select 1 from key_use k
                           where k.group_id = c.group_id and k.verdict = 'REVOKED' and k.retired_at is null)
                or (c.key_provider <> 'NONE' or c.key_ids <> '[]')
                  and exists (select 1 from endpoint e join project_encryption p on p.group_id = e.group_id
                              where e.group_id = c.group_id and p.private_providers <> ''
                                and position('"' || e.region || '"' in c.regions) > 0
                                and (e.state = 'ACTIVE') <> (position(e.endpoint_id in c.private_paths) > 0)))""";

    private static final String STOPS_SINCE_BEFORE =
            "select count(*) from ClusterEntity where phase in (STOPPING, DEFERRED) and phaseSince < :before";

    /** Regions of running clusters whose nodes were not all reported to take the private path that there is. */
    private static final String UNMOVED = """
            select count(*) from cluster c cross join lateral jsonb_array_elements(cast(c.private_paths as jsonb)) as p (path)
            where c.phase = 'RUNNING' and c.private_paths <> '[]'
              and not jsonb_exists(cast(c.private_endpoints as jsonb), p.path ->> 'endpointId')""";

    private final KeyUseStore keyUses;
    private final Situations situations;
    private final Steering steering;
    private final ClusterColumns columns;
    private final ProjectWatch watch;

    EnforcementStore(
            KeyUseStore keyUses, Situations situations, Steering steering, ClusterColumns columns, ProjectWatch watch) {
        this.keyUses = keyUses;
        this.situations = situations;
        this.steering = steering;
        this.columns = columns;
        this.watch = watch;
    }

    @Override
    public Uni<Void> replan(String groupId) {
        return Panache.withTransaction(() -> keyUses.lockProject(groupId)
                .chain(() -> situations.ofProject(groupId))
                .chain(situation -> clustersOf(groupId).chain(clusters -> planAll(clusters, situation)))
                .chain(() -> watch.look(groupId)));
    }

    /** The projects whose clusters may not be as they are wanted. */
    Uni<List<String>> projectsWorthALook() {
        return Panache.withTransaction(
                () -> Panache.getSession().chain(session -> session.createNativeQuery(WORTH_A_LOOK, String.class)
                        .getResultList()));
    }

    /** How many clusters were asked to stop before {@code before} and were not seen stopped. */
    Uni<Long> unobservedStops(Instant before) {
        return Panache.withSession(
                () -> Panache.getSession().chain(session -> session.createQuery(STOPS_SINCE_BEFORE, Long.class)
                        .setParameter("before", before)
                        .getSingleResult()));
    }

    /** How many regions of running clusters have a private path that their nodes were not reported to take. */
    Uni<Long> unmovedRegions() {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(UNMOVED, Long.class).getSingleResult()));
    }

    /** Takes in a driver's report. Empty when there is no such cluster. */
    Uni<Optional<Reply>> report(String clusterId, Report report, Actor actor) {
        return Panache.withTransaction(() -> locked(clusterId)
                .onItem()
                .ifNotNull()
                .transformToUni(cluster -> receive(cluster, report, actor))
                .map(Optional::ofNullable));
    }

    /** What is asked and was seen of a cluster. */
    Uni<Optional<EnforcementView>> find(String clusterId) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.find(ClusterEntity.class, clusterId))
                .map(cluster -> Optional.ofNullable(cluster).map(this::view)));
    }

    private static Uni<List<ClusterEntity>> clustersOf(String groupId) {
        return Panache.getSession().chain(session -> session.createQuery(LIVE_OF_PROJECT, ClusterEntity.class)
                .setParameter("groupId", groupId)
                .getResultList());
    }

    private Uni<Void> planAll(List<ClusterEntity> clusters, Situation situation) {
        return Multi.createFrom()
                .iterable(clusters)
                .onItem()
                .transformToUniAndConcatenate(cluster -> steering.plan(cluster, situation))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** The row for keeps until the transaction ends: by the project's lock, like everyone who plans. */
    Uni<ClusterEntity> locked(String clusterId) {
        return Panache.getSession()
                .chain(session -> session.createQuery("select groupId from ClusterEntity where id = :id", String.class)
                        .setParameter("id", clusterId)
                        .getSingleResultOrNull()
                        .onItem()
                        .ifNotNull()
                        .transformToUni(groupId -> keyUses.lockProject(groupId)
                                .chain(() -> session.find(ClusterEntity.class, clusterId))));
    }

    private Uni<Reply> receive(ClusterEntity cluster, Report report, Actor actor) {
        var reception = Reception.of(
                report.requestRevision(), cluster.requestRevision, report.appliedRevision(), cluster.clusterRevision);
        var taken =
                switch (reception) {
                    case ACCEPTED ->
                        steering.report(cluster, report, actor)
                                .chain(() -> look(cluster))
                                .chain(() -> watch.look(cluster.groupId));
                    case IGNORED_OLDER, IGNORED_AHEAD, IGNORED_UNKNOWN ->
                        Uni.createFrom().voidItem();
                };
        return taken.map(ignored -> new Reply(view(cluster), reception.explanation(), reception.name()));
    }

    /** Its owner says that it is gone, which nobody was told of here: whoever follows what is asked of it hears it too. */
    Uni<Void> tellOfEnd(ClusterEntity cluster) {
        return cluster.revision > 0
                ? steering.tellOfEnd(cluster)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> look(ClusterEntity cluster) {
        return cluster.phase.isRequest()
                ? situations
                        .ofProject(cluster.groupId)
                        .invoke(situation -> steering.look(cluster, situation))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private EnforcementView view(ClusterEntity cluster) {
        return EnforcementView.of(cluster, columns);
    }

    /** All that clusters of a project are compared with, apart from what is wanted of each. */
    record Situation(List<KeyUse> keyUses, Restraint restraint, Networking networking, Instant at) {}

    /** Reads it, in the caller's transaction. */
    @ApplicationScoped
    static class Situations {
        private final KeyUseStore keyUses;
        private final ModeStore modes;
        private final NetworkingStore networkings;
        private final Clock clock;

        Situations(KeyUseStore keyUses, ModeStore modes, NetworkingStore networkings, Clock clock) {
            this.keyUses = keyUses;
            this.modes = modes;
            this.networkings = networkings;
            this.clock = clock;
        }

        Uni<Situation> ofProject(String groupId) {
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            return keyUses.ofProject(groupId)
                    .chain(uses -> modes.restraintOf(groupId).chain(restraint -> networkings
                            .ofProject(groupId)
                            .map(networking -> new Situation(uses, restraint, networking, now))));
        }
    }
}
