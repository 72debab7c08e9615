package io.keyward.validation.cadence;

import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.keyuse.KeyUseStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Hands out checks under a lease. What is due is a question to the injected clock; how long a lease lasts is a question to the database's, because
 * replicas have to agree on it. Leases differ a little in length, so that the work of a dead replica does not come back all at once.
 */
@ApplicationScoped
public class DueCheckStore {
    private static final String CLAIM_DUE = """
            with due as materialized (
                select key_use_id from key_use
                where retired_at is null and next_due_at <= :now and (lease_until is null or lease_until < clock_timestamp())
                order by next_due_at limit :limit
                for update skip locked)
            update key_use k
            set lease_token = cast(:token as uuid),
                lease_until = clock_timestamp() + make_interval(secs => :lease * (1 + random() / 10))
            from due where k.key_use_id = due.key_use_id
            returning k.key_use_id""";
    private static final String CLAIM_ONE = """
            update key_use
            set lease_token = cast(:token as uuid),
                lease_until = clock_timestamp() + make_interval(secs => :lease * (1 + random() / 10))
            where key_use_id = :id and retired_at is null
              and (:takeOver or lease_until is null or lease_until < clock_timestamp())
            returning key_use_id""";

    private final KeyUseStore keyUses;
    private final double leaseSeconds;

    DueCheckStore(KeyUseStore keyUses, CadenceConfig config) {
        this.keyUses = keyUses;
        this.leaseSeconds = seconds(config.lease());
    }

    /** Takes up to {@code limit} key uses that are due and that nobody checks, under {@code token}. */
    Uni<List<KeyUse>> claimDue(UUID token, Instant now, int limit) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(CLAIM_DUE, String.class)
                        .setParameter("token", token.toString())
                        .setParameter("now", now)
                        .setParameter("limit", limit)
                        .setParameter("lease", leaseSeconds)
                        .getResultList())
                .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of()) : keyUses.leasedUnder(token)));
    }

    /**
     * Takes one key use, due or not.
     *
     * @param takeOver take it from whoever checks it now, whose result is dropped then
     * @return empty while somebody else checks it, and when it has ended
     */
    Uni<Optional<KeyUse>> claim(String keyUseId, UUID token, boolean takeOver) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(CLAIM_ONE, String.class)
                        .setParameter("token", token.toString())
                        .setParameter("id", keyUseId)
                        .setParameter("takeOver", takeOver)
                        .setParameter("lease", leaseSeconds)
                        .getResultList())
                .chain(() -> keyUses.leasedUnder(token))
                .map(claimed -> claimed.stream().findFirst()));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
