package io.keyward.validation.alert.project;

import io.keyward.validation.Actors;
import io.keyward.validation.alert.configuration.ConfigurationStore;
import io.keyward.validation.alert.configuration.DefaultRules;
import io.keyward.validation.alert.rules.ProjectFacts.KeyAge;
import io.keyward.validation.keyuse.KeyUse;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Remembers since when a project's keys are its keys. A provider that was not enabled before brings the configurations that tell of its keys: once,
 * so that somebody who deletes them is not told again while it stays enabled.
 */
@ApplicationScoped
public class KeyAgeStore {
    private static final String OF_PROJECT = """
            select provider, key_use_id, key_id, cast(extract(epoch from since) * 1000 as bigint)
            from key_age where group_id = :groupId order by provider""";
    private static final String KEEP = """
            insert into key_age (group_id, provider, key_use_id, key_id, since)
            values (:groupId, :provider, :keyUseId, cast(:keyId as varchar), :since)
            on conflict (group_id, provider)
            do update set key_use_id = excluded.key_use_id, key_id = excluded.key_id, since = excluded.since
            returning provider""";
    private static final String FORGET =
            "delete from key_age where group_id = :groupId and provider = :provider returning provider";

    private final ConfigurationStore configurations;
    private final Clock clock;

    KeyAgeStore(ConfigurationStore configurations, Clock clock) {
        this.configurations = configurations;
        this.clock = clock;
    }

    /** Brings the ages to the keys that the project uses now. Takes part in the caller's transaction, under the project's lock. */
    public Uni<List<KeyAge>> bringTo(String groupId, List<KeyUse> uses) {
        return known(groupId).chain(known -> {
            var next = KeyAgeRules.next(known, uses, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            return next.equals(known)
                    ? Uni.createFrom().item(next)
                    : write(groupId, known, next).replaceWith(next);
        });
    }

    private static Uni<List<KeyAge>> known(String groupId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OF_PROJECT, Object[].class)
                        .setParameter("groupId", groupId)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new KeyAge(
                                (String) row[0],
                                (String) row[1],
                                (String) row[2],
                                Instant.ofEpochMilli(((Number) row[3]).longValue())))
                        .toList());
    }

    private Uni<Void> write(String groupId, List<KeyAge> known, List<KeyAge> next) {
        return oneByOne(KeyAgeRules.ended(known, next), provider -> forget(groupId, provider))
                .chain(() -> oneByOne(next, age -> keep(groupId, age)))
                .chain(() -> oneByOne(KeyAgeRules.enabled(known, next), provider -> begin(groupId, provider)));
    }

    private static Uni<?> keep(String groupId, KeyAge age) {
        return Panache.getSession().chain(session -> session.createNativeQuery(KEEP, String.class)
                .setParameter("groupId", groupId)
                .setParameter("provider", age.provider())
                .setParameter("keyUseId", age.keyUseId())
                .setParameter("keyId", age.keyId())
                .setParameter("since", age.since())
                .getResultList());
    }

    private static Uni<?> forget(String groupId, String provider) {
        return Panache.getSession().chain(session -> session.createNativeQuery(FORGET, String.class)
                .setParameter("groupId", groupId)
                .setParameter("provider", provider)
                .getResultList());
    }

    private Uni<?> begin(String groupId, String provider) {
        return oneByOne(DefaultRules.ofProvider(provider), wanted -> configurations
                .exists(groupId, wanted.type())
                .chain(exists -> exists
                        ? Uni.createFrom().voidItem()
                        : configurations.create(groupId, wanted, Actors.SELF).replaceWithVoid()));
    }

    private static <T> Uni<Void> oneByOne(Collection<T> items, Function<T, Uni<?>> action) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(action::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
