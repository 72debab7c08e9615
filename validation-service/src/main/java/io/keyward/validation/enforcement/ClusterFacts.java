package io.keyward.validation.enforcement;

import io.keyward.validation.enforcement.plan.Phase;
import io.keyward.validation.enforcement.plan.StopReason;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cluster that is not gone, as others need to know it.
 *
 * @param phase where it is between what is asked and what was seen
 * @param since since when it is there
 * @param reasons why it may not run; empty when it may
 * @param heldBack reasons that would stop it but for observe mode or the freeze
 * @param keyUseIds the key uses that its data depends on
 * @param lastMessage what its driver said with the last report; null when nothing
 */
public record ClusterFacts(
        String id,
        String name,
        Phase phase,
        Instant since,
        Set<StopReason> reasons,
        Set<StopReason> heldBack,
        Set<String> keyUseIds,
        @Nullable String lastMessage) {

    public ClusterFacts {
        reasons = Set.copyOf(reasons);
        heldBack = Set.copyOf(heldBack);
        keyUseIds = Set.copyOf(keyUseIds);
    }

    /** Whether the key use is a reason why it may not run. */
    public boolean isHeldBy(String keyUseId) {
        return reasons.stream().anyMatch(reason -> reason.isOf(keyUseId));
    }

    /** Whether any key is. */
    public boolean isHeldByAKey() {
        return reasons.stream().anyMatch(reason -> reason.kind() == StopReason.Kind.KEY);
    }

    /** Whether a person is. */
    public boolean isHeldByHand() {
        return reasons.stream().anyMatch(reason -> reason.kind() == StopReason.Kind.HAND);
    }

    /** Whether the key use would be such a reason, but for observe mode or the freeze. */
    public boolean isSparedFrom(String keyUseId) {
        return heldBack.stream().anyMatch(reason -> reason.isOf(keyUseId));
    }

    /** Whether it is being taken down for good. */
    public boolean isGoing() {
        return phase == Phase.REMOVING || phase == Phase.REMOVED;
    }
}
