package io.keyward.validation.enforcement.plan;

import io.keyward.validation.keyuse.KeyUse;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * What is known of a cluster that was told of last before the database was restored. Its driver may have been asked something else meanwhile, because of
 * what its keys were seen to be and nobody here remembers: nothing is asked for what they were before.
 */
public final class RestoreRules {
    private RestoreRules() {}

    /**
     * Whether it is known what is wanted of the cluster: there is a reason to stop it that was seen since or that no key gives, or each key that it uses has
     * given an answer since, and leaves no doubt.
     *
     * @param reasons those that there are now
     * @param isOfBefore whether a revision is of an earlier epoch
     */
    public static boolean isKnown(Set<StopReason> reasons, List<KeyUse> used, LongPredicate isOfBefore) {
        return reasons.stream().anyMatch(reason -> isKnown(reason, used, isOfBefore))
                || used.stream().allMatch(use -> isSeen(use, isOfBefore));
    }

    private static boolean isKnown(StopReason reason, List<KeyUse> used, LongPredicate isOfBefore) {
        return reason.kind() != StopReason.Kind.KEY
                || used.stream()
                        .filter(use -> isSeen(use, isOfBefore))
                        .anyMatch(use -> Objects.equals(use.id(), reason.keyUseId()));
    }

    private static boolean isSeen(KeyUse use, LongPredicate isOfBefore) {
        var standing = use.standing();
        return use.lastCheck() != null
                && !isOfBefore.test(use.revision())
                && standing.suspicion() == null
                && standing.unverifiedSince() == null
                && standing.heldSince() == null;
    }
}
