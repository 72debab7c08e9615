package io.keyward.local.chaos.validation;

import io.keyward.local.chaos.validation.audit.Reading;
import io.keyward.local.chaos.validation.world.EventArchive.Published;
import io.keyward.local.cloud.CloudControl;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Nobody's fault but ours: we may assume no role, neither a customer's nor our own. */
final class OwnFault {
    /** How checks call it. */
    static final String REASON = "OUR_CREDENTIALS";

    private static final String OURSELVES = "ourselves";
    private static final String NO_ROLE_FOR_US =
            "{\"service\":\"sts\",\"operation\":\"AssumeRole\",\"effect\":\"FAIL\",\"code\":\"AccessDenied\",\"status\":403}";

    private final CloudControl control;

    OwnFault(CloudControl control) {
        this.control = control;
    }

    void begin() {
        control.disturb(OURSELVES, NO_ROLE_FOR_US);
    }

    void end() {
        control.calm(OURSELVES);
    }

    /** How often each alert by which operators are told of it has begun so far, by id: what comes back shortly after its end is the same alert. */
    static Map<String, Integer> beginnings(List<Published> archive) {
        return reading(archive).operatorAlerts(REASON).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, alert -> alert.getValue().beginnings()));
    }

    /** Ids of the alerts that have begun since they had begun so often, be it again. */
    static Set<String> begunSince(Map<String, Integer> before, List<Published> archive) {
        return beginnings(archive).entrySet().stream()
                .filter(alert -> alert.getValue() > before.getOrDefault(alert.getKey(), 0))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Ids of those that are not over. */
    static Set<String> open(List<Published> archive) {
        return reading(archive).operatorAlerts(REASON).entrySet().stream()
                .filter(alert -> alert.getValue().open())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Reading reading(List<Published> archive) {
        return new Reading(archive.stream().map(Published::value).toList());
    }
}
