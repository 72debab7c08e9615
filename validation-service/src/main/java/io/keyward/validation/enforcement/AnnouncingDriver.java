package io.keyward.validation.enforcement;

import io.keyward.contracts.Actor;
import io.keyward.contracts.EnforcementEvent.PrivatePath;
import io.keyward.contracts.Topics;
import io.keyward.messaging.Outbox;
import io.keyward.messaging.Revisions;
import io.keyward.validation.Actors;
import io.keyward.validation.enforcement.EnforcementConfig.Acknowledge;
import io.keyward.validation.enforcement.asking.AskingRules;
import io.keyward.validation.enforcement.asking.AskingRules.Pace;
import io.keyward.validation.enforcement.observed.Report;
import io.keyward.validation.enforcement.observed.SightingRules;
import io.keyward.validation.enforcement.observed.SightingRules.Progress;
import io.keyward.validation.enforcement.plan.Decision;
import io.keyward.validation.enforcement.plan.Decision.Enter;
import io.keyward.validation.enforcement.plan.EnforcementPlanner;
import io.keyward.validation.enforcement.plan.Observed;
import io.keyward.validation.enforcement.plan.Phase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The built-in driver: it carries out a decision by announcing it, in the transaction of the caller. Whatever runs the databases follows the
 * announcements. With {@code acknowledge=automatic} it then reports to itself, on the same path as a driver's report and in the same
 * transaction, so that no crash can come between.
 */
@ApplicationScoped
class AnnouncingDriver {
    private final Outbox outbox;
    private final Revisions revisions;
    private final ClusterColumns columns;
    private final Clock clock;
    private final Acknowledge acknowledge;
    private final Pace pace;

    AnnouncingDriver(
            Outbox outbox, Revisions revisions, ClusterColumns columns, Clock clock, EnforcementConfig config) {
        this.outbox = outbox;
        this.revisions = revisions;
        this.columns = columns;
        this.clock = clock;
        this.acknowledge = config.acknowledge();
        this.pace = EnforcementConfig.paceOf(config);
    }

    /** Applies {@code decision} to a loaded cluster and announces it. */
    Uni<Void> carryOut(ClusterEntity cluster, Decision decision, Actor actor) {
        return switch (decision) {
            case Decision.Stay ignored -> Uni.createFrom().voidItem();
            case Decision.Restate ignored -> repeat(cluster, actor, now());
            case Enter enter -> enter(cluster, enter.phase(), actor, now());
        };
    }

    /** Takes in what was seen of the cluster in answer to the request in force. */
    Uni<Void> report(ClusterEntity cluster, Report report, Actor actor) {
        cluster.observedState = report.state();
        cluster.observedRevision = cluster.requestRevision;
        cluster.observedAt = now();
        cluster.observedMessage = report.message();
        cluster.ask(AskingRules.heardOf(cluster.phase, cluster.asking(), pace, now()));
        var decision = EnforcementPlanner.observe(cluster.phase, report.state());
        boolean isNews = cluster.phase != Phase.REMOVED && see(cluster, report, phaseAfter(cluster, decision));
        return carryOut(cluster, decision.tellingNews(isNews), actor);
    }

    /** Whether anything else was seen than before. */
    private boolean see(ClusterEntity cluster, Report report, Phase phase) {
        var before = columns.sighting(cluster);
        boolean running = report.state() == Observed.RUNNING && phase == Phase.RUNNING;
        var progress = new Progress(running, cluster.requestClusterRevision, cluster.clusterRevision);
        var after = SightingRules.after(before, report, progress, now());
        columns.put(cluster, after);
        return !after.equals(before);
    }

    private static Phase phaseAfter(ClusterEntity cluster, Decision decision) {
        return decision instanceof Enter enter ? enter.phase() : cluster.phase;
    }

    /** Reports by itself on a request that is still open, and on what a running cluster has not done yet, if it may. */
    Uni<Void> acknowledge(ClusterEntity cluster) {
        return switch (acknowledge) {
            case REPORTED -> Uni.createFrom().voidItem();
            case AUTOMATIC ->
                cluster.phase
                        .fulfilledBy()
                        .map(seen -> Report.of(cluster.requestRevision, seen))
                        .or(() -> undone(cluster))
                        .map(report -> report(cluster, report, Actors.SELF))
                        .orElseGet(() -> Uni.createFrom().voidItem());
        };
    }

    /** A running cluster applies what was wanted last, and its nodes move to every private path there is. */
    private Optional<Report> undone(ClusterEntity cluster) {
        var paths = columns.privatePaths(cluster);
        boolean isDone = columns.sighting(cluster).hasApplied(cluster.clusterRevision)
                && paths.stream().allMatch(path -> path.movedSince() != null);
        return cluster.phase == Phase.RUNNING && !isDone
                ? Optional.of(Report.applied(
                        cluster.requestRevision,
                        cluster.clusterRevision,
                        paths.stream().map(PrivatePath::endpointId).toList()))
                : Optional.empty();
    }

    /** Asks for the phase that the cluster is in, or on its way to, with a request of its own. */
    Uni<Void> askAnew(ClusterEntity cluster) {
        return enter(cluster, cluster.phase.request(), Actors.SELF, now());
    }

    /** Tells of it as it is, with another request revision. */
    Uni<Void> tellAnew(ClusterEntity cluster) {
        cluster.requestRevision = revisions.next(cluster.revision);
        return repeat(cluster, Actors.SELF, now());
    }

    private Uni<Void> enter(ClusterEntity cluster, Phase phase, Actor actor, Instant now) {
        cluster.phase = phase;
        cluster.phaseSince = now;
        if (phase.isRequest()) {
            cluster.requestRevision = revisions.next(cluster.revision);
            cluster.requestClusterRevision = cluster.clusterRevision;
        }
        cluster.ask(AskingRules.entered(phase, pace, now));
        return announce(cluster, actor, now).chain(() -> acknowledge(cluster));
    }

    /** What is asked is asked again with it, under the same request revision. */
    private Uni<Void> repeat(ClusterEntity cluster, Actor actor, Instant now) {
        cluster.ask(AskingRules.repeated(cluster.phase, cluster.asking(), pace, now));
        return announce(cluster, actor, now);
    }

    private Uni<Void> announce(ClusterEntity cluster, Actor actor, Instant now) {
        cluster.revision = revisions.next(cluster.revision);
        return outbox.append(Topics.ENFORCEMENT, EnforcementEvents.of(cluster, columns, actor, now));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
