package io.keyward.validation.cadence.claim;

import io.keyward.validation.cadence.CadenceConfig;
import io.keyward.validation.cadence.claim.Claimed.Unreadable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Sets key uses aside that were claimed and cannot be read, because another version wrote them, or somebody by hand: they are tried again an interval
 * later, and the others that were claimed with them go on. A check that is recorded ends it.
 */
@ApplicationScoped
class SetAsideStore {
    private static final Logger LOG = Logger.getLogger(SetAsideStore.class);
    private static final String SET_ASIDE = """
        update key_use k
        set set_aside_at = coalesce(k.set_aside_at, $3), next_due_at = $3::timestamptz + make_interval(secs => $4::float8),
            lease_token = null, lease_until = null
        where k.key_use_id = any ($1) and k.lease_token = $2\
        """;
    private static final String SOME = """
        select key_use_id, count(*) over () from key_use where set_aside_at is not null and retired_at is null
        order by key_use_id limit 10\
        """;

    private final Pool pool;
    private final double intervalSeconds;

    SetAsideStore(Pool pool, CadenceConfig config) {
        this.pool = pool;
        this.intervalSeconds = config.interval().toMillis() / 1000.0;
    }

    /**
     * Those that are set aside.
     *
     * @param keyUseIds of the first of them
     */
    record SetAside(List<String> keyUseIds, long total) {}

    /** Sets aside what {@code lease} holds and cannot be read. Never fails: what is not set aside comes back when its lease lapses. */
    Uni<Void> add(List<Unreadable> unreadable, UUID lease, Instant now) {
        if (unreadable.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        unreadable.forEach(row ->
                LOG.errorf(row.cause(), "keyUseId=%s cannot be read, and is not checked meanwhile", row.keyUseId()));
        var ids = unreadable.stream().map(Unreadable::keyUseId).toArray(String[]::new);
        return pool.preparedQuery(SET_ASIDE)
                .execute(Tuple.of(ids, lease, now.atOffset(ZoneOffset.UTC), intervalSeconds))
                .onFailure()
                .invoke(failure -> LOG.warnf("key uses were not set aside; their leases lapse: %s", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    Uni<SetAside> some() {
        return pool.preparedQuery(SOME).execute().map(rows -> {
            var ids = StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> row.getString(0))
                    .toList();
            return new SetAside(ids, ids.isEmpty() ? 0 : rows.iterator().next().getLong(1));
        });
    }
}
