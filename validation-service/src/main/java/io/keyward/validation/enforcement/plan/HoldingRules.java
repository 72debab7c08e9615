package io.keyward.validation.enforcement.plan;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which reasons hold a cluster, and which are held back.
 *
 * <pre>
 *   key reason that       | enforce | enforce, frozen | observe | observe, frozen
 *   did not hold it yet   | holds   | held back       | held back
 *   holds it already      | holds   | holds           | held back, so that it resumes
 * </pre>
 *
 * Reasons of other kinds always hold: what a person paused was not stopped by a key.
 */
public final class HoldingRules {
    private HoldingRules() {}

    /**
     * @param reasons why it may not run; it runs when there are none
     * @param heldBack why it might not, but for observe mode or the freeze
     */
    public record Holding(Set<StopReason> reasons, Set<StopReason> heldBack) {}

    /**
     * @param ofKeys the reasons of kind KEY that there are against the cluster now
     * @param others all other reasons that there are now
     * @param held the reasons that held it until now
     */
    public static Holding divide(
            Set<StopReason> ofKeys, Set<StopReason> others, Set<StopReason> held, Restraint restraint) {
        var reasons = new LinkedHashSet<StopReason>();
        var heldBack = new LinkedHashSet<StopReason>();
        for (var reason : ofKeys) {
            (holds(reason, held, restraint) ? reasons : heldBack).add(reason);
        }
        reasons.addAll(others);
        return new Holding(reasons, heldBack);
    }

    private static boolean holds(StopReason reason, Set<StopReason> held, Restraint restraint) {
        return switch (restraint.mode()) {
            case OBSERVE -> false;
            case ENFORCE -> !restraint.frozen() || held.stream().anyMatch(other -> isTheSameKey(other, reason));
        };
    }

    private static boolean isTheSameKey(StopReason held, StopReason reason) {
        var keyUseId = reason.keyUseId();
        return held.kind() == StopReason.Kind.KEY && keyUseId != null && held.isOf(keyUseId);
    }
}
