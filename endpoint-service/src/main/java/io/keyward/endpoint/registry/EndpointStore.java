package io.keyward.endpoint.registry;

import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.Paging;
import io.keyward.contracts.Actor;
import io.keyward.endpoint.lifecycle.EndpointPlanner;
import io.keyward.endpoint.lifecycle.EndpointState.Requested;
import io.keyward.endpoint.lifecycle.Wanted;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What projects ask for. Every change is one transaction with its event, and wakes whoever carries it out; none calls a cloud. Endpoints that are gone
 * are as if they had never been.
 */
@ApplicationScoped
public class EndpointStore {
    private static final String THROUGH_GATE = """
            insert into project_gate as g (group_id, provider, closed_stamp) values (:groupId, :provider, :stamp)
            on conflict (group_id, provider) do update set closed_stamp = greatest(g.closed_stamp, excluded.closed_stamp)
            returning g.closed_stamp""";
    private static final String LIVE = "from EndpointEntity where groupId = :groupId and provider = :provider"
            + " and state <> '" + EndpointStateCodec.DELETED + "'";
    private static final String IN_ORDER = " order by createdAt, id";

    private final Transitions transitions;
    private final Event<LooksDue> looksDue;
    private final Clock clock;

    EndpointStore(Transitions transitions, Event<LooksDue> looksDue, Clock clock) {
        this.transitions = transitions;
        this.looksDue = looksDue;
        this.clock = clock;
    }

    /**
     * Records the wish for an endpoint, unless the project was closed after its admission or has one in the region.
     *
     * @param stamp of the admission
     */
    public Uni<Creation> create(NewEndpoint wish, long stamp, Actor actor) {
        return Panache.withTransaction(() -> throughGate(wish.groupId(), wish.provider(), 0)
                        .chain(closed -> stamp < closed
                                ? Uni.createFrom().<Creation>item(new Creation.Closed())
                                : insertUnlessThere(wish, actor)))
                .invoke(() -> looksDue.fire(new LooksDue()));
    }

    public Uni<Optional<Endpoint>> find(String groupId, String provider, String id) {
        return Panache.withSession(
                () -> row(groupId, provider, id, LockModeType.NONE).map(row -> row.map(EndpointEntity::toRecord)));
    }

    /** One page of a project's endpoints, oldest first. */
    public Uni<Slice> list(String groupId, String provider, Paging paging) {
        return Panache.withSession(
                () -> Panache.getSession().chain(session -> session.createQuery("select count(*) " + LIVE, Long.class)
                        .setParameter("groupId", groupId)
                        .setParameter("provider", provider)
                        .getSingleResult()
                        .chain(total -> session.createQuery(LIVE + IN_ORDER, EndpointEntity.class)
                                .setParameter("groupId", groupId)
                                .setParameter("provider", provider)
                                .setFirstResult((int) paging.offset())
                                .setMaxResults(paging.itemsPerPage())
                                .getResultList()
                                .map(rows -> new Slice(records(rows), total)))));
    }

    /** All endpoints of a project, oldest first. */
    public Uni<List<Endpoint>> ofProject(String groupId, String provider) {
        return Panache.withSession(() -> live(groupId, provider));
    }

    /** Records that an endpoint is to go, whatever is under way with it. From then on it shows as on its way out. */
    public Uni<Deletion> requestDeletion(String groupId, String provider, String id, Actor actor) {
        return Panache.withTransaction(() -> row(groupId, provider, id, LockModeType.PESSIMISTIC_WRITE)
                        .chain(found -> found.map(row -> letGo(row, actor))
                                .orElseGet(() -> Uni.createFrom().item(new Deletion.Unknown()))))
                .invoke(() -> looksDue.fire(new LooksDue()));
    }

    /**
     * Closes the project to endpoints that were admitted before {@code stamp}: none of them appears once this has completed.
     *
     * @return all endpoints that there are, oldest first
     */
    public Uni<List<Endpoint>> close(String groupId, String provider, long stamp) {
        return Panache.withTransaction(
                () -> throughGate(groupId, provider, stamp).chain(() -> live(groupId, provider)));
    }

    /** Until the transaction ends, nobody else adds an endpoint to the project. Raises its stamp to at least {@code stamp}, and answers it. */
    private static Uni<Long> throughGate(String groupId, String provider, long stamp) {
        return Panache.getSession().chain(session -> session.createNativeQuery(THROUGH_GATE, Long.class)
                .setParameter("groupId", groupId)
                .setParameter("provider", provider)
                .setParameter("stamp", stamp)
                .getSingleResult());
    }

    private Uni<Creation> insertUnlessThere(NewEndpoint wish, Actor actor) {
        return live(wish.groupId(), wish.provider()).chain(endpoints -> endpoints.stream()
                .filter(endpoint -> endpoint.region().equals(wish.region()))
                .findFirst()
                .map(there -> Uni.createFrom().<Creation>item(new Creation.AlreadyExists(there)))
                .orElseGet(() -> insert(wish, actor).map(Creation.Created::new)));
    }

    private Uni<Endpoint> insert(NewEndpoint wish, Actor actor) {
        var now = clock.instant();
        var row = new EndpointEntity();
        row.id = ObjectIds.next();
        row.groupId = wish.groupId();
        row.provider = wish.provider();
        row.region = wish.region();
        row.createdAt = now;
        row.wanted = Wanted.PRESENT;
        row.enter(new Requested(now));
        row.becomeDue(now);
        return transitions.begin(row, actor).call(() -> Panache.getSession().chain(session -> session.persist(row)));
    }

    private Uni<Deletion> letGo(EndpointEntity row, Actor actor) {
        if (row.wanted == Wanted.ABSENT) {
            return Uni.createFrom().item(new Deletion.Requested(row.toRecord()));
        }
        var now = clock.instant();
        row.wanted = Wanted.ABSENT;
        row.becomeDue(now);
        return transitions
                .move(row, EndpointPlanner.letGo(row.state(), now), actor)
                .map(Deletion.Requested::new);
    }

    private static Uni<List<Endpoint>> live(String groupId, String provider) {
        return Panache.getSession()
                .chain(session -> session.createQuery(LIVE + IN_ORDER, EndpointEntity.class)
                        .setParameter("groupId", groupId)
                        .setParameter("provider", provider)
                        .getResultList())
                .map(EndpointStore::records);
    }

    private static Uni<Optional<EndpointEntity>> row(String groupId, String provider, String id, LockModeType lock) {
        return Panache.getSession()
                .chain(session -> session.createQuery(LIVE + " and id = :id", EndpointEntity.class)
                        .setParameter("groupId", groupId)
                        .setParameter("provider", provider)
                        .setParameter("id", id)
                        .setLockMode(lock)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    private static List<Endpoint> records(List<EndpointEntity> rows) {
        return rows.stream().map(EndpointEntity::toRecord).toList();
    }
}
