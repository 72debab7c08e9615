package io.keyward.config.backup.snapshot.store;

import io.keyward.config.backup.key.BackupKey;
import io.keyward.config.backup.snapshot.spec.Snapshot;
import io.keyward.config.encryption.situation.SnapshotUse;
import io.keyward.config.encryption.store.SnapshotUsers;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which project keys snapshots need to be read, in the caller's open session. */
@ApplicationScoped
class SnapshotKeyStore implements SnapshotUsers {
    private static final String ADD = """
            insert into snapshot_key (snapshot_id, position, key_id, provider, name)
            select :snapshot, cast(count(*) as integer), :key, :provider, :name from snapshot_key where snapshot_id = :snapshot
            on conflict (snapshot_id, key_id) do nothing
            returning key_id
            """;
    private static final String OF = """
            select snapshot_id, key_id, provider, name from snapshot_key
            where snapshot_id in (:ids) order by snapshot_id, position
            """;
    private static final String USING = """
            select s.id, s.cluster_name, k.key_id, s.status from snapshot s join snapshot_key k on k.snapshot_id = s.id
            where s.group_id = :group and s.status <> 'FAILED' order by s.requested_at, s.id, k.position
            """;

    /** Adds those that are not among its keys yet, after them; the snapshot's row is written already. */
    Uni<Void> add(String snapshotId, List<BackupKey> keys) {
        return Multi.createFrom()
                .iterable(keys)
                .onItem()
                .transformToUniAndConcatenate(
                        key -> Panache.getSession().chain(session -> session.createNativeQuery(ADD, String.class)
                                .setParameter("snapshot", snapshotId)
                                .setParameter("key", key.keyId())
                                .setParameter("provider", key.provider())
                                .setParameter("name", key.name())
                                .getResultList()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    Uni<List<BackupKey>> of(String snapshotId) {
        return of(List.of(snapshotId)).map(found -> found.getOrDefault(snapshotId, List.of()));
    }

    /** By snapshot; one without customer key is absent. */
    Uni<Map<String, List<BackupKey>>> of(Collection<String> snapshotIds) {
        return snapshotIds.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery(OF, Object[].class)
                                .setParameter("ids", snapshotIds)
                                .getResultList())
                        .map(rows -> rows.stream()
                                .collect(Collectors.groupingBy(
                                        row -> (String) row[0],
                                        Collectors.mapping(SnapshotKeyStore::key, Collectors.toList()))));
    }

    @Override
    public Uni<List<SnapshotUse>> snapshotsUsing(String groupId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(USING, Object[].class)
                        .setParameter("group", groupId)
                        .getResultList())
                .map(rows -> rows.stream().map(SnapshotKeyStore::use).toList());
    }

    private static BackupKey key(Object[] row) {
        return new BackupKey((String) row[1], (String) row[2], (String) row[3]);
    }

    private static SnapshotUse use(Object[] row) {
        return new SnapshotUse(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                Snapshot.Status.valueOf((String) row[3]).wire());
    }
}
