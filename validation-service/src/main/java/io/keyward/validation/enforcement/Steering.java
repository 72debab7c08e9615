package io.keyward.validation.enforcement;

import io.keyward.contracts.Actor;
import io.keyward.messaging.Revisions;
import io.keyward.validation.Actors;
import io.keyward.validation.enforcement.EnforcementStore.Situation;
import io.keyward.validation.enforcement.asking.AskingRules;
import io.keyward.validation.enforcement.networking.MultiCloudRules;
import io.keyward.validation.enforcement.networking.Networking;
import io.keyward.validation.enforcement.networking.PrivatePathRules;
import io.keyward.validation.enforcement.observed.Report;
import io.keyward.validation.enforcement.plan.Decision;
import io.keyward.validation.enforcement.plan.EnforcementPlanner;
import io.keyward.validation.enforcement.plan.HoldingRules;
import io.keyward.validation.enforcement.plan.HoldingRules.Holding;
import io.keyward.validation.enforcement.plan.KeyReasonRules;
import io.keyward.validation.enforcement.plan.Phase;
import io.keyward.validation.enforcement.plan.RestoreRules;
import io.keyward.validation.enforcement.plan.StopReason;
import io.keyward.validation.enforcement.plan.Wanted;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.Set;

/** Compares one loaded cluster with what is wanted of it, and has carried out what follows, in the caller's transaction under the project's lock. */
@ApplicationScoped
class Steering {
    private final AnnouncingDriver driver;
    private final ClusterColumns columns;
    private final Revisions revisions;

    Steering(AnnouncingDriver driver, ClusterColumns columns, Revisions revisions) {
        this.driver = driver;
        this.columns = columns;
        this.revisions = revisions;
    }

    /** Takes in what was seen of the cluster in answer to the request in force. */
    Uni<Void> report(ClusterEntity cluster, Report report, Actor actor) {
        return driver.report(cluster, report, actor);
    }

    Uni<Void> plan(ClusterEntity cluster, Situation situation) {
        var held = columns.reasons(cluster);
        var heldBack = columns.heldBack(cluster);
        var now = holding(cluster, held, heldBack, situation);
        if (awaitsKeys(cluster, now, situation)) {
            return Uni.createFrom().voidItem();
        }
        var wanted = cluster.wanted ? Wanted.unlessHeldBy(now.reasons()) : new Wanted.Gone();
        boolean isOnOtherPaths = route(cluster, situation.networking());
        boolean isNews = cluster.wanted && (isOnOtherPaths || !heldBack.equals(now.heldBack()));
        var decision = EnforcementPlanner.plan(cluster.phase, held, wanted)
                .tellingNews(isNews || isToBeAskedAgain(cluster, situation));
        hold(cluster, now);
        return carryOut(cluster, decision).chain(() -> driver.acknowledge(cluster));
    }

    private Holding holding(
            ClusterEntity cluster, Set<StopReason> held, Set<StopReason> heldBack, Situation situation) {
        var ofKeys = KeyReasonRules.of(columns.wrapping(cluster), situation.keyUses(), union(held, heldBack));
        return HoldingRules.divide(ofKeys, others(cluster, held, situation), held, situation.restraint());
    }

    /** What a driver may know a later request than is never told again under the same: it would be passed over. */
    private Uni<Void> carryOut(ClusterEntity cluster, Decision decision) {
        return decision instanceof Decision.Restate && revisions.isOfEarlierEpoch(cluster.requestRevision)
                ? driver.askAnew(cluster)
                : driver.carryOut(cluster, decision, Actors.SELF);
    }

    /**
     * Tells anew of a cluster that was told of last before the database was restored, under a request that no driver has seen: one that knows a later one
     * of the former epoch would pass over the old.
     *
     * @param outdated whether it was asked something since that nobody remembers: then what is wanted is asked for, though it should be so already
     * @return whether that is known: not while the freeze might hide a reason to stop it, and before all its keys have answered
     */
    Uni<Boolean> restate(ClusterEntity cluster, Situation situation, boolean outdated) {
        if (cluster.phase == Phase.REMOVED) {
            return driver.tellAnew(cluster).replaceWith(true);
        }
        var now = holding(cluster, columns.reasons(cluster), columns.heldBack(cluster), situation);
        return situation.restraint().frozen() || awaitsKeys(cluster, now, situation)
                ? Uni.createFrom().item(false)
                : plan(cluster, situation)
                        .chain(() -> renewed(cluster, outdated))
                        .replaceWith(true);
    }

    /** Unless something else was asked of it just now. */
    private Uni<Void> renewed(ClusterEntity cluster, boolean outdated) {
        if (!revisions.isOfEarlierEpoch(cluster.requestRevision)) {
            return Uni.createFrom().voidItem();
        }
        return outdated ? driver.askAnew(cluster) : driver.tellAnew(cluster);
    }

    /** It is gone, and that was not told by whoever runs it. */
    Uni<Void> tellOfEnd(ClusterEntity cluster) {
        return driver.tellAnew(cluster);
    }

    /** Whether it was told of last before the database was restored, and what is wanted of it follows from what its keys were then. */
    private boolean awaitsKeys(ClusterEntity cluster, Holding now, Situation situation) {
        return cluster.wanted
                && revisions.isOfEarlierEpoch(cluster.requestRevision)
                && !RestoreRules.isKnown(
                        now.reasons(),
                        KeyReasonRules.used(columns.wrapping(cluster), situation.keyUses()),
                        revisions::isOfEarlierEpoch);
    }

    /** Remembers whether the cluster's keys get no answer while it is asked something: who waits for them is asked again when they do. */
    void look(ClusterEntity cluster, Situation situation) {
        cluster.ask(AskingRules.seen(cluster.phase, cluster.asking(), isBlind(cluster, situation)));
    }

    /** Whether nobody was seen to do what the cluster was asked. */
    private boolean isToBeAskedAgain(ClusterEntity cluster, Situation situation) {
        var asking = cluster.asking();
        look(cluster, situation);
        return AskingRules.isDue(cluster.phase, asking, isBlind(cluster, situation), situation.at());
    }

    private boolean isBlind(ClusterEntity cluster, Situation situation) {
        return KeyReasonRules.used(columns.wrapping(cluster), situation.keyUses()).stream()
                .anyMatch(use -> use.standing().unverifiedSince() != null);
    }

    /** Reasons that no key gives or takes. Whether a person paused the cluster, its owner knows. */
    private Set<StopReason> others(ClusterEntity cluster, Set<StopReason> held, Situation situation) {
        var others = new LinkedHashSet<StopReason>();
        if (cluster.pausedSince != null) {
            others.add(StopReason.byHand(cluster.pausedSince, cluster.pausedBy));
        }
        var providers = situation.networking().privateProviders();
        MultiCloudRules.of(columns.wrapping(cluster), providers, held, situation.at())
                .ifPresent(others::add);
        return others;
    }

    /** Brings a cluster to the private paths that it is to take; answers whether they are others than before. */
    private boolean route(ClusterEntity cluster, Networking networking) {
        var paths = PrivatePathRules.wanted(columns.wrapping(cluster), networking);
        if (paths.equals(columns.wantedPaths(cluster))) {
            return false;
        }
        cluster.privatePaths = columns.write(paths);
        return true;
    }

    private void hold(ClusterEntity cluster, Holding now) {
        if (!now.reasons().equals(columns.reasons(cluster))) {
            cluster.reasons = columns.write(now.reasons());
        }
        if (!now.heldBack().equals(columns.heldBack(cluster))) {
            cluster.heldBack = columns.write(now.heldBack());
        }
    }

    private static Set<StopReason> union(Set<StopReason> some, Set<StopReason> more) {
        var all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all;
    }
}
