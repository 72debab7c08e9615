package io.keyward.simulator.call;

import io.keyward.simulator.access.Caller;
import io.keyward.simulator.wire.AwsService;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A call that is authenticated and about to run.
 *
 * @param now the simulated time
 */
public record Invocation(
        AwsService service,
        String operation,
        String region,
        Caller caller,
        Input input,
        Origin origin,
        Footprint footprint,
        Instant now) {

    /** The action that policies know this operation by. */
    public String action() {
        return service.signingName() + ":" + operation;
    }

    /** Condition keys that every request has, with those of the operation added. */
    public Map<String, List<String>> conditions(Map<String, List<String>> ofOperation) {
        Map<String, List<String>> conditions = new HashMap<>(ofOperation);
        conditions.put("aws:RequestedRegion", List.of(region));
        conditions.put("aws:userid", List.of(caller.userId()));
        conditions.put("aws:SecureTransport", List.of("false"));
        origin.vpcEndpoint()
                .ifPresentOrElse(
                        id -> conditions.put("aws:SourceVpce", List.of(id)),
                        () -> conditions.put("aws:SourceIp", List.of(origin.sourceAddress())));
        return conditions;
    }
}
