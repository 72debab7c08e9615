package io.keyward.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.call.Origin;
import io.keyward.simulator.control.Disturbance;
import io.keyward.simulator.port.RequestIds;
import io.keyward.simulator.wire.AwsFault;
import io.keyward.simulator.wire.AwsService;
import io.keyward.simulator.wire.HttpCall;
import io.keyward.simulator.wire.Signature;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be told about a request before anything is verified: what it is for, and which way it came.
 *
 * @param operation as the request names it, or {@code -} when it does not
 * @param struckBy the disturbance that hit it
 */
record Ticket(
        String requestId,
        HttpCall call,
        Optional<Signature> signature,
        AwsService service,
        String operation,
        Origin origin,
        Optional<Disturbance.Effect> struckBy) {

    private static final Pattern ENDPOINT_PATH = Pattern.compile("/_vpce/([^/]*)(/.*)?");
    private static final List<String> RESOURCE_FIELDS =
            List.of("KeyId", "RoleArn", "RoleName", "VpcEndpointId", "VpcEndpointId.1", "ClientToken");
    private static final String PUBLIC = "public";
    private static final String DEFAULT_REGION = "us-east-1";

    static Ticket of(HttpCall call) {
        Optional<Signature> signature = Signature.of(call);
        AwsService service = signature
                .flatMap(claimed -> AwsService.signedFor(claimed.service()))
                .orElseGet(() -> call.header("x-amz-target").isPresent() ? AwsService.KMS : AwsService.STS);
        Origin origin = new Origin(call.sourceAddress(), endpoint(call));
        String requestId = RequestIds.next();
        return new Ticket(requestId, call, signature, service, operation(call, service), origin, Optional.empty());
    }

    Ticket struckBy(Disturbance.Effect effect) {
        return new Ticket(requestId, call, signature, service, operation, origin, Optional.of(effect));
    }

    String region() {
        return signature.map(Signature::region).orElse(DEFAULT_REGION);
    }

    String path() {
        return origin.vpcEndpoint().orElse(PUBLIC);
    }

    Disturbance.Target target() {
        return new Disturbance.Target(region(), service.signingName(), operation, path(), resource());
    }

    private String resource() {
        try {
            ObjectNode input = service.protocol().input(call);
            return RESOURCE_FIELDS.stream()
                    .map(field -> input.path(field).asText())
                    .filter(named -> !named.isEmpty())
                    .findFirst()
                    .orElse("-");
        } catch (AwsFault e) {
            return "-";
        }
    }

    private static String operation(HttpCall call, AwsService service) {
        try {
            return service.protocol().operation(call);
        } catch (AwsFault e) {
            return "-";
        }
    }

    /** A private endpoint is a path of the simulator, since its DNS name resolves nowhere. */
    private static Optional<String> endpoint(HttpCall call) {
        Matcher matcher = ENDPOINT_PATH.matcher(call.path());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
