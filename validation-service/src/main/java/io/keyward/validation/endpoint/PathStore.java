package io.keyward.validation.endpoint;

import io.keyward.contracts.EndpointEvent;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.keyuse.KeyPaths;
import io.keyward.validation.keyuse.KeyUseStore;
import io.keyward.validation.keyuse.ProjectEffects;
import io.keyward.validation.keyuse.Reach;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps the way to each key what {@link PathRules} make of the project's endpoints and of what it requires. */
@ApplicationScoped
public class PathStore implements KeyPaths {
    private static final String WAS_PUBLIC = """
            insert into public_networking as p (group_id, provider, until) values (:groupId, :provider, :at)
            on conflict (group_id, provider) do update set until = greatest(p.until, excluded.until)
            returning 1""";
    private static final String PUBLIC_UNTIL = """
            select provider, cast(extract(epoch from until) * 1000 as bigint) from public_networking where group_id = :groupId""";

    private final EndpointStore endpoints;
    private final KeyUseStore keyUses;
    private final ProjectEffects effects;
    private final Clock clock;

    PathStore(EndpointStore endpoints, KeyUseStore keyUses, ProjectEffects effects, Clock clock) {
        this.endpoints = endpoints;
        this.keyUses = keyUses;
        this.effects = effects;
        this.clock = clock;
    }

    /** Takes in what became of an endpoint, and what it means for the keys and the clusters of its project. */
    Uni<Void> project(EndpointEvent event) {
        return EndpointState.of(event).map(told -> project(event, told)).orElseGet(() -> Uni.createFrom()
                .voidItem());
    }

    private Uni<Void> project(EndpointEvent event, EndpointState told) {
        var groupId = event.endpoint().groupId();
        return Panache.withTransaction(() -> keyUses.lockProject(groupId)
                .chain(() -> endpoints.take(event, told))
                .chain(() -> refresh(groupId))
                .chain(() -> effects.replan(groupId)));
    }

    /** The way that a key would be asked on. */
    public Uni<KeyPath> find(String groupId, Reach reach) {
        return Panache.withTransaction(() -> known(groupId).map(known -> known.pathOf(reach)));
    }

    @Override
    public Uni<Void> refresh(String groupId) {
        return known(groupId).chain(known -> keyUses.reroute(groupId, known::pathOf, clock.instant()));
    }

    @Override
    public Uni<Void> wasPublic(String groupId, String provider, Instant at) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WAS_PUBLIC, Integer.class)
                        .setParameter("groupId", groupId)
                        .setParameter("provider", provider)
                        .setParameter("at", at)
                        .getSingleResult())
                .replaceWithVoid();
    }

    private Uni<Known> known(String groupId) {
        return endpoints.ofProject(groupId).chain(all -> Panache.getSession()
                .chain(session -> publicUntil(session, groupId))
                .map(until -> new Known(all, until)));
    }

    private static Uni<Map<String, Instant>> publicUntil(Mutiny.Session session, String groupId) {
        return session.createNativeQuery(PUBLIC_UNTIL, Object[].class)
                .setParameter("groupId", groupId)
                .getResultList()
                .map(rows -> {
                    var until = new HashMap<String, Instant>();
                    rows.forEach(row -> until.put((String) row[0], Instant.ofEpochMilli((Long) row[1])));
                    return until;
                });
    }

    /** All that the way to a project's keys depends on. */
    private record Known(List<Endpoint> endpoints, Map<String, Instant> publicUntil) {
        KeyPath pathOf(Reach reach) {
            return PathRules.of(reach, endpoints, publicUntil.get(reach.provider()));
        }
    }
}
