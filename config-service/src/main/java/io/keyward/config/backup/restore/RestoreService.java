package io.keyward.config.backup.restore;

import io.keyward.access.Caller;
import io.keyward.access.ProjectRole;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.Paging;
import io.keyward.atlas.Refusal;
import io.keyward.config.Slice;
import io.keyward.config.backup.key.BackupKeys;
import io.keyward.config.backup.refusal.BackupError;
import io.keyward.config.backup.refusal.BackupRefusals;
import io.keyward.config.backup.restore.plan.Delivery;
import io.keyward.config.backup.restore.plan.Delivery.Target;
import io.keyward.config.backup.restore.plan.DeliveryRules;
import io.keyward.config.backup.restore.plan.DeliveryRules.Reading;
import io.keyward.config.backup.restore.plan.RestoreJob;
import io.keyward.config.backup.restore.plan.RestoreRequest;
import io.keyward.config.backup.restore.store.RestoreQueryStore;
import io.keyward.config.backup.restore.store.RestoreSituationStore;
import io.keyward.config.backup.restore.store.RestoreStore;
import io.keyward.config.backup.restore.store.RestoreStore.NewJob;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Asks for restores, finds and cancels them. */
@ApplicationScoped
class RestoreService {
    private final RestoreStore store;
    private final RestoreQueryStore jobs;
    private final RestoreSituationStore situations;
    private final BackupKeys keys;
    private final Clock clock;

    RestoreService(
            RestoreStore store,
            RestoreQueryStore jobs,
            RestoreSituationStore situations,
            BackupKeys keys,
            Clock clock) {
        this.store = store;
        this.jobs = jobs;
        this.situations = situations;
        this.keys = keys;
        this.clock = clock;
    }

    /** Load, ask about the keys (no session), record. Goes on when the caller hangs up. */
    Uni<RestoreJob> create(Target from, RestoreRequest request, Caller caller) {
        return switch (DeliveryRules.read(request, from.groupId())) {
            case Reading.Refused(var error) -> throw BackupRefusals.of(error);
            case Reading.Meant(var delivery) -> {
                delivery.target().ifPresent(target -> requireRole(target.groupId(), caller));
                yield create(new NewJob(ObjectIds.next(), from, delivery, clock.instant()), caller);
            }
        };
    }

    private Uni<RestoreJob> create(NewJob job, Caller caller) {
        Target from = job.from();
        Delivery delivery = job.delivery();
        return Detached.run(() -> situations
                        .find(from, delivery, job.requestedAt())
                        .chain(found -> keys.standing(from.groupId(), found.keysFor(delivery)))
                        .chain(standing -> store.create(job, standing, caller.actor())))
                .invoke(RestoreService::refuse)
                .chain(() -> get(from, job.id()));
    }

    Uni<RestoreJob> get(Target from, String id) {
        return jobs.find(from, id)
                .map(found -> found.orElseThrow(
                        () -> BackupRefusals.of(new BackupError.JobNotFound(id, from.clusterName()))));
    }

    /** One page of them, newest first. An unknown cluster is one that neither is nor left a job. */
    Uni<Slice<RestoreJob>> list(Target from, Paging paging) {
        return jobs.list(from, paging)
                .call(page -> page.total() > 0 ? Uni.createFrom().voidItem() : situations.requireCluster(from));
    }

    Uni<Void> cancel(Target from, String id, Caller caller) {
        return Detached.run(() -> store.cancel(from, id, caller.actor()))
                .invoke(RestoreService::refuse)
                .replaceWithVoid();
    }

    /** The role in the project of the path was asked for already; another project's cluster is replaced only by those who may do so there. */
    private static void requireRole(String groupId, Caller caller) {
        if (!ObjectIds.isValid(groupId) || !caller.sees(groupId)) {
            throw Refusal.of(ErrorCode.GROUP_NOT_FOUND, groupId);
        }
        if (!caller.has(ProjectRole.GROUP_BACKUP_EXPORT_OPERATOR, groupId)
                && !caller.has(ProjectRole.GROUP_BACKUP_RECOVERY_OPERATOR, groupId)) {
            throw Refusal.of(
                    ErrorCode.ACCESS_FORBIDDEN, ProjectRole.GROUP_BACKUP_RECOVERY_OPERATOR.title() + " in " + groupId);
        }
    }

    private static void refuse(Optional<BackupError> error) {
        error.ifPresent(reason -> {
            throw BackupRefusals.of(reason);
        });
    }
}
