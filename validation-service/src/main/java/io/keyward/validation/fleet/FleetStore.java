package io.keyward.validation.fleet;

import io.keyward.validation.fleet.Fleet.Standing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts keys and clusters, in one statement. */
@ApplicationScoped
class FleetStore {
    private static final String COUNT = """
            select 'key' as kind, provider as whose, verdict as state, count(*) as many, min(unverified_since) as since,
                   count(unverified_since) as unverified
            from key_use where retired_at is null group by provider, verdict
            union all
            select 'cluster', '', phase, count(*), null, 0 from cluster where phase <> 'REMOVED' group by phase
            union all
            select 'frozen', '', '', count(*), null, 0 from enforcement_freeze where frozen""";

    private final Pool pool;

    FleetStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Fleet> count() {
        return pool.preparedQuery(COUNT).execute().map(FleetStore::fleet);
    }

    private static Fleet fleet(RowSet<Row> rows) {
        Map<Standing, Long> keyUses = new HashMap<>();
        Map<String, Long> clusters = new HashMap<>();
        @Nullable OffsetDateTime since = null;
        long unverified = 0;
        boolean frozen = false;
        for (Row row : rows) {
            long many = row.getLong("many");
            switch (row.getString("kind")) {
                case "key" -> {
                    keyUses.put(new Standing(row.getString("whose"), row.getString("state")), many);
                    unverified += row.getLong("unverified");
                    since = earlier(since, row.getOffsetDateTime("since"));
                }
                case "cluster" -> clusters.put(row.getString("state"), many);
                default -> frozen = many > 0;
            }
        }
        return new Fleet(keyUses, clusters, unverified, since == null ? null : since.toInstant(), frozen);
    }

    private static @Nullable OffsetDateTime earlier(@Nullable OffsetDateTime one, @Nullable OffsetDateTime other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
