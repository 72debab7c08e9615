package io.keyward.endpoint.registry;

import io.keyward.contracts.Actor;
import io.keyward.contracts.Topics;
import io.keyward.endpoint.Actors;
import io.keyward.endpoint.lifecycle.EndpointPlanner;
import io.keyward.endpoint.lifecycle.EndpointState;
import io.keyward.endpoint.lifecycle.EndpointState.Ready;
import io.keyward.endpoint.lifecycle.EndpointState.Replaced;
import io.keyward.endpoint.lifecycle.Wanted;
import io.keyward.endpoint.region.Place;
import io.keyward.endpoint.region.RegionStore;
import io.keyward.messaging.Outbox;
import io.keyward.messaging.Revisions;
import io.keyward.messaging.epoch.Restated;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;

/**
 * Takes rows from one state to the next in the caller's transaction, with the events that tell of it, and with what follows for others of the lineage:
 * whoever stands lets all others go, and whoever is replaced has its successor from then on. What is answered is as it is stored, its version included.
 */
@ApplicationScoped
class Transitions {
    private final Outbox outbox;
    private final Revisions revisions;
    private final RegionStore regions;
    private final LineageStore lineages;
    private final Clock clock;

    Transitions(Outbox outbox, Revisions revisions, RegionStore regions, LineageStore lineages, Clock clock) {
        this.outbox = outbox;
        this.revisions = revisions;
        this.regions = regions;
        this.lineages = lineages;
        this.clock = clock;
    }

    /** Whether others of its lineage may change along: that takes the {@linkplain LineageStore gate}, before the row is locked. */
    static boolean touchesKin(EndpointState before, EndpointState after) {
        return after instanceof Replaced || (after instanceof Ready && !(before instanceof Ready));
    }

    /** Records a row that is new, and has its region looked at. */
    Uni<Endpoint> begin(EndpointEntity row, Actor actor) {
        return regions.watch(new Place(row.provider, row.region), row.createdAt)
                .chain(() -> lineages.add(row))
                .chain(() -> announced(row, actor));
    }

    /** Brings {@code row}, which is locked, to {@code next}; announces it if that is news. Goes through the gate first where it {@link #touchesKin}. */
    Uni<Endpoint> move(EndpointEntity row, EndpointState next, Actor actor) {
        if (!touchesKin(row.state(), next)) {
            return enter(row, next, actor);
        }
        return next instanceof Replaced replaced
                ? enter(row, next, actor).call(() -> begin(successor(row, replaced), actor))
                : lineages.lock(row.lineageId)
                        .chain(rows -> letGo(others(rows, row), Actors.SELF))
                        .chain(() -> enter(row, next, actor));
    }

    /** Tells of {@code row}, which is locked, as it is: somebody asked for what nobody had asked for. */
    Uni<Endpoint> restate(EndpointEntity row, Actor actor) {
        return announced(row, actor);
    }

    /** Lets {@code rows} go, which are locked, each that is not on its way out already. */
    Uni<Void> letGo(List<EndpointEntity> rows, Actor actor) {
        return Multi.createFrom()
                .iterable(rows)
                .filter(row -> row.wanted == Wanted.PRESENT)
                .onItem()
                .transformToUniAndConcatenate(row -> letGo(row, actor))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Endpoint> letGo(EndpointEntity row, Actor actor) {
        var now = clock.instant();
        row.wanted = Wanted.ABSENT;
        row.becomeDue(now);
        return enter(row, EndpointPlanner.letGo(row.state(), now), actor);
    }

    private EndpointEntity successor(EndpointEntity lost, Replaced replaced) {
        return EndpointEntity.successorOf(lost, replaced.successor(), clock.instant());
    }

    private static List<EndpointEntity> others(List<EndpointEntity> rows, EndpointEntity row) {
        return rows.stream().filter(one -> !one.id.equals(row.id)).toList();
    }

    private Uni<Endpoint> enter(EndpointEntity row, EndpointState next, Actor actor) {
        boolean isNews = EndpointEvents.isNews(row.state(), next);
        row.enter(next, clock.instant());
        return isNews ? announced(row, actor) : stored(row);
    }

    private Uni<Endpoint> announced(EndpointEntity row, Actor actor) {
        row.revision = revisions.next(row.revision);
        return stored(row)
                .call(endpoint -> outbox.append(Topics.ENDPOINTS, EndpointEvents.of(endpoint, actor, clock.instant())));
    }

    private Uni<Endpoint> stored(EndpointEntity row) {
        return lineages.write().replaceWith(row::toRecord);
    }

    /** Endpoints, to be told of again; those that are gone, too. */
    @ApplicationScoped
    static class RestateStore implements Restated {
        private static final String OLDER =
                "select e.id from EndpointEntity e where e.revision < ?1 and e.id > ?2 order by e.id";

        private final Transitions transitions;

        RestateStore(Transitions transitions) {
            this.transitions = transitions;
        }

        @Override
        public String topic() {
            return Topics.ENDPOINTS;
        }

        @Override
        public List<Rows> rows() {
            return List.of(new Rows("endpoint", "endpoint_id"));
        }

        @Override
        public Uni<List<String>> older(long floor, String after, int limit) {
            return Panache.withSession(
                    () -> Panache.getSession().chain(session -> session.createQuery(OLDER, String.class)
                            .setParameter(1, floor)
                            .setParameter(2, after)
                            .setMaxResults(limit)
                            .getResultList()));
        }

        @Override
        public Uni<Boolean> restate(String id, long floor, boolean outdated) {
            return Panache.withTransaction(() -> Panache.getSession()
                    .chain(session -> session.find(EndpointEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                    .chain(row -> row.revision >= floor
                            ? Uni.createFrom().voidItem()
                            : transitions.restate(row, Actors.SELF).replaceWithVoid())
                    .replaceWith(true));
        }
    }
}
