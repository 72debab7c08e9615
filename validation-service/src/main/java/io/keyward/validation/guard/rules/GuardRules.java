package io.keyward.validation.guard.rules;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * When condemning is held.
 *
 * <pre>
 *                    CLEAR                                     HOLDING
 *   condemnation     held if there is a reason, else admitted  held
 *   of a vouched key admitted                                  admitted
 *   time passes      HOLDING if any key is held                CLEAR if no key is held and there is no reason
 * </pre>
 *
 * A reason is that more keys of enough organisations are suspect at once than customers ever take away at once, or that our own identity failed. A key is
 * vouched for when an operator released it.
 */
public final class GuardRules {
    private GuardRules() {}

    /** Why condemning is held; empty when it need not be. */
    public static Set<HoldReason> reasons(Suspects suspects, GuardPolicy policy, Instant now) {
        var reasons = EnumSet.noneOf(HoldReason.class);
        if (suspects.keys() > threshold(suspects.keysInUse(), policy)
                && suspects.organizations() >= policy.organizations()) {
            reasons.add(HoldReason.TOO_MANY_SUSPECTS);
        }
        var failedAt = suspects.canaryFailedAt();
        if (policy.canary() && failedAt != null && failedAt.isAfter(policy.windowBefore(now))) {
            reasons.add(HoldReason.CANARY_FAILED);
        }
        return reasons;
    }

    /** So many keys may be suspect at once before condemning is held: one more is too many. */
    public static int threshold(int keysInUse, GuardPolicy policy) {
        return Math.max(policy.keys(), (int) (policy.share() * keysInUse));
    }

    /** Whether a key that enough checks agree about may be condemned. */
    public static boolean admits(GuardState state, boolean vouchedFor, Set<HoldReason> reasons) {
        return vouchedFor
                || switch (state) {
                    case HOLDING -> false;
                    case CLEAR -> reasons.isEmpty();
                };
    }

    /** What the guard's state is to be, though nothing is to be condemned just now. */
    public static GuardState next(GuardState state, int held, Set<HoldReason> reasons) {
        return held > 0
                ? GuardState.HOLDING
                : switch (state) {
                    case CLEAR -> GuardState.CLEAR;
                    case HOLDING -> reasons.isEmpty() ? GuardState.CLEAR : GuardState.HOLDING;
                };
    }
}
