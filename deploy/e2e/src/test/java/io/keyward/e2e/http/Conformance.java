package io.keyward.e2e.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;

/** Compares what was asked and answered with what a document says. */
final class Conformance {
    private static final String API = "/api/";
    private static final String FORM = "application/x-www-form-urlencoded";
    /** The document does not describe itself. */
    private static final String ITSELF = "/api/openapi";
    /** What is answered before anybody asks which operation it is. */
    private static final Set<String> BEFORE_ANY_OPERATION =
            Set.of("INVALID_PATH", "INVALID_REQUEST", "URI_TOO_LONG", "REQUEST_HEADERS_TOO_LARGE");

    private final Document document;

    Conformance(Document document) {
        this.document = document;
    }

    /** What is wrong, in words; empty when all is as described. */
    List<String> problems(Asked asked, Reply reply) {
        if (reply.status() == 0
                || BEFORE_ANY_OPERATION.contains(reply.header("x-error-code").orElse(""))) {
            return List.of();
        }
        return document.find(asked)
                .map(operation -> problems(operation, asked, reply))
                .orElseGet(() -> isSuccess(reply)
                                && asked.path().startsWith(API)
                                && !asked.path().startsWith(ITSELF)
                        ? List.of("answered, though the document has no such operation")
                        : List.of());
    }

    /** Examples that do not fit the schema beside them, each with what is wrong. */
    List<String> wrongExamples() {
        return document.examples().stream()
                .flatMap(example -> document.problems(example.schema(), example.value()).stream()
                        .map(problem -> example.value() + ": " + problem))
                .toList();
    }

    private List<String> problems(Document.Operation operation, Asked asked, Reply reply) {
        List<String> problems = new ArrayList<>();
        answer(operation, asked, reply).forEach(problem -> problems.add("answer: " + problem));
        if (isSuccess(reply)) {
            parameters(operation, asked).forEach(problem -> problems.add("request: " + problem));
            requestBody(operation, asked, reply).forEach(problem -> problems.add("request: " + problem));
        }
        return problems;
    }

    private List<String> answer(Document.Operation operation, Asked asked, Reply reply) {
        JsonNode answer =
                document.resolve(operation.described().path("responses").path("" + reply.status()));
        if (answer.isMissingNode()) {
            return List.of("the status " + reply.status() + " is not described");
        }
        List<String> problems = new ArrayList<>();
        answer.path("headers").properties().stream()
                .filter(header ->
                        document.resolve(header.getValue()).path("required").asBoolean())
                .filter(header -> reply.header(header.getKey()).isEmpty())
                .forEach(header -> problems.add("the header " + header.getKey() + " is missing"));
        problems.addAll(answerBody(answer.path("content"), asked, reply));
        return problems;
    }

    private List<String> answerBody(JsonNode content, Asked asked, Reply reply) {
        if (content.isMissingNode()) {
            return reply.text().isEmpty() ? List.of() : List.of("it has a body, and none is described");
        }
        JsonNode described = content.path(mediaType(reply));
        if (described.isMissingNode()) {
            return List.of("the media type '" + mediaType(reply) + "' is not described");
        }
        try {
            JsonNode body = Json.read(reply.text());
            return document.problems(described.path("schema"), isSuccess(reply) ? unwrapped(asked, body) : body);
        } catch (IllegalArgumentException e) {
            return List.of("its body is not JSON");
        }
    }

    /** Without the envelope that was asked for. */
    private static JsonNode unwrapped(Asked asked, JsonNode body) {
        if (!asked.isTrue("envelope") || !body.path("status").isInt()) {
            return body;
        }
        return body.has("content") ? body.path("content") : ((ObjectNode) body.deepCopy()).without("status");
    }

    private List<String> parameters(Document.Operation operation, Asked asked) {
        List<String> problems = new ArrayList<>();
        asked.query().forEach((name, value) -> problems.addAll(parameter(operation, "query", name, value)));
        Matcher path = operation.path().matcher(asked.path());
        if (path.matches()) {
            for (int i = 0; i < operation.names().size(); i++) {
                String value = Asked.decoded(path.group(i + 1));
                problems.addAll(parameter(operation, "path", operation.names().get(i), value));
            }
        }
        return problems;
    }

    private List<String> parameter(Document.Operation operation, String in, String name, String value) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.path("in").asText().equals(in))
                .filter(parameter -> parameter.path("name").asText().equals(name))
                .findFirst()
                .map(parameter -> parameter(name, parameter.path("schema"), value))
                .orElseGet(() -> List.of("the " + in + " parameter " + name + " is not described"));
    }

    /** Of a list, which is sent as one parameter for each of its items, the item is held to its schema. */
    private List<String> parameter(String name, JsonNode schema, String value) {
        JsonNode resolved = document.resolve(schema);
        if (resolved.path("type").asText().equals("array")) {
            return parameter(name, resolved.path("items"), value);
        }
        boolean text = resolved.path("type").asText().equals("string");
        try {
            JsonNode read = text ? TextNode.valueOf(value) : Json.read(value.toLowerCase(Locale.ROOT));
            return document.problems(schema, read).stream()
                    .map(problem -> "the parameter " + name + problem)
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of("the parameter " + name + " has the value " + value);
        }
    }

    /** A body is read as the version that answers, whatever it says of itself. */
    private List<String> requestBody(Document.Operation operation, Asked asked, Reply reply) {
        JsonNode body = operation.described().path("requestBody");
        if (body.isMissingNode()) {
            return List.of();
        }
        if (asked.body().isBlank()) {
            return body.path("required").asBoolean() ? List.of("it needs a body") : List.of();
        }
        JsonNode form = body.path("content").path(FORM);
        if (!form.isMissingNode()) {
            return document.problems(form.path("schema"), Json.of(Asked.parameters(asked.body())));
        }
        JsonNode described = body.path("content").path(mediaType(reply));
        return described.isMissingNode()
                ? List.of("a body of the media type '" + mediaType(reply) + "' is not described")
                : requestBody(described.path("schema"), Json.read(asked.body()));
    }

    /** What is null counts as not sent, whether or not a schema says so. */
    private List<String> requestBody(JsonNode schema, JsonNode body) {
        List<String> problems = document.problems(schema, body);
        return problems.isEmpty() ? problems : document.problems(schema, Json.withoutNulls(body));
    }

    private static boolean isSuccess(Reply reply) {
        return reply.status() >= 200 && reply.status() < 300;
    }

    private static String mediaType(Reply reply) {
        return reply.header("content-type").orElse("").split(";")[0].strip().toLowerCase(Locale.ROOT);
    }
}
