package io.keyward.endpoint.provider.azure;

import io.keyward.clouds.web.CloudReply;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A refusal as its body tells it. The resource manager and the sign-in have bodies of different shapes, and the sign-in's numbers say more than its names.
 *
 * @param codes the outer one first, then those inside it; at least one. Numbers of the sign-in have AADSTS in front
 * @param words Azure's own, for our log
 */
record AzureRefusal(List<String> codes, String words) {

    /** Empty when the body tells no code, as of what is not Azure. */
    static Optional<AzureRefusal> of(CloudReply reply) {
        var body = reply.json();
        return body.getValue("error") instanceof JsonObject error ? ofResource(error) : ofSignIn(body);
    }

    private static Optional<AzureRefusal> ofResource(JsonObject error) {
        return text(error, "code")
                .map(code -> new AzureRefusal(
                        Stream.concat(Stream.of(code), inside(error)).toList(),
                        text(error, "message").orElse("")));
    }

    private static Stream<String> inside(JsonObject error) {
        return error.getValue("details") instanceof JsonArray details
                ? details.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                        .map(detail -> text(detail, "code").orElse(""))
                : Stream.empty();
    }

    private static Optional<AzureRefusal> ofSignIn(JsonObject body) {
        var numbers = body.getValue("error_codes") instanceof JsonArray known ? known : new JsonArray();
        var codes = Stream.concat(numbers.stream().map(number -> "AADSTS" + number), text(body, "error").stream())
                .toList();
        return codes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new AzureRefusal(codes, text(body, "error_description").orElse("")));
    }

    private static Optional<String> text(JsonObject body, String field) {
        return body.getValue(field) instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
