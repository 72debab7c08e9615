package io.keyward.endpoint.registry;

import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.Actor;
import io.keyward.endpoint.lifecycle.Wanted;
import io.keyward.endpoint.region.LooksDue;
import io.keyward.endpoint.registry.column.EndpointStateCodec;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What projects ask for. Every change is one transaction with its events, and wakes whoever carries it out; none calls a cloud. Endpoints that are gone
 * are as if they had never been. Whoever adds or lets go comes through the {@linkplain LineageStore gate}, and so sees all that came before.
 */
@ApplicationScoped
public class EndpointStore {
    private static final String LIVE = "from EndpointEntity where groupId = :groupId and provider = :provider"
            + " and state <> '" + EndpointStateCodec.DELETED + "'";

    private final LineageStore lineages;
    private final Transitions transitions;
    private final Event<LooksDue> looksDue;
    private final Clock clock;

    EndpointStore(LineageStore lineages, Transitions transitions, Event<LooksDue> looksDue, Clock clock) {
        this.lineages = lineages;
        this.transitions = transitions;
        this.looksDue = looksDue;
        this.clock = clock;
    }

    /** What became of the wish for an endpoint. */
    public sealed interface Creation {

        /** It is recorded, and will be made. */
        record Created(Endpoint endpoint) implements Creation {}

        /** The region has a replacement that nobody had asked for: from now on it is the one that was asked for. */
        record Adopted(Endpoint endpoint) implements Creation {}

        /** The project was closed to new endpoints after it was admitted: nothing is recorded. A fresh admission may change that. */
        record Closed() implements Creation {}

        /** The project has one in this region, which may be on its way out: nothing is recorded. */
        record AlreadyExists(Endpoint endpoint) implements Creation {}
    }

    /** What became of the wish to be rid of an endpoint. */
    public sealed interface Deletion {

        /** It is on its way out, since now or since before. */
        record Requested(Endpoint endpoint) implements Deletion {}

        /** The project has no such endpoint, or has it no more. */
        record Unknown() implements Deletion {}
    }

    /**
     * Records the wish for an endpoint, unless the project was closed after its admission or has one in the region. A replacement that nobody asked for
     * yet is what was wished for.
     *
     * @param stamp of the admission
     */
    public Uni<Creation> create(NewEndpoint wish, long stamp, Actor actor) {
        return Panache.withTransaction(() -> lineages.enter(wish.groupId(), wish.provider())
                        .chain(closed -> stamp < closed
                                ? Uni.createFrom().<Creation>item(new Creation.Closed())
                                : settle(wish, actor)))
                .invoke(() -> looksDue.fire(new LooksDue()));
    }

    public Uni<Optional<Endpoint>> find(String groupId, String provider, String id) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createQuery(LIVE + " and id = :id", EndpointEntity.class)
                        .setParameter("groupId", groupId)
                        .setParameter("provider", provider)
                        .setParameter("id", id)
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(EndpointEntity::toRecord)));
    }

    /** All endpoints of a project, oldest first. */
    public Uni<List<Endpoint>> ofProject(String groupId, String provider) {
        return Panache.withSession(() -> live(groupId, provider));
    }

    /**
     * Records that an endpoint is to go, whatever is under way with it, and with it all that replaced it or that it replaced: from then on they show as on
     * their way out. Of one that was on its way out before, only those go along that nobody asked for.
     */
    public Uni<Deletion> requestDeletion(String groupId, String provider, String id, Actor actor) {
        return Panache.withTransaction(() -> lineageOf(groupId, provider, id)
                        .chain(lineage -> lineage.map(known -> lineages.enter(groupId, provider)
                                        .chain(() -> lineages.lock(known))
                                        .chain(rows -> letGo(rows, id, actor)))
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
                () -> lineages.close(groupId, provider, stamp).chain(() -> live(groupId, provider)));
    }

    private Uni<Creation> settle(NewEndpoint wish, Actor actor) {
        return there(wish).chain(there -> switch (Vacancy.of(there)) {
            case Vacancy.Free() ->
                transitions
                        .begin(EndpointEntity.first(wish, ObjectIds.next(), clock.instant()), actor)
                        .map(Creation.Created::new);
            case Vacancy.Unclaimed(var replacement) -> adopt(replacement, actor);
            case Vacancy.Taken(var taker) -> Uni.createFrom().item(new Creation.AlreadyExists(taker.toRecord()));
        });
    }

    /** Locked, because one of them may be adopted. */
    private static Uni<List<EndpointEntity>> there(NewEndpoint wish) {
        return Panache.getSession()
                .chain(session -> session.createQuery(LIVE + " and region = :region order by id", EndpointEntity.class)
                        .setParameter("groupId", wish.groupId())
                        .setParameter("provider", wish.provider())
                        .setParameter("region", wish.region())
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList());
    }

    private Uni<Creation> adopt(EndpointEntity replacement, Actor actor) {
        replacement.adopted = true;
        return transitions.restate(replacement, actor).map(Creation.Adopted::new);
    }

    private Uni<Deletion> letGo(List<EndpointEntity> lineage, String id, Actor actor) {
        return lineage.stream()
                .filter(row -> row.id.equals(id))
                .findFirst()
                .map(row -> transitions
                        .letGo(thoseWith(row, lineage), actor)
                        .<Deletion>map(gone -> new Deletion.Requested(row.toRecord())))
                .orElseGet(() -> Uni.createFrom().item(new Deletion.Unknown()));
    }

    private static List<EndpointEntity> thoseWith(EndpointEntity row, List<EndpointEntity> lineage) {
        return row.wanted == Wanted.PRESENT
                ? lineage
                : lineage.stream().filter(one -> !one.adopted).toList();
    }

    private static Uni<Optional<String>> lineageOf(String groupId, String provider, String id) {
        return Panache.getSession()
                .chain(session -> session.createQuery("select lineageId " + LIVE + " and id = :id", String.class)
                        .setParameter("groupId", groupId)
                        .setParameter("provider", provider)
                        .setParameter("id", id)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    private static Uni<List<Endpoint>> live(String groupId, String provider) {
        return Panache.getSession()
                .chain(session -> session.createQuery(LIVE + " order by createdAt, id", EndpointEntity.class)
                        .setParameter("groupId", groupId)
                        .setParameter("provider", provider)
                        .getResultList())
                .map(rows -> rows.stream().map(EndpointEntity::toRecord).toList());
    }
}
