package io.keyward.validation.enforcement;

import io.keyward.contracts.Actor;
import io.keyward.contracts.ClusterEvent.CloudRegion;
import io.keyward.contracts.ClusterEvent.ClusterCreated;
import io.keyward.contracts.ClusterEvent.ClusterDeletionRequested;
import io.keyward.validation.enforcement.plan.Observed;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestCloud;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Clusters without Kafka, and a driver that reports on them when it is told to. */
@ApplicationScoped
public class ClusterFixture {
    private static final Actor TENANT = Actor.system("config-service");
    private static final List<CloudRegion> REGIONS = List.of(new CloudRegion("AWS", TestCloud.REGION));

    private final ClusterStore clusters;
    private final EnforcementStore enforcement;
    private final Database database;

    ClusterFixture(ClusterStore clusters, EnforcementStore enforcement, Database database) {
        this.clusters = clusters;
        this.enforcement = enforcement;
        this.database = database;
    }

    /** A cluster under an AWS key that was seen running. */
    public void running(String groupId, String clusterId, String name) {
        run(() -> clusters.project(
                new ClusterCreated(clusterId, 1, Instant.now(), TENANT, groupId, name, "AWS", REGIONS, List.of(), false)));
        report(clusterId, Observed.RUNNING);
    }

    /** The tenant wants it no more. */
    public void delete(String groupId, String clusterId, String name) {
        run(() -> clusters.project(
                new ClusterDeletionRequested(clusterId, 2, Instant.now(), TENANT, groupId, name, "AWS", REGIONS, List.of(), false)));
    }

    /** A report on the request in force. */
    public void report(String clusterId, Observed seen) {
        var request = Long.parseLong(
                database.one("select request_revision::text from cluster where cluster_id = ?", clusterId));
        run(() -> enforcement.report(clusterId, new Report(request, seen, null), Actor.system("driver")));
    }

    private static <T> void run(java.util.function.Supplier<io.smallrye.mutiny.Uni<T>> work) {
        try {
            VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
