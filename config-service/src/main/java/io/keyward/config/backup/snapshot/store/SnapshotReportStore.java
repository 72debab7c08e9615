package io.keyward.config.backup.snapshot.store;

import io.keyward.config.backup.driver.Reception;
import io.keyward.config.backup.snapshot.spec.Snapshot;
import io.keyward.config.backup.snapshot.spec.SnapshotReport;
import io.keyward.config.project.ProjectStore;
import io.keyward.contracts.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes in what drivers report of snapshots. */
@ApplicationScoped
public class SnapshotReportStore {
    private static final String GROUP = "select group_id from snapshot where id = :id";

    private final ProjectStore projects;
    private final SnapshotKeyStore keys;
    private final SnapshotProgressStore progress;

    SnapshotReportStore(ProjectStore projects, SnapshotKeyStore keys, SnapshotProgressStore progress) {
        this.projects = projects;
        this.keys = keys;
        this.progress = progress;
    }

    /** How a report was taken, and what the snapshot is now. */
    public record Taken(Reception reception, Snapshot snapshot) {}

    /** What is asked and was seen of a snapshot; empty when there is none. */
    public Uni<Optional<Snapshot>> find(String id) {
        return Panache.withSession(
                () -> SnapshotEntity.<SnapshotEntity>findById(id).chain(this::read));
    }

    /** Takes in a report; empty when there is no such snapshot. */
    public Uni<Optional<Taken>> report(String id, SnapshotReport report, Actor actor) {
        return Panache.withTransaction(() -> locked(id)
                .chain(row -> row.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : receive(row.get(), report, actor).map(Optional::of)));
    }

    /** The row as it is under the project's lock. */
    private Uni<Optional<SnapshotEntity>> locked(String id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(GROUP, String.class)
                        .setParameter("id", id)
                        .getSingleResultOrNull())
                .chain(groupId -> groupId == null
                        ? Uni.createFrom().item(Optional.empty())
                        : projects.lock(groupId)
                                .chain(() -> SnapshotEntity.<SnapshotEntity>findById(id))
                                .map(Optional::ofNullable));
    }

    private Uni<Taken> receive(SnapshotEntity row, SnapshotReport report, Actor actor) {
        Reception reception = Reception.of(report.requestRevision(), row.requestRevision, row.isFinished());
        Uni<Void> taken =
                switch (reception) {
                    case ACCEPTED -> progress.advance(row, report, actor);
                    case IGNORED_FINISHED, IGNORED_OLDER, IGNORED_UNKNOWN ->
                        Uni.createFrom().voidItem();
                };
        return taken.chain(() -> keys.of(row.id)).map(under -> new Taken(reception, SnapshotCodec.read(row, under)));
    }

    private Uni<Optional<Snapshot>> read(@Nullable SnapshotEntity row) {
        return row == null
                ? Uni.createFrom().item(Optional.empty())
                : keys.of(row.id).map(under -> Optional.of(SnapshotCodec.read(row, under)));
    }
}
