package io.keyward.config.cluster.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a plan is given up because the customer's KMS does not let its nodes in. */
public final class RollbackRules {
    private RollbackRules() {}

    /**
     * A plan that waits for the customer's KMS.
     *
     * @param since since when it waits
     * @param rollsBackAt when it is undone unless the nodes are let in before
     */
    public record Waiting(Instant since, Instant rollsBackAt) {

        /** Whether the time is over. */
        public boolean isOver(Instant now) {
            return !now.isBefore(rollsBackAt);
        }
    }

    /**
     * Whether the plan waits. Only new clusters and changes do: a re-wrap follows the project's key, which is changed by changing it again,
     * and what is being undone is not undone once more. A cluster that is stopped waits for its key and not for its nodes. One that was up
     * before its first plan was carried out whole, because it was changed meanwhile, holds data: it is not taken down.
     *
     * @param refusedSince since when nodes are not let in, as long as the cluster is where it is; null when all are
     * @param mayRun whether the cluster is being started or is running
     * @param wasUp whether it was ever seen running
     * @param limit how long a plan waits
     */
    public static Optional<Waiting> waiting(
            @Nullable Plan plan, @Nullable Instant refusedSince, boolean mayRun, boolean wasUp, Duration limit) {
        if (plan == null || refusedSince == null || !mayRun || (plan.kind() == Plan.Kind.NEW && wasUp)) {
            return Optional.empty();
        }
        return switch (plan.kind()) {
            case NEW, CHANGE -> {
                Instant since = refusedSince.isAfter(plan.askedAt()) ? refusedSince : plan.askedAt();
                yield Optional.of(new Waiting(since, since.plus(limit)));
            }
            case REWRAP, RESUME, UNDO -> Optional.empty();
        };
    }
}
