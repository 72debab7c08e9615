package io.keyward.config.encryption.admitted;

import io.keyward.atlas.region.Cloud;
import io.keyward.atlas.region.CloudRegion;
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
            insert into endpoint_admission (group_id, provider, region, admitted_at) values (:group, :provider, :region, :at)
            on conflict (group_id, provider, region) do update set admitted_at = excluded.admitted_at
            returning region""";
    private static final String FORGET =
            "delete from endpoint_admission where group_id = :group and provider = :provider and region = :region"
                    + " returning region";
    private static final String EXPIRE =
            "delete from endpoint_admission where group_id = :group and provider = :provider and admitted_at <= :before"
                    + " returning region";
    private static final String WAITING = "select provider, region from endpoint_admission where group_id = :group";
    private static final String OVERDUE = """
            select group_id, provider from endpoint_admission where admitted_at <= :before
            group by group_id, provider order by min(admitted_at) limit :limit""";

    private final EndpointProjectionStore endpoints;
    private final Clock clock;

    AdmittedRegionStore(EndpointProjectionStore endpoints, Clock clock) {
        this.endpoints = endpoints;
        this.clock = clock;
    }

    /** An endpoint is admitted to that region. */
    public Uni<Void> remember(String groupId, CloudRegion region) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REMEMBER, String.class)
                        .setParameter("group", groupId)
                        .setParameter("provider", region.cloud().name())
                        .setParameter("region", region.name())
                        .setParameter("at", clock.instant())
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** What was admitted to that region is there. */
    public Uni<Void> forget(String groupId, CloudRegion region) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET, String.class)
                        .setParameter("group", groupId)
                        .setParameter("provider", region.cloud().name())
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
    public Uni<Boolean> expire(Overdue overdue, Instant before) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(EXPIRE, String.class)
                        .setParameter("group", overdue.groupId())
                        .setParameter("provider", overdue.provider().name())
                        .setParameter("before", before)
                        .getResultList())
                .map(regions -> !regions.isEmpty());
    }

    /** The regions in which the project has an endpoint, whatever its state, or may have one any moment. Joins the caller's open session, if there is one. */
    public Uni<Set<CloudRegion>> regions(String groupId) {
        return Panache.withSession(() -> waiting(groupId)
                .chain(waiting -> endpoints.regions(groupId).map(there -> Stream.concat(waiting, there.stream())
                        .collect(Collectors.toUnmodifiableSet()))));
    }

    private static Uni<Stream<CloudRegion>> waiting(String groupId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WAITING, Object[].class)
                        .setParameter("group", groupId)
                        .getResultList())
                .map(rows -> rows.stream().flatMap(row -> region((String) row[0], (String) row[1])));
    }

    private static Stream<CloudRegion> region(String provider, String name) {
        return Cloud.find(provider).flatMap(cloud -> cloud.region(name)).stream()
                .map(CloudRegion.class::cast);
    }

    /** A project in which an endpoint in that cloud was admitted and not heard of for too long. */
    public record Overdue(String groupId, Cloud provider) {}

    /** Up to {@code limit} of those in which one was admitted by then, longest first. */
    Uni<List<Overdue>> overdue(Instant before, int limit) {
        return Panache.withSession(
                () -> Panache.getSession().chain(session -> session.createNativeQuery(OVERDUE, Object[].class)
                        .setParameter("before", before)
                        .setParameter("limit", limit)
                        .getResultList()
                        .map(rows -> rows.stream()
                                .map(row -> new Overdue((String) row[0], Cloud.valueOf((String) row[1])))
                                .toList())));
    }
}
