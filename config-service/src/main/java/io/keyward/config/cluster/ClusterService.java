package io.keyward.config.cluster;

import io.keyward.access.Caller;
import io.keyward.access.ProjectRole;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.Refusal;
import io.keyward.config.apikey.Actors;
import io.keyward.config.cluster.spec.ClusterError;
import io.keyward.config.cluster.spec.ClusterRefusals;
import io.keyward.config.cluster.spec.ClusterRequest;
import io.keyward.config.cluster.spec.ClusterRules;
import io.keyward.config.cluster.spec.ClusterRules.Plan;
import io.keyward.config.cluster.spec.ClusterSpec;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Creates, finds and takes down clusters. */
@ApplicationScoped
class ClusterService {
    private final ClusterStore store;
    private final Clock clock;

    ClusterService(ClusterStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Uni<Cluster> create(String groupId, ClusterRequest request, Caller caller) {
        return switch (ClusterRules.plan(request, ObjectIds::next)) {
            case Plan.Refused(var error) -> throw ClusterRefusals.of(error);
            case Plan.Accepted(var name, var spec) -> create(groupId, name, spec, caller);
        };
    }

    private Uni<Cluster> create(String groupId, String name, ClusterSpec spec, Caller caller) {
        if (spec.usesCustomerKey() && !caller.has(ProjectRole.GROUP_OWNER, groupId)) {
            throw Refusal.of(ErrorCode.ACCESS_FORBIDDEN, ProjectRole.GROUP_OWNER.title());
        }
        Cluster cluster =
                new Cluster(ObjectIds.next(), groupId, name, false, spec, clock.instant(), null, Optional.empty());
        return Detached.run(() -> store.create(cluster, Actors.of(caller)))
                .invoke(ClusterService::refuse)
                .chain(() -> get(groupId, name));
    }

    Uni<Cluster> get(String groupId, String name) {
        return store.find(groupId, name)
                .map(found -> found.orElseThrow(() -> ClusterRefusals.of(new ClusterError.NotFound(name, groupId))));
    }

    Uni<Void> delete(String groupId, String name, Caller caller) {
        return Detached.run(() -> store.requestDeletion(groupId, name, Actors.of(caller)))
                .invoke(ClusterService::refuse)
                .replaceWithVoid();
    }

    private static void refuse(Optional<ClusterError> error) {
        error.ifPresent(reason -> {
            throw ClusterRefusals.of(reason);
        });
    }
}
