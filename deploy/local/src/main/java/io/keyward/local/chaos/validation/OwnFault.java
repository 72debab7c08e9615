package io.keyward.local.chaos.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.chaos.validation.world.EventArchive.Published;
import io.keyward.local.cloud.CloudControl;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    /** Ids of the alerts by which operators were told of it. */
    static Set<String> told(List<Published> archive) {
        return alerts(archive, "keyward.operator-alert.opened.v1");
    }

    /** Those of them that are not over. */
    static Set<String> open(List<Published> archive) {
        Set<String> open = told(archive);
        open.removeAll(alerts(archive, "keyward.operator-alert.closed.v1"));
        return open;
    }

    private static Set<String> alerts(List<Published> archive, String type) {
        Set<String> ids = new HashSet<>();
        for (Published event : archive) {
            JsonNode value = event.value();
            if (event.type().equals(type)
                    && value.findPath("alertType").asText().equals(REASON)) {
                ids.add(value.path("operatorAlertId").asText());
            }
        }
        return ids;
    }
}
