package io.keyward.endpoint.registry;

import io.keyward.endpoint.Actors;
import io.keyward.endpoint.lifecycle.EndpointState;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Hands out looks under a lease, and records what they led to as long as that lease holds: whoever asks for a deletion takes it away, and so does the next
 * replica once it has lapsed. What is due is a question to the injected clock; how long a lease lasts is one to the database's, because replicas have to
 * agree on it.
 */
@ApplicationScoped
public class ReconcileStore {
    private static final String FREE =
            "state <> 'DELETED' and (lease_until is null or lease_until < clock_timestamp())";

    /** One look shows a whole region, so that what is there comes along with what is due. */
    private static final String CLAIM_DUE = """
            with due as materialized (
                select endpoint_id from endpoint
                where (provider, region) in (select provider, region from endpoint where next_look_at <= :now and %1$s)
                  and %1$s
                order by next_look_at limit :limit
                for update skip locked)
            update endpoint e
            set lease_token = cast(:token as uuid),
                lease_until = clock_timestamp() + make_interval(secs => :lease * (1 + random() / 10))
            from due where e.endpoint_id = due.endpoint_id
            returning e.endpoint_id""".formatted(FREE);

    private static final String REST = """
            update endpoint set next_look_at = :due, lease_token = null, lease_until = null
            where lease_token = cast(:token as uuid) and endpoint_id in (:ids)
            returning endpoint_id""";

    private static final String LEASED = "from EndpointEntity where leaseToken = :token";

    private final Transitions transitions;

    ReconcileStore(Transitions transitions) {
        this.transitions = transitions;
    }

    /**
     * Takes what is due at {@code now}, and whatever else lies in the same regions, unless somebody has it already.
     *
     * @param token of this look; a new one
     * @param limit how many at most
     */
    public Uni<List<Endpoint>> claimDue(UUID token, Instant now, int limit, Duration lease) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(CLAIM_DUE, String.class)
                        .setParameter("token", token.toString())
                        .setParameter("now", now)
                        .setParameter("limit", limit)
                        .setParameter("lease", lease.toMillis() / 1000.0)
                        .getResultList())
                .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of()) : leasedUnder(token)));
    }

    private static Uni<List<Endpoint>> leasedUnder(UUID token) {
        return Panache.getSession()
                .chain(session -> session.createQuery(LEASED + " order by createdAt, id", EndpointEntity.class)
                        .setParameter("token", token)
                        .getResultList())
                .map(rows -> rows.stream().map(EndpointEntity::toRecord).toList());
    }

    /**
     * Records that looks at {@code ids} changed nothing, and gives their leases back: one statement, however many there are.
     *
     * @return those whose lease still held
     */
    public Uni<List<String>> rest(UUID token, Collection<String> ids, Instant nextLook) {
        return Panache.withTransaction(
                () -> Panache.getSession().chain(session -> session.createNativeQuery(REST, String.class)
                        .setParameter("due", nextLook)
                        .setParameter("token", token.toString())
                        .setParameter("ids", ids)
                        .getResultList()));
    }

    /** Records a new state before the cloud is asked for what goes with it, and keeps the lease. Empty, without a trace, when the lease is lost. */
    public Uni<Optional<Endpoint>> record(UUID token, String id, EndpointState next) {
        return Panache.withTransaction(() -> leased(token, id).chain(found -> found.map(
                        row -> transitions.move(row, next, Actors.SELF).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))));
    }

    /** The same, and gives the lease back. */
    public Uni<Optional<Endpoint>> settle(UUID token, String id, EndpointState next, Instant nextLook) {
        return Panache.withTransaction(() -> leased(token, id)
                .chain(found -> found.map(row -> settle(row, next, nextLook).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))));
    }

    private Uni<Endpoint> settle(EndpointEntity row, EndpointState next, Instant nextLook) {
        row.becomeDue(nextLook);
        return transitions.move(row, next, Actors.SELF);
    }

    private static Uni<Optional<EndpointEntity>> leased(UUID token, String id) {
        return Panache.getSession()
                .chain(session -> session.createQuery(LEASED + " and id = :id", EndpointEntity.class)
                        .setParameter("token", token)
                        .setParameter("id", id)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }
}
