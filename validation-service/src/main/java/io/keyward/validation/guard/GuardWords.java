package io.keyward.validation.guard;

import io.keyward.validation.guard.rules.HoldReason;
import io.keyward.validation.guard.rules.Suspects;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What operators are told of a hold. */
final class GuardWords {
    static final String REMEDY =
            "Look at GET /api/keyward/v1/guard. If the keys fail for a reason of ours (our identity, our network, a release), mend it; keys that work "
                    + "again are let go by themselves. If customers took them away indeed, release them with POST /api/keyward/v1/guard/decisions; "
                    + "refuse those that are not to be believed. docs/operations/guard.md says how.";

    private GuardWords() {}

    static String explanation(Suspects suspects, int threshold, Set<HoldReason> reasons) {
        return cause(suspects, threshold, reasons) + " " + suspects.held()
                + " key uses are held: nothing stops because of them, and no other key is condemned, until somebody decides.";
    }

    private static String cause(Suspects suspects, int threshold, Set<HoldReason> reasons) {
        return reasons.isEmpty()
                ? "Too many keys looked taken away at once, or our own identity had failed. That is over, but nobody has decided about them."
                : reasons.stream()
                        .map(reason -> cause(reason, suspects, threshold))
                        .collect(Collectors.joining(" "));
    }

    private static String cause(HoldReason reason, Suspects suspects, int threshold) {
        return switch (reason) {
            case TOO_MANY_SUSPECTS ->
                suspects.keys() + " keys of " + suspects.organizations()
                        + " organizations look taken away at once; more than " + threshold
                        + " are more likely a fault of ours than the customers' will.";
            case CANARY_FAILED ->
                "Our canary role could not be assumed, so that what customers' clouds deny may be a fault of ours.";
        };
    }

    static Map<String, String> facts(Suspects suspects, int threshold, Set<HoldReason> reasons) {
        var facts = new TreeMap<String, String>();
        facts.put("held", String.valueOf(suspects.held()));
        facts.put("keysInUse", String.valueOf(suspects.keysInUse()));
        facts.put("organizations", String.valueOf(suspects.organizations()));
        facts.put("reasons", reasons.stream().map(HoldReason::name).collect(Collectors.joining(", ")));
        facts.put("suspects", String.valueOf(suspects.keys()));
        facts.put("threshold", String.valueOf(threshold));
        return facts;
    }

    static String ending(Suspects suspects, int threshold) {
        return "No key is held any more, and " + suspects.keys() + " are suspect, no more than " + threshold + ".";
    }
}
