package io.keyward.simulator.google.kms.call;

import io.keyward.simulator.call.Footprint;
import io.keyward.simulator.google.token.Caller;
import io.keyward.simulator.google.wire.Fields;
import io.keyward.simulator.google.world.KeyName;
import io.keyward.simulator.google.world.RingName;
import io.keyward.simulator.hosts.HostCall;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A call that is authenticated and admitted.
 *
 * @param now the simulated time
 */
public record KmsRequest(HostCall http, KmsPath path, Fields body, Caller caller, Footprint footprint, Instant now) {

    private static final int USUAL_PAGE = 100;

    public RingName ring() {
        return path.ring().orElseThrow();
    }

    public KeyName key() {
        return path.key().orElseThrow();
    }

    /** A parameter of the query that has to be there. */
    public String parameter(String name) {
        return http.parameter(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> Fields.invalid(name, "is required"));
    }

    /** What an update is to change, in the names that the body uses. */
    public List<String> updateMask() {
        return Arrays.stream(parameter("updateMask").split(","))
                .map(KmsRequest::camelCase)
                .toList();
    }

    private static String camelCase(String field) {
        StringBuilder name = new StringBuilder();
        for (String word : field.split("_")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    /** Where the part of a list that is asked for begins. */
    public String page() {
        return http.parameter("pageToken").orElse("");
    }

    /** How long it is at most. */
    public int pageSize() {
        return http.parameter("pageSize")
                .filter(size -> size.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .filter(size -> size > 0)
                .orElse(USUAL_PAGE);
    }
}
