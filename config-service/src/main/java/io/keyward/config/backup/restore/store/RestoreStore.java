package io.keyward.config.backup.restore.store;

import io.keyward.config.backup.driver.BackupConfig;
import io.keyward.config.backup.driver.BackupConfig.Acknowledge;
import io.keyward.config.backup.driver.Progress;
import io.keyward.config.backup.key.KeyStanding;
import io.keyward.config.backup.refusal.BackupError;
import io.keyward.config.backup.restore.plan.CancelRules;
import io.keyward.config.backup.restore.plan.CancelRules.Cancellation;
import io.keyward.config.backup.restore.plan.Delivery;
import io.keyward.config.backup.restore.plan.Delivery.Target;
import io.keyward.config.backup.restore.plan.RestoreJob.Status;
import io.keyward.config.backup.restore.plan.RestoreReport;
import io.keyward.config.backup.restore.plan.RestoreRules;
import io.keyward.config.backup.restore.plan.RestoreSituation;
import io.keyward.config.project.ProjectStore;
import io.keyward.contracts.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Records and cancels restore jobs, under the locks of the projects that they concern. */
@ApplicationScoped
public class RestoreStore {
    private static final Actor SELF = Actor.system("config-service");

    private final ProjectStore projects;
    private final RestoreSituationStore situations;
    private final RestoreProgressStore progress;
    private final BackupConfig config;

    RestoreStore(
            ProjectStore projects,
            RestoreSituationStore situations,
            RestoreProgressStore progress,
            BackupConfig config) {
        this.projects = projects;
        this.situations = situations;
        this.progress = progress;
        this.config = config;
    }

    /** A restore that somebody asks for, of a backup of that cluster. */
    public record NewJob(String id, Target from, Delivery delivery, Instant requestedAt) {}

    /**
     * Asks for a restore, with its event; answers why not, if something stands in the way.
     *
     * @param standing what the caller found out, without a session, about the keys that it needs
     */
    public Uni<Optional<BackupError>> create(NewJob job, Map<String, KeyStanding> standing, Actor actor) {
        return Panache.withTransaction(() -> lock(job)
                .chain(() -> situations.find(job.from(), job.delivery(), job.requestedAt()))
                .chain(found -> {
                    Optional<BackupError> obstacle = RestoreRules.obstacle(job.from(), job.delivery(), found, standing);
                    return obstacle.isPresent()
                            ? Uni.createFrom().item(obstacle)
                            : insert(job, found, actor).replaceWith(Optional.empty());
                }));
    }

    /** Both projects, always in the same order, so that two restores that cross do not wait for each other. */
    private Uni<Void> lock(NewJob job) {
        List<String> groups = Stream.concat(
                        Stream.of(job.from().groupId()),
                        job.delivery().target().stream().map(Target::groupId))
                .distinct()
                .sorted()
                .toList();
        return Multi.createFrom()
                .iterable(groups)
                .onItem()
                .transformToUniAndConcatenate(projects::lock)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> insert(NewJob job, RestoreSituation found, Actor actor) {
        RestoreEntity row = progress.row(job, found);
        return progress.enter(row, Status.QUEUED, actor)
                .chain(() -> row.persistAndFlush())
                .chain(() -> config.acknowledge() == Acknowledge.AUTOMATIC
                        ? progress.advance(
                                row, new RestoreReport(row.requestRevision, Progress.COMPLETED, null, null, null), SELF)
                        : Uni.createFrom().voidItem());
    }

    /** Cancels a job, with its event, or withdraws a download; answers why not, if something stands in the way. */
    public Uni<Optional<BackupError>> cancel(Target from, String id, Actor actor) {
        return Panache.withTransaction(() -> projects.lock(from.groupId())
                .chain(() -> RestoreEntity.ofCluster(from.groupId(), from.clusterName(), id))
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.of(new BackupError.JobNotFound(id, from.clusterName())))
                        : cancel(row, actor)));
    }

    private Uni<Optional<BackupError>> cancel(RestoreEntity row, Actor actor) {
        return switch (CancelRules.of(row.id, Delivery.Type.valueOf(row.deliveryType), row.status())) {
            case Cancellation.Cancel() -> progress.cancel(row, actor).replaceWith(Optional.empty());
            case Cancellation.Nothing() -> Uni.createFrom().item(Optional.empty());
            case Cancellation.Refused(var error) -> Uni.createFrom().item(Optional.of(error));
        };
    }
}
