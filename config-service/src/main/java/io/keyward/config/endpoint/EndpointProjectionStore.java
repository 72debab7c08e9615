package io.keyward.config.endpoint;

import io.keyward.atlas.region.Cloud;
import io.keyward.atlas.region.CloudRegion;
import io.keyward.contracts.EndpointEvent;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;

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
            returning xmax = 0
            """;

    /** Below the revision of every event: the endpoint's own news goes before what was said of it. */
    private static final long HEARSAY = 0;

    private final EndpointWatcher watcher;

    EndpointProjectionStore(EndpointWatcher watcher) {
        this.watcher = watcher;
    }

    /** The project's endpoints in all clouds as far as they were heard of, whatever their state, oldest first. Joins the caller's open transaction, if there is one. */
    public Uni<List<PrivateEndpoint>> endpoints(String groupId) {
        return Panache.withSession(() -> EndpointEntity.<EndpointEntity>list(
                        "groupId = ?1 and status <> '" + GONE + "' order by id", groupId))
                .map(rows -> rows.stream()
                        .flatMap(row -> Cloud.find(row.provider).stream()
                                .map(cloud -> new PrivateEndpoint(row.id, cloud, row.region, row.status, row.since)))
                        .toList());
    }

    /** The same in one cloud. */
    public Uni<List<PrivateEndpoint>> endpoints(String groupId, Cloud provider) {
        return endpoints(groupId).map(all -> all.stream()
                .filter(endpoint -> endpoint.provider() == provider)
                .toList());
    }

    /** The regions in which the project has an endpoint, whatever its state. Joins the caller's open transaction, if there is one. */
    public Uni<Set<CloudRegion>> regions(String groupId) {
        return endpoints(groupId).map(endpoints -> PrivateEndpoint.regions(endpoints, endpoint -> true));
    }

    /** Takes an event over unless a later one was seen; repeats and reordering change nothing. */
    Uni<Void> project(EndpointEvent event) {
        return switch (event) {
            case EndpointEvent.EndpointRequested requested -> upsert(requested, PrivateEndpoint.INITIATING);
            case EndpointEvent.EndpointAwaitingApproval awaiting ->
                upsert(awaiting, PrivateEndpoint.PENDING_ACCEPTANCE);
            case EndpointEvent.EndpointActivated activated -> upsert(activated, PrivateEndpoint.ACTIVE);
            case EndpointEvent.EndpointFailed failed -> upsert(failed, PrivateEndpoint.FAILED);
            case EndpointEvent.EndpointLost lost -> upsert(lost, PrivateEndpoint.PENDING_RECREATION);
            case EndpointEvent.EndpointDeletionRequested deleting -> upsert(deleting, PrivateEndpoint.DELETING);
            case EndpointEvent.EndpointDeleted deleted -> upsert(deleted, GONE);
            case EndpointEvent.Unrecognized unrecognized -> Uni.createFrom().voidItem();
        };
    }

    /** Rows of a lineage from the newest to the oldest, then the watcher, who takes the project's lock: so nobody waits in a circle. */
    private Uni<Void> upsert(EndpointEvent event, String status) {
        EndpointEvent.Endpoint endpoint = event.endpoint();
        return Panache.withTransaction(() -> announce(event)
                .chain(announced -> write(event.endpointId(), endpoint, status, endpoint.since(), event.revision())
                        .chain(written -> tell(announced.or(written), event))));
    }

    /**
     * Whatever replaces an endpoint exists from when that is told, even if its own first event comes later than the last one of the endpoint that it
     * replaces: so the region has one all the time.
     */
    private static Uni<News> announce(EndpointEvent event) {
        EndpointEvent.Endpoint endpoint = event.endpoint();
        String successor = endpoint.successorId();
        return successor == null
                ? Uni.createFrom().item(News.NONE)
                : write(successor, endpoint, PrivateEndpoint.INITIATING, event.occurredAt(), HEARSAY);
    }

    private static Uni<News> write(
            String id, EndpointEvent.Endpoint endpoint, String status, Instant since, long revision) {
        return Panache.getSession().chain(session -> session.createNativeQuery(PROJECT, Boolean.class)
                .setParameter("id", id)
                .setParameter("group", endpoint.groupId())
                .setParameter("provider", endpoint.provider())
                .setParameter("region", endpoint.region())
                .setParameter("status", status)
                .setParameter("since", since)
                .setParameter("revision", revision)
                .getResultList()
                .map(News::of));
    }

    private Uni<Void> tell(News news, EndpointEvent event) {
        EndpointEvent.Endpoint endpoint = event.endpoint();
        return news == News.NONE
                ? Uni.createFrom().voidItem()
                : Cloud.find(endpoint.provider())
                        .map(cloud -> watcher.changed(new EndpointWatcher.Change(
                                endpoint.groupId(),
                                cloud,
                                cloud.region(endpoint.region()).map(CloudRegion.class::cast),
                                news == News.APPEARED,
                                event.actor())))
                        .orElse(Uni.createFrom().voidItem());
    }

    /** What an event says that was not known: nothing, because later news was heard; more of an endpoint; or that there is one. */
    private enum News {
        NONE,
        CHANGED,
        APPEARED;

        static News of(List<Boolean> written) {
            if (written.isEmpty()) {
                return NONE;
            }
            return written.getFirst() ? APPEARED : CHANGED;
        }

        News or(News other) {
            return compareTo(other) < 0 ? other : this;
        }
    }
}
