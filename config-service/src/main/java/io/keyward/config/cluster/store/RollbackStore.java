package io.keyward.config.cluster.store;

import io.keyward.config.cluster.enforcement.EnforcementStore;
import io.keyward.config.cluster.enforcement.Seen;
import io.keyward.config.cluster.key.AdmittedKeysStore;
import io.keyward.config.cluster.plan.ClusterConfig;
import io.keyward.config.cluster.plan.RollbackRules;
import io.keyward.config.cluster.plan.RollbackRules.Waiting;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Hands out plans whose nodes the customer's KMS did not let in for too long, under a lease, and undoes them. What is due is a question to the
 * injected clock; how long a lease lasts is one to the database's, because replicas have to agree on it.
 */
@ApplicationScoped
public class RollbackStore {
    private static final String CLAIM = """
            with due as materialized (
                select c.id from cluster c join cluster_enforcement e on e.cluster_id = c.id
                where c.phase = 'PRESENT' and c.plan in ('NEW', 'CHANGE') and e.phase in ('STARTING', 'RUNNING')
                  and (c.plan = 'CHANGE' or not e.seen_running)
                  and greatest(c.asked_at, e.refused_since, e.since) <= :before and e.refused_since is not null
                  and (c.lease_until is null or c.lease_until < clock_timestamp())
                order by c.asked_at limit :limit
                for update of c skip locked)
            update cluster c
            set lease_token = cast(:token as uuid),
                lease_until = clock_timestamp() + make_interval(secs => :lease * (1 + random() / 10))
            from due where c.id = due.id
            returning c.id""";
    private static final String LEASED = """
            select group_id from cluster
            where id = :id and lease_token = cast(:token as uuid) and lease_until > clock_timestamp()""";

    private final AdmittedKeysStore keys;
    private final UndoneClustersStore undone;
    private final EnforcementStore enforcement;
    private final ClusterColumns columns;
    private final ClusterConfig config;

    RollbackStore(
            AdmittedKeysStore keys,
            UndoneClustersStore undone,
            EnforcementStore enforcement,
            ClusterColumns columns,
            ClusterConfig config) {
        this.keys = keys;
        this.undone = undone;
        this.enforcement = enforcement;
        this.columns = columns;
        this.config = config;
    }

    /** Takes up to {@code limit} clusters whose plan is to be undone, under {@code token}. */
    public Uni<List<String>> claimDue(UUID token, Instant now, int limit) {
        return Panache.withTransaction(
                () -> Panache.getSession().chain(session -> session.createNativeQuery(CLAIM, String.class)
                        .setParameter("before", now.minus(config.rollbackAfter()))
                        .setParameter("limit", limit)
                        .setParameter("token", token.toString())
                        .setParameter("lease", seconds(config.rollbackLease()))
                        .getResultList()));
    }

    /** Undoes the plan of a cluster that was claimed, unless the lease is over or the plan does not wait any more. */
    public Uni<Void> undo(String clusterId, UUID token, Instant now) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(LEASED, String.class)
                        .setParameter("id", clusterId)
                        .setParameter("token", token.toString())
                        .getResultList())
                .chain(groups -> groups.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : keys.lock(groups.getFirst()).chain(() -> undo(clusterId, now))));
    }

    private Uni<Void> undo(String clusterId, Instant now) {
        return ClusterEntity.<ClusterEntity>findById(clusterId).chain(row -> enforcement
                .seen(List.of(clusterId))
                .map(seen -> waiting(row, seen))
                .chain(waiting -> waiting.filter(found -> found.isOver(now))
                        .map(found -> undone.undo(row, found.since(), now))
                        .orElse(Uni.createFrom().voidItem())));
    }

    private Optional<Waiting> waiting(ClusterEntity row, Map<String, Seen> found) {
        Seen seen = found.get(row.id);
        return seen == null || !row.phase.equals(ClusterEntity.PRESENT)
                ? Optional.empty()
                : RollbackRules.waiting(
                        columns.plan(row),
                        seen.refusedHere(),
                        seen.mayRun(),
                        seen.seenRunning(),
                        config.rollbackAfter());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
