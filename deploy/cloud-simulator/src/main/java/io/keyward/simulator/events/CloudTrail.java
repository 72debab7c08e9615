package io.keyward.simulator.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.call.Invocation;
import io.keyward.simulator.wire.AwsService;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Calls as EventBridge tells of them. */
final class CloudTrail {
    /** By default EventBridge tells of calls that change something, and of no others. */
    private static final Set<String> USES =
            Set.of("Encrypt", "Decrypt", "ReEncrypt", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext");

    private static final Set<String> LOOKS = Set.of("Describe", "Get", "List");
    /** IAM is everywhere, and tells of itself in one region. */
    private static final String HOME_OF_IAM = "us-east-1";

    private static final Set<String> NOT_LOGGED = Set.of("EncryptedKeyMaterial", "ImportToken");

    private CloudTrail() {}

    static boolean isTold(AwsService service, String operation) {
        return switch (service) {
            case KMS, IAM -> !USES.contains(operation) && LOOKS.stream().noneMatch(operation::startsWith);
            case STS, EC2 -> false;
        };
    }

    /** @param id of the event, the same for every attempt to deliver it */
    static ObjectNode event(Invocation call, String id, String requestId) {
        var account = call.caller().account();
        var time = time(call.now());
        var event = JsonNodeFactory.instance.objectNode();
        event.put("version", "0")
                .put("id", id)
                .put("detail-type", "AWS API Call via CloudTrail")
                .put("source", "aws." + call.service().signingName())
                .put("account", account)
                .put("time", time)
                .put("region", region(call));
        event.putArray("resources");
        detail(event.putObject("detail"), call, requestId)
                .put("eventID", id)
                .put("eventTime", time)
                .put("recipientAccountId", account);
        return event;
    }

    private static ObjectNode detail(ObjectNode detail, Invocation call, String requestId) {
        detail.put("eventVersion", "1.11")
                .put("eventType", "AwsApiCall")
                .put("eventCategory", "Management")
                .put("managementEvent", true)
                .put("readOnly", false)
                .put("eventSource", call.service().signingName() + ".amazonaws.com")
                .put("eventName", call.operation())
                .put("awsRegion", region(call))
                .put("sourceIPAddress", call.origin().sourceAddress())
                .put("requestID", requestId)
                .putNull("responseElements");
        detail.putObject("userIdentity")
                .put("type", "IAMUser")
                .put("arn", call.caller().arn())
                .put("accountId", call.caller().account());
        var parameters = detail.putObject("requestParameters");
        call.input().fields().properties().stream()
                .filter(field -> !NOT_LOGGED.contains(field.getKey()))
                .forEach(field -> parameters.set(lowerFirst(field.getKey()), field.getValue()));
        if (call.service() == AwsService.KMS) {
            call.footprint().resource().ifPresent(arn -> detail.putArray("resources")
                    .addObject()
                    .put("accountId", call.caller().account())
                    .put("type", "AWS::KMS::Key")
                    .put("ARN", arn));
        }
        return detail;
    }

    private static String region(Invocation call) {
        return call.service() == AwsService.IAM ? HOME_OF_IAM : call.region();
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String lowerFirst(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
