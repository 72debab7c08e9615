package io.keyward.config.project.closing;

import io.keyward.access.Caller;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.config.project.closing.KeyTeardown.Closed;
import io.keyward.contracts.Actor;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Closes projects. endpoint-service is asked first, with no session open; clusters and snapshots are looked at under the project's lock. So
 * whatever is created at the same time either comes first and stands in the way, or finds no project any more.
 */
@ApplicationScoped
class ClosingService {
    private static final int CLOSINGS = 3;

    private final KeyTeardown keys;
    private final ProjectClusters clusters;
    private final ProjectSnapshots snapshots;
    private final ClosingStore store;
    private final Clock clock;

    ClosingService(
            KeyTeardown keys, ProjectClusters clusters, ProjectSnapshots snapshots, ClosingStore store, Clock clock) {
        this.keys = keys;
        this.clusters = clusters;
        this.snapshots = snapshots;
        this.store = store;
        this.clock = clock;
    }

    /** Closes a project, or fails with the refusal and leaves it as it is. Goes on when the caller hangs up. */
    Uni<Void> close(String groupId, Caller caller) {
        return Detached.run(() -> close(groupId, caller, CLOSINGS));
    }

    /** An endpoint that is admitted between closing and ending makes the ending fail: then the next closing sees it. */
    private Uni<Void> close(String groupId, Caller caller, int attempts) {
        return keys.close(groupId)
                .invoke(closed -> ClosingRules.requireNoEndpoints(closed.endpoints()))
                .chain(closed -> store.end(groupId, caller, clock.instant(), actor -> lastLook(groupId, closed, actor)))
                .chain(ended -> {
                    if (ended) {
                        return Uni.createFrom().voidItem();
                    }
                    return attempts > 1
                            ? close(groupId, caller, attempts - 1)
                            : Uni.createFrom().failure(Refusal.of(ErrorCode.CONCURRENT_MODIFICATION));
                });
    }

    private Uni<Boolean> lastLook(String groupId, Closed closed, Actor actor) {
        return clusters.clustersOf(groupId)
                .invoke(ClosingRules::requireNoClusters)
                .chain(() -> snapshots.snapshotsOf(groupId))
                .invoke(ClosingRules::requireNoSnapshots)
                .chain(() -> keys.erase(groupId, closed, actor));
    }
}
