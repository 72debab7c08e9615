package io.keyward.validation.hint.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Takes what matters from an event of EventBridge. CloudTrail names a key in the request, in the answer and among the resources, by id or by ARN, and not
 * every call in all three; KMS' own events name it in the details and among the resources.
 */
final class EventBridgeReader {
    private static final String KEY = ":key/";
    private static final String ROLE = ":role/";
    private static final String POLICY = ":policy/";

    private EventBridgeReader() {}

    static AwsHint read(EventBridgeEvent event) {
        var detail = Optional.ofNullable(event.detail()).orElseGet(MissingNode::getInstance);
        var arns = arns(event, detail).toList();
        return new AwsHint(
                event.source(),
                event.detailType(),
                text(detail.path("eventName")),
                text(detail.path("errorCode")) != null,
                event.account(),
                named(
                        arns,
                        KEY,
                        detail.path("key-id"),
                        detail.at("/requestParameters/keyId"),
                        detail.at("/responseElements/keyId")),
                named(arns, ROLE, detail.at("/requestParameters/roleName")),
                named(arns, POLICY, detail.at("/requestParameters/policyArn")));
    }

    private static Stream<String> arns(EventBridgeEvent event, JsonNode detail) {
        var ofEvent = Optional.ofNullable(event.resources()).orElseGet(List::of).stream();
        var ofCall = StreamSupport.stream(detail.path("resources").spliterator(), false)
                .map(resource -> text(resource.path("ARN")));
        return Stream.concat(ofEvent, ofCall).filter(Objects::nonNull);
    }

    private static Set<String> named(List<String> arns, String kind, JsonNode... fields) {
        var inFields = Stream.of(fields).map(EventBridgeReader::text).filter(Objects::nonNull);
        return Stream.concat(arns.stream().filter(arn -> arn.contains(kind)), inFields)
                .collect(Collectors.toSet());
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }
}
