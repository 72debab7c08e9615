package io.keyward.config.endpoint;

import io.keyward.atlas.region.AwsRegion;
import io.keyward.contracts.EndpointEvent;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Projection of {@code keyward.endpoints}: for what is shown, and for which regions need a key. Refusals ask {@link EndpointClient}. */
@ApplicationScoped
public class EndpointProjectionStore {
    private static final String GONE = "DELETED";
    private static final String PROJECT = """
            insert into endpoint_seen (id, group_id, provider, region, status, since, revision)
            values (:id, :group, :provider, :region, :status, :since, :revision)
            on conflict (id) do update
            set status = excluded.status, since = excluded.since, revision = excluded.revision
            where endpoint_seen.revision < excluded.revision
            returning id
            """;

    private final EndpointWatcher watcher;

    EndpointProjectionStore(EndpointWatcher watcher) {
        this.watcher = watcher;
    }

    /** The AWS regions in which the project has an ACTIVE endpoint. Joins the caller's open transaction, if there is one. */
    public Uni<Set<AwsRegion>> coveredRegions(String groupId) {
        return regions("groupId = ?1 and provider = 'AWS' and status = 'ACTIVE'", groupId);
    }

    /** The AWS regions in which the project has an endpoint, whatever its state. Joins the caller's open transaction, if there is one. */
    public Uni<Set<AwsRegion>> regions(String groupId) {
        return regions("groupId = ?1 and provider = 'AWS' and status <> '" + GONE + "'", groupId);
    }

    /** Takes an event over unless a later one was seen; repeats and reordering change nothing. */
    Uni<Void> project(EndpointEvent event) {
        return switch (event) {
            case EndpointEvent.EndpointRequested requested -> upsert(requested, "INITIATING");
            case EndpointEvent.EndpointAwaitingApproval awaiting -> upsert(awaiting, "PENDING_ACCEPTANCE");
            case EndpointEvent.EndpointActivated activated -> upsert(activated, "ACTIVE");
            case EndpointEvent.EndpointFailed failed -> upsert(failed, "FAILED");
            case EndpointEvent.EndpointLost lost -> upsert(lost, "PENDING_RECREATION");
            case EndpointEvent.EndpointDeletionRequested deleting -> upsert(deleting, "DELETING");
            case EndpointEvent.EndpointDeleted deleted -> upsert(deleted, GONE);
            case EndpointEvent.Unrecognized unrecognized -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> upsert(EndpointEvent event, String status) {
        EndpointEvent.Endpoint endpoint = event.endpoint();
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(PROJECT, String.class)
                        .setParameter("id", event.endpointId())
                        .setParameter("group", endpoint.groupId())
                        .setParameter("provider", endpoint.provider())
                        .setParameter("region", endpoint.region())
                        .setParameter("status", status)
                        .setParameter("since", endpoint.since())
                        .setParameter("revision", event.revision())
                        .getResultList())
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : watcher.changed(endpoint.groupId(), event.actor())));
    }

    private static Uni<Set<AwsRegion>> regions(String query, String groupId) {
        return Panache.withSession(() -> EndpointEntity.<EndpointEntity>list(query, groupId))
                .map(EndpointProjectionStore::regions);
    }

    private static Set<AwsRegion> regions(List<EndpointEntity> rows) {
        return rows.stream()
                .flatMap(row -> AwsRegion.find(row.region).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
