package io.keyward.config.backup.snapshot.store;

import io.keyward.config.project.ProjectStore;
import io.keyward.contracts.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Hands out expired snapshots under a lease, so that replicas share them, and deletes them. What has expired is a question to the injected
 * clock; how long a lease lasts is one to the database's. A snapshot that is being restored waits for the end of that.
 */
@ApplicationScoped
public class ExpiryStore {
    private static final Actor SELF = Actor.system("config-service");
    private static final String CLAIM = """
            with due as materialized (
                select s.id from snapshot s
                where s.expires_at <= :now and (s.lease_until is null or s.lease_until < clock_timestamp())
                  and not exists (select 1 from restore_job j where j.snapshot_id = s.id and j.finished_at is null)
                  and not exists (select 1 from project p where p.id = s.group_id and p.deleted_at is not null)
                order by s.expires_at limit :limit
                for update skip locked)
            update snapshot s
            set lease_token = cast(:token as uuid), lease_until = clock_timestamp() + make_interval(secs => :lease)
            from due where s.id = due.id
            returning s.id, s.group_id""";
    private static final String STILL_MINE =
            "select id from snapshot where id = :id and lease_token = cast(:token as uuid)";

    private final ProjectStore projects;
    private final SnapshotProgressStore progress;

    ExpiryStore(ProjectStore projects, SnapshotProgressStore progress) {
        this.projects = projects;
        this.progress = progress;
    }

    /** A snapshot that has expired, and the lease under which it is deleted. */
    public record Expired(String id, String groupId, UUID token) {}

    /** Takes snapshots that had expired at {@code now}, unless somebody has them already. */
    public Uni<List<Expired>> claim(UUID token, Instant now, int limit, Duration lease) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(CLAIM, Object[].class)
                        .setParameter("token", token.toString())
                        .setParameter("now", now)
                        .setParameter("limit", limit)
                        .setParameter("lease", lease.toMillis() / 1000.0)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Expired((String) row[0], (String) row[1], token))
                        .toList()));
    }

    /** Deletes it, if the lease still holds and nobody has begun to restore it. */
    public Uni<Void> delete(Expired expired) {
        return Panache.withTransaction(() -> projects.lock(expired.groupId())
                .chain(() -> isMine(expired))
                .chain(mine -> mine
                        ? SnapshotEntity.<SnapshotEntity>findById(expired.id())
                                .chain(row -> progress.remove(List.of(row), SELF))
                        : Uni.createFrom().voidItem()));
    }

    private Uni<Boolean> isMine(Expired expired) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(STILL_MINE, String.class)
                        .setParameter("id", expired.id())
                        .setParameter("token", expired.token().toString())
                        .getResultList())
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(false)
                        : progress.readers(expired.id()).map(List::isEmpty));
    }
}
