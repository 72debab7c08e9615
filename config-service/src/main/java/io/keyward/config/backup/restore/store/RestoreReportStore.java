package io.keyward.config.backup.restore.store;

import io.keyward.config.backup.driver.Reception;
import io.keyward.config.backup.restore.plan.RestoreJob;
import io.keyward.config.backup.restore.plan.RestoreReport;
import io.keyward.config.project.ProjectStore;
import io.keyward.contracts.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Takes in what drivers report of restore jobs. */
@ApplicationScoped
public class RestoreReportStore {
    private static final String GROUP = "select group_id from restore_job where id = :id";

    private final ProjectStore projects;
    private final RestoreProgressStore progress;
    private final RestoreJson json;

    RestoreReportStore(ProjectStore projects, RestoreProgressStore progress, RestoreJson json) {
        this.projects = projects;
        this.progress = progress;
        this.json = json;
    }

    /** How a report was taken, and what the job is now. */
    public record Taken(Reception reception, RestoreJob job) {}

    /** What is asked and was seen of a job; empty when there is none. */
    public Uni<Optional<RestoreJob>> find(String id) {
        return Panache.withSession(() -> RestoreEntity.<RestoreEntity>findById(id))
                .map(row -> Optional.ofNullable(row).map(json::read));
    }

    /** Takes in a report; empty when there is no such job. */
    public Uni<Optional<Taken>> report(String id, RestoreReport report, Actor actor) {
        return Panache.withTransaction(() -> locked(id)
                .chain(row -> row.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : receive(row.get(), report, actor).map(Optional::of)));
    }

    /** The row as it is under the lock of the snapshot's project. */
    private Uni<Optional<RestoreEntity>> locked(String id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(GROUP, String.class)
                        .setParameter("id", id)
                        .getSingleResultOrNull())
                .chain(groupId -> groupId == null
                        ? Uni.createFrom().item(Optional.empty())
                        : projects.lock(groupId)
                                .chain(() -> RestoreEntity.<RestoreEntity>findById(id))
                                .map(Optional::ofNullable));
    }

    private Uni<Taken> receive(RestoreEntity row, RestoreReport report, Actor actor) {
        Reception reception = Reception.of(
                report.requestRevision(), row.requestRevision, row.status().isFinished());
        Uni<Void> taken =
                switch (reception) {
                    case ACCEPTED -> progress.advance(row, report, actor);
                    case IGNORED_FINISHED, IGNORED_OLDER, IGNORED_UNKNOWN ->
                        Uni.createFrom().voidItem();
                };
        return taken.map(ignored -> new Taken(reception, json.read(row)));
    }
}
