package io.keyward.validation.enforcement;

import io.keyward.contracts.Actor;
import io.keyward.contracts.ClusterEvent;
import io.keyward.contracts.ClusterEvent.CloudRegion;
import io.keyward.contracts.ClusterEvent.ClusterCreated;
import io.keyward.contracts.ClusterEvent.ClusterDeletionRequested;
import io.keyward.contracts.ClusterEvent.ClusterUpdated;
import io.keyward.validation.enforcement.observed.Report;
import io.keyward.validation.enforcement.plan.Observed;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestCloud;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Clusters without Kafka, and a driver that reports on them when it is told to. */
@ApplicationScoped
public class ClusterFixture {
    private static final Actor TENANT = Actor.system("config-service");
    private static final List<CloudRegion> REGIONS = List.of(new CloudRegion("AWS", TestCloud.REGION));

    private final ClusterStore clusters;
    private final EnforcementStore enforcement;
    private final EnforcementSweep sweep;
    private final Database database;

    ClusterFixture(ClusterStore clusters, EnforcementStore enforcement, EnforcementSweep sweep, Database database) {
        this.clusters = clusters;
        this.enforcement = enforcement;
        this.sweep = sweep;
        this.database = database;
    }

    /** A cluster under an AWS key that was seen running. */
    public void running(String groupId, String clusterId, String name) {
        running(groupId, clusterId, name, REGIONS.getFirst());
    }

    /** The same in a region of another cloud, under a key of that cloud. */
    public void running(String groupId, String clusterId, String name, CloudRegion region) {
        run(() -> clusters.project(new ClusterCreated(
                clusterId,
                1,
                Instant.now(),
                TENANT,
                groupId,
                name,
                region.provider(),
                List.of(region),
                List.of(),
                false)));
        report(clusterId, Observed.RUNNING);
    }

    /** The tenant wants something else of a cluster under an AWS key. */
    public void update(ClusterUpdated event) {
        run(() -> clusters.project(event));
    }

    /** The same, for whoever is on a Vert.x context already. */
    public Uni<Void> take(ClusterEvent event) {
        return clusters.project(event);
    }

    /** A report that says more than the state. */
    EnforcementView.Reply report(String clusterId, Report report) {
        return run(() -> enforcement.report(clusterId, report, Actor.system("driver")))
                .orElseThrow();
    }

    /** What the sweep does at its next tick. */
    void sweep() {
        run(sweep::sweep);
    }

    /** The projects that a sweep would look at now. */
    List<String> worthALook() {
        return run(enforcement::projectsWorthALook);
    }

    /** What is asked and was seen of a cluster. */
    EnforcementView view(String clusterId) {
        return run(() -> enforcement.find(clusterId)).orElseThrow();
    }

    /** The tenant wants it no more. */
    public void delete(String groupId, String clusterId, String name) {
        run(() -> clusters.project(new ClusterDeletionRequested(
                clusterId, 2, Instant.now(), TENANT, groupId, name, "AWS", REGIONS, List.of(), false)));
    }

    /** A report on the request in force. */
    public void report(String clusterId, Observed seen) {
        var request = Long.parseLong(
                database.one("select request_revision::text from cluster where cluster_id = ?", clusterId));
        run(() -> enforcement.report(clusterId, Report.of(request, seen), Actor.system("driver")));
    }

    private static <T> T run(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
