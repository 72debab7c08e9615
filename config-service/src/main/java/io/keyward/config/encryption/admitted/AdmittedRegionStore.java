package io.keyward.config.encryption.admitted;

import io.keyward.atlas.region.AwsRegion;
import io.keyward.config.endpoint.EndpointProjectionStore;
import io.keyward.config.endpoint.PrivateEndpoint;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Remembers where endpoints were admitted until they are heard of. Writes are in the caller's open transaction, which holds the project's lock. */
@ApplicationScoped
public class AdmittedRegionStore {
    private static final String REMEMBER = """
            insert into endpoint_admission (group_id, region, admitted_at) values (:group, :region, :at)
            on conflict (group_id, region) do update set admitted_at = excluded.admitted_at
            returning region""";
    private static final String FORGET =
            "delete from endpoint_admission where group_id = :group and region = :region returning region";
    private static final String EXPIRE =
            "delete from endpoint_admission where group_id = :group and admitted_at <= :before returning region";
    private static final String WAITING = "select region from endpoint_admission where group_id = :group";
    private static final String OVERDUE = """
            select group_id from endpoint_admission where admitted_at <= :before
            group by group_id order by min(admitted_at) limit :limit""";

    private final EndpointProjectionStore endpoints;
    private final Clock clock;

    AdmittedRegionStore(EndpointProjectionStore endpoints, Clock clock) {
        this.endpoints = endpoints;
        this.clock = clock;
    }

    /** An endpoint is admitted to that region. */
    public Uni<Void> remember(String groupId, AwsRegion region) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REMEMBER, String.class)
                        .setParameter("group", groupId)
                        .setParameter("region", region.name())
                        .setParameter("at", clock.instant())
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** What was admitted to that region is there. */
    public Uni<Void> forget(String groupId, AwsRegion region) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET, String.class)
                        .setParameter("group", groupId)
                        .setParameter("region", region.name())
                        .getResultList())
                .replaceWithVoid();
    }

    /** Of these endpoints, which are there, those that were not heard of yet keep their regions as if they were admitted now. */
    Uni<Void> keep(String groupId, Collection<PrivateEndpoint> there) {
        return endpoints
                .endpoints(groupId)
                .map(heard -> heard.stream().map(PrivateEndpoint::id).collect(Collectors.toUnmodifiableSet()))
                .map(heard -> PrivateEndpoint.regions(there, endpoint -> !heard.contains(endpoint.id())))
                .onItem()
                .transformToMulti(regions -> Multi.createFrom().iterable(regions))
                .onItem()
                .transformToUniAndConcatenate(region -> remember(groupId, region))
                .collect()
                .last();
    }

    /** Forgets what was admitted by then; answers whether there was anything. */
    public Uni<Boolean> expire(String groupId, Instant before) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(EXPIRE, String.class)
                        .setParameter("group", groupId)
                        .setParameter("before", before)
                        .getResultList())
                .map(regions -> !regions.isEmpty());
    }

    /** The regions in which the project has an endpoint, whatever its state, or may have one any moment. Joins the caller's open session, if there is one. */
    public Uni<Set<AwsRegion>> regions(String groupId) {
        return Panache.withSession(() -> waiting(groupId)
                .chain(waiting -> endpoints.regions(groupId).map(there -> Stream.concat(waiting, there.stream())
                        .collect(Collectors.toUnmodifiableSet()))));
    }

    private static Uni<Stream<AwsRegion>> waiting(String groupId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WAITING, String.class)
                        .setParameter("group", groupId)
                        .getResultList())
                .map(regions -> regions.stream().flatMap(region -> AwsRegion.find(region).stream()));
    }

    /** Up to {@code limit} projects in which an endpoint was admitted by then, and not heard of since, longest first. */
    Uni<List<String>> overdue(Instant before, int limit) {
        return Panache.withSession(
                () -> Panache.getSession().chain(session -> session.createNativeQuery(OVERDUE, String.class)
                        .setParameter("before", before)
                        .setParameter("limit", limit)
                        .getResultList()));
    }
}
