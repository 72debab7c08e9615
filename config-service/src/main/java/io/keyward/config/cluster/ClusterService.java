package io.keyward.config.cluster;

import io.keyward.access.Caller;
import io.keyward.access.ProjectRole;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.Refusal;
import io.keyward.config.cluster.guard.Admission;
import io.keyward.config.cluster.guard.Candidate;
import io.keyward.config.cluster.guard.RegionGuard;
import io.keyward.config.cluster.plan.ClusterConfig;
import io.keyward.config.cluster.plan.PauseRules;
import io.keyward.config.cluster.plan.PauseRules.Wish;
import io.keyward.config.cluster.refusal.ClusterError;
import io.keyward.config.cluster.refusal.ClusterRefusals;
import io.keyward.config.cluster.spec.ClusterRequest;
import io.keyward.config.cluster.spec.ClusterRules;
import io.keyward.config.cluster.spec.ClusterRules.Plan;
import io.keyward.config.cluster.spec.ClusterSpec;
import io.keyward.config.cluster.spec.PatchRules;
import io.keyward.config.cluster.spec.PatchRules.Merge;
import io.keyward.config.cluster.store.Cluster;
import io.keyward.config.cluster.store.ClusterQueryStore;
import io.keyward.config.cluster.store.ClusterStore;
import io.keyward.config.cluster.store.ClusterStore.NewCluster;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Creates, finds, changes and takes down clusters. */
@ApplicationScoped
class ClusterService {
    private static final int MADE_AGAIN = 5;

    private final ClusterQueryStore clusters;
    private final ClusterStore store;
    private final RegionGuard guard;
    private final ClusterConfig config;
    private final Clock clock;

    ClusterService(
            ClusterQueryStore clusters, ClusterStore store, RegionGuard guard, ClusterConfig config, Clock clock) {
        this.clusters = clusters;
        this.store = store;
        this.guard = guard;
        this.config = config;
        this.clock = clock;
    }

    /** Load, ask the owners of keys and endpoints (no session), record. Goes on when the caller hangs up; so does a change. */
    Uni<Cluster> create(String groupId, ClusterRequest request, Caller caller) {
        return switch (ClusterRules.plan(request, ObjectIds::next)) {
            case Plan.Refused(var error) -> throw ClusterRefusals.of(error);
            case Plan.Accepted(var name, var spec) -> create(groupId, name, spec, caller);
        };
    }

    private Uni<Cluster> create(String groupId, String name, ClusterSpec spec, Caller caller) {
        if (spec.usesCustomerKey()) {
            requireOwner(groupId, caller);
        }
        NewCluster cluster = new NewCluster(ObjectIds.next(), groupId, name, spec, clock.instant());
        return Detached.run(() -> admit(
                        new Candidate(groupId, name, null, spec),
                        admission -> store.create(cluster, admission, caller.actor())))
                .invoke(ClusterService::refuse)
                .chain(() -> get(groupId, name));
    }

    Uni<Cluster> get(String groupId, String name) {
        return clusters.find(groupId, name)
                .map(found -> found.orElseThrow(() -> ClusterRefusals.of(new ClusterError.NotFound(name, groupId))));
    }

    /**
     * Merges what was sent into the cluster; nothing is recorded when it changes nothing. Merged again when the cluster changed meanwhile, be it
     * by another request or by what its driver did.
     */
    Uni<Cluster> patch(String groupId, String name, ClusterRequest patch, Caller caller) {
        return Detached.run(() -> again(() -> get(groupId, name)
                        .chain(current -> change(current, patch, caller))
                        .invoke(ClusterService::refuse)))
                .chain(() -> get(groupId, name));
    }

    private Uni<Optional<ClusterError>> change(Cluster current, ClusterRequest patch, Caller caller) {
        if (PatchRules.changesKey(current.spec(), patch)) {
            requireOwner(current.groupId(), caller);
        }
        return switch (PatchRules.merge(current.present(), patch, ObjectIds::next)) {
            case Merge.Unchanged() -> pause(current, patch, caller);
            case Merge.Refused(var error) -> Uni.createFrom().item(Optional.of(error));
            case Merge.Changed(var next) ->
                switch (wish(current, patch, true)) {
                    case Wish.Refused(var error) -> Uni.createFrom().item(Optional.of(error));
                    case Wish.Stay(), Wish.Pause(), Wish.Resume() -> change(current, next, caller);
                };
        };
    }

    private Uni<Optional<ClusterError>> pause(Cluster current, ClusterRequest patch, Caller caller) {
        return switch (wish(current, patch, false)) {
            case Wish.Refused(var error) -> Uni.createFrom().item(Optional.of(error));
            case Wish.Stay() -> Uni.createFrom().item(Optional.empty());
            case Wish.Pause() -> store.pause(current, caller.actor());
            case Wish.Resume() -> store.resume(current, clock.instant(), caller.actor());
        };
    }

    private Wish wish(Cluster current, ClusterRequest patch, boolean changes) {
        return PauseRules.wish(
                current.name(),
                current.spec(),
                current.standing(clock.instant(), config.pauseAgainAfter()),
                new PauseRules.Sent(patch.paused(), patch.isWhole(), changes));
    }

    private Uni<Optional<ClusterError>> change(Cluster current, ClusterSpec next, Caller caller) {
        Candidate candidate = new Candidate(current.groupId(), current.name(), current.spec(), next);
        ClusterStore.Change change =
                new ClusterStore.Change(current.groupId(), current.name(), current.version(), next);
        return admit(candidate, admission -> store.update(change, admission, caller.actor()));
    }

    /** Another cluster may have brought the key to a region meanwhile, so that what was proved is out of date: it is proved again. */
    private Uni<Optional<ClusterError>> admit(
            Candidate candidate, Function<Admission, Uni<Optional<ClusterError>>> record) {
        return again(() -> guard.admit(candidate).chain(record::apply));
    }

    private static <T> Uni<T> again(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .onFailure(ClusterService::isOutOfDate)
                .retry()
                .atMost(MADE_AGAIN);
    }

    private static boolean isOutOfDate(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.code() == ErrorCode.CONCURRENT_MODIFICATION;
    }

    /** @param retainBackups whether its snapshots stay */
    Uni<Void> delete(String groupId, String name, boolean retainBackups, Caller caller) {
        return Detached.run(() -> store.requestDeletion(groupId, name, retainBackups, caller.actor()))
                .invoke(ClusterService::refuse)
                .replaceWithVoid();
    }

    private static void requireOwner(String groupId, Caller caller) {
        if (!caller.has(ProjectRole.GROUP_OWNER, groupId)) {
            throw Refusal.of(ErrorCode.ACCESS_FORBIDDEN, ProjectRole.GROUP_OWNER.title());
        }
    }

    private static void refuse(Optional<ClusterError> error) {
        error.ifPresent(reason -> {
            throw ClusterRefusals.of(reason);
        });
    }
}
