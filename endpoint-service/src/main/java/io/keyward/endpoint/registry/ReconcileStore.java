package io.keyward.endpoint.registry;

import io.keyward.endpoint.Actors;
import io.keyward.endpoint.lifecycle.EndpointState;
import io.keyward.endpoint.lifecycle.EndpointState.Replaced;
import io.keyward.endpoint.lifecycle.Kin;
import io.keyward.endpoint.region.Place;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what looks at regions concern, and records what they led to, as long as nobody changed the record since it was read: whoever asks for a deletion
 * does, and so does the next replica once a lease has lapsed.
 */
@ApplicationScoped
public class ReconcileStore {
    private static final Duration DAY = Duration.ofDays(1);

    /** With how often its lineage was replaced within a day, and how many that came after it are on their way out. */
    private static final String HERE = """
            select e,
                (select count(*) from EndpointEntity r
                    where r.lineageId = e.lineageId and r.predecessorId is not null and r.createdAt > :dayAgo),
                (select count(*) from EndpointEntity s
                    where s.lineageId = e.lineageId and s.createdAt > e.createdAt
                      and s.wanted = ABSENT and s.state <> 'DELETED')
            from EndpointEntity e
            where e.provider = :provider and e.region = :region and e.state <> 'DELETED'""";

    /** What was waited for longest comes first, so that a bounded number of commands gets round to everything. */
    private static final String IN_TURN = " order by e.nextLookAt nulls last, e.createdAt, e.id";

    /** Never waits for a row that somebody else is about to change: what they change it to counts. */
    private static final String REST = """
            with rested as materialized (
                select * from jsonb_to_recordset(cast(cast(:rests as text) as jsonb))
                    as r(id text, version integer, due timestamptz)),
            held as materialized (
                select e.endpoint_id, r.due from endpoint e join rested r on e.endpoint_id = r.id and e.version = r.version
                where e.next_look_at is distinct from r.due
                for update of e skip locked),
            written as (
                update endpoint e set next_look_at = h.due from held h where e.endpoint_id = h.endpoint_id)
            select r.id from rested r
            where not exists (select 1 from held h where h.endpoint_id = r.id)
              and not exists (select 1 from endpoint e where e.endpoint_id = r.id and e.version = r.version
                  and e.next_look_at is not distinct from r.due)""";

    private final LineageStore lineages;
    private final Transitions transitions;

    ReconcileStore(LineageStore lineages, Transitions transitions) {
        this.lineages = lineages;
        this.transitions = transitions;
    }

    /** An endpoint as it was read, with what is known of its lineage. */
    public record Candidate(Endpoint endpoint, Kin kin) {}

    /**
     * An endpoint about which nothing is to change.
     *
     * @param nextLook null for not until its region shows something new
     */
    public record Rest(Endpoint endpoint, @Nullable Instant nextLook) {

        JsonObject toJson() {
            return new JsonObject()
                    .put("id", endpoint.id())
                    .put("version", endpoint.version())
                    .put("due", nextLook);
        }
    }

    /** All that are there at {@code now}: one statement. */
    public Uni<List<Candidate>> all(Place place, Instant now) {
        return Panache.withSession(
                () -> Panache.getSession().chain(session -> session.createQuery(HERE + IN_TURN, Object[].class)
                        .setParameter("provider", place.provider())
                        .setParameter("region", place.region())
                        .setParameter("dayAgo", now.minus(DAY))
                        .getResultList()
                        .map(ReconcileStore::candidates)));
    }

    /** Those of them that are due at {@code now}, or will be {@code soon}, so that the looks of a region stay together. */
    public Uni<List<Candidate>> due(Place place, Instant now, Duration soon) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createQuery(HERE + " and e.nextLookAt <= :until" + IN_TURN, Object[].class)
                        .setParameter("provider", place.provider())
                        .setParameter("region", place.region())
                        .setParameter("dayAgo", now.minus(DAY))
                        .setParameter("until", now.plus(soon))
                        .getResultList()
                        .map(ReconcileStore::candidates)));
    }

    private static List<Candidate> candidates(List<Object[]> rows) {
        return rows.stream().map(ReconcileStore::candidate).toList();
    }

    private static Candidate candidate(Object[] row) {
        var entity = (EndpointEntity) row[0];
        var replacements = ((Number) row[1]).intValue();
        var leaving = ((Number) row[2]).longValue() > 0;
        return new Candidate(entity.toRecord(), new Kin(entity.isNeeded(), replacements, leaving));
    }

    /**
     * Records when to look at endpoints again about which nothing changes: one statement, however many there are.
     *
     * @return ids of those that somebody changed meanwhile or is changing, which are left as they are
     */
    public Uni<List<String>> rest(List<Rest> rests) {
        var json = new JsonArray(rests.stream().map(Rest::toJson).toList()).encode();
        return Panache.withTransaction(
                () -> Panache.getSession().chain(session -> session.createNativeQuery(REST, String.class)
                        .setParameter("rests", json)
                        .getResultList()));
    }

    /**
     * Records a new state before anybody is asked for what goes with it. Whoever dies before the answer is recorded leaves it due at {@code now}.
     *
     * @return empty, without a trace, when it was changed since it was seen
     */
    public Uni<Optional<Endpoint>> record(Endpoint seen, EndpointState next, Instant now) {
        return settle(seen, next, now);
    }

    /**
     * Records a new state.
     *
     * @param nextLook null for not until its region shows something new
     * @return empty, without a trace, when it was changed since it was seen
     */
    public Uni<Optional<Endpoint>> settle(Endpoint seen, EndpointState next, @Nullable Instant nextLook) {
        return Panache.withTransaction(() -> Transitions.touchesKin(seen.state(), next)
                ? lineages.enter(seen.groupId(), seen.provider()).chain(() -> move(seen, next, nextLook))
                : move(seen, next, nextLook));
    }

    /**
     * Records that an endpoint is replaced, and the one that replaces it.
     *
     * @param stamp of the admission of the other one
     * @return empty, without a trace, when it was changed since it was seen, or the project was closed after that admission
     */
    public Uni<Optional<Endpoint>> replace(Endpoint seen, Replaced next, long stamp, @Nullable Instant nextLook) {
        return Panache.withTransaction(() -> lineages.enter(seen.groupId(), seen.provider())
                .chain(closed -> stamp < closed ? nothing() : move(seen, next, nextLook)));
    }

    private Uni<Optional<Endpoint>> move(Endpoint seen, EndpointState next, @Nullable Instant nextLook) {
        return unchanged(seen).chain(found -> found.map(row -> {
                    row.nextLookAt = nextLook;
                    return transitions.move(row, next, Actors.SELF).map(Optional::of);
                })
                .orElseGet(ReconcileStore::nothing));
    }

    private static Uni<Optional<EndpointEntity>> unchanged(Endpoint seen) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from EndpointEntity where id = :id and version = :version", EndpointEntity.class)
                        .setParameter("id", seen.id())
                        .setParameter("version", seen.version())
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    private static Uni<Optional<Endpoint>> nothing() {
        return Uni.createFrom().item(Optional.empty());
    }
}
