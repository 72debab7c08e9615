package io.keyward.validation.enforcement;

import io.keyward.contracts.Actor;
import io.keyward.validation.Actors;
import io.keyward.validation.enforcement.EnforcementView.Reply;
import io.keyward.validation.enforcement.mode.ModeStore;
import io.keyward.validation.enforcement.observed.Report;
import io.keyward.validation.enforcement.plan.EnforcementPlanner;
import io.keyward.validation.enforcement.plan.HoldingRules;
import io.keyward.validation.enforcement.plan.HoldingRules.Holding;
import io.keyward.validation.enforcement.plan.KeyReasonRules;
import io.keyward.validation.enforcement.plan.Reception;
import io.keyward.validation.enforcement.plan.Restraint;
import io.keyward.validation.enforcement.plan.StopReason;
import io.keyward.validation.enforcement.plan.StopReason.Kind;
import io.keyward.validation.enforcement.plan.Wanted;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.keyuse.KeyUseStore;
import io.keyward.validation.keyuse.ProjectEffects;
import io.keyward.validation.keyuse.ProjectWatch;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
                           where k.group_id = c.group_id and k.verdict = 'REVOKED' and k.retired_at is null))""";

    private static final String STOPS_SINCE_BEFORE =
            "select count(*) from ClusterEntity where phase in (STOPPING, DEFERRED) and phaseSince < :before";

    private final KeyUseStore keyUses;
    private final ModeStore modes;
    private final AnnouncingDriver driver;
    private final ClusterColumns columns;
    private final ProjectWatch watch;

    EnforcementStore(
            KeyUseStore keyUses, ModeStore modes, AnnouncingDriver driver, ClusterColumns columns, ProjectWatch watch) {
        this.keyUses = keyUses;
        this.modes = modes;
        this.driver = driver;
        this.columns = columns;
        this.watch = watch;
    }

    @Override
    public Uni<Void> replan(String groupId) {
        return Panache.withTransaction(() -> keyUses.lockProject(groupId)
                .chain(() -> keyUses.ofProject(groupId))
                .chain(uses -> modes.restraintOf(groupId)
                        .chain(restraint -> clustersOf(groupId).chain(clusters -> planAll(clusters, uses, restraint))))
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

    private Uni<Void> planAll(List<ClusterEntity> clusters, List<KeyUse> uses, Restraint restraint) {
        return Multi.createFrom()
                .iterable(clusters)
                .onItem()
                .transformToUniAndConcatenate(cluster -> plan(cluster, uses, restraint))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> plan(ClusterEntity cluster, List<KeyUse> uses, Restraint restraint) {
        var held = columns.reasons(cluster);
        var heldBack = columns.heldBack(cluster);
        var ofKeys = KeyReasonRules.of(columns.wrapping(cluster), uses, union(held, heldBack));
        var now = HoldingRules.divide(ofKeys, others(cluster, held), held, restraint);
        var wanted = cluster.wanted ? Wanted.unlessHeldBy(now.reasons()) : new Wanted.Gone();
        boolean isNews = cluster.wanted && !heldBack.equals(now.heldBack());
        var decision = EnforcementPlanner.plan(cluster.phase, held, wanted).tellingNews(isNews);
        hold(cluster, now);
        return driver.carryOut(cluster, decision, Actors.SELF).chain(() -> driver.acknowledge(cluster));
    }

    /** Reasons that no key gives or takes. Whether a person paused the cluster, its owner knows. */
    private static Set<StopReason> others(ClusterEntity cluster, Set<StopReason> held) {
        var others = new LinkedHashSet<StopReason>();
        if (cluster.pausedSince != null) {
            others.add(StopReason.byHand(cluster.pausedSince, cluster.pausedBy));
        }
        held.stream().filter(reason -> reason.kind() == Kind.MULTI_CLOUD).forEach(others::add);
        return others;
    }

    private static Set<StopReason> union(Set<StopReason> some, Set<StopReason> more) {
        var all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all;
    }

    private void hold(ClusterEntity cluster, Holding now) {
        if (!now.reasons().equals(columns.reasons(cluster))) {
            cluster.reasons = columns.write(now.reasons());
        }
        if (!now.heldBack().equals(columns.heldBack(cluster))) {
            cluster.heldBack = columns.write(now.heldBack());
        }
    }

    /** The row for keeps until the transaction ends: by the project's lock, like everyone who plans. */
    private Uni<ClusterEntity> locked(String clusterId) {
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
                    case ACCEPTED -> driver.report(cluster, report, actor).chain(() -> watch.look(cluster.groupId));
                    case IGNORED_OLDER, IGNORED_AHEAD, IGNORED_UNKNOWN ->
                        Uni.createFrom().voidItem();
                };
        return taken.map(ignored -> new Reply(view(cluster), reception.explanation(), reception.name()));
    }

    private EnforcementView view(ClusterEntity cluster) {
        return EnforcementView.of(cluster, columns);
    }
}
