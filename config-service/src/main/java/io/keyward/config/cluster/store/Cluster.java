package io.keyward.config.cluster.store;

import io.keyward.config.cluster.plan.PauseRules.Standing;
import io.keyward.config.cluster.spec.ClusterSpec;
import io.keyward.config.cluster.spec.PatchRules;
import io.keyward.config.cluster.status.ClusterStatus;
import io.keyward.config.cluster.status.Intent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cluster as it is stored, with what enforcement saw of it.
 *
 * @param version counts the changes of the cluster
 * @param keyIds the project keys under which anything of it is or is to be wrapped, the wanted one first
 * @param resumedAt when a person resumed it last
 * @param status how it reads from outside
 */
public record Cluster(
        String id,
        String groupId,
        String name,
        int version,
        Intent intent,
        List<String> keyIds,
        @Nullable Instant resumedAt,
        ClusterStatus status) {

    /** What it is wanted to be. */
    public ClusterSpec spec() {
        return intent.spec();
    }

    /** What a PATCH is merged into. */
    public PatchRules.Present present() {
        return new PatchRules.Present(name, intent.spec(), intent.deleting());
    }

    /**
     * Whether it can be paused, resumed and changed.
     *
     * @param pauseAgainAfter how long it runs at least between two pauses
     */
    public Standing standing(Instant now, Duration pauseAgainAfter) {
        boolean rests = resumedAt != null && now.isBefore(resumedAt.plus(pauseAgainAfter));
        return new Standing(
                intent.paused(),
                status.paused(),
                !status.stateName().equals("IDLE"),
                rests ? pauseAgainAfter.toMinutes() : null);
    }
}
