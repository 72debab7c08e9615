package io.keyward.e2e.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The joined API document, as far as it tells what to send. */
final class ApiDocument {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> WITH_BODY = Set.of("post", "put", "patch");
    private static final int MAX_DEPTH = 8;

    private final JsonNode document;

    ApiDocument(JsonNode document) {
        this.document = document;
    }

    /**
     * An operation in one of its versions.
     *
     * @param path with its parameters in braces
     * @param good a body with every field that can be sent, right as far as the schema tells
     */
    record Operation(String method, String path, String mediaType, JsonNode good) {
        @Override
        public String toString() {
            return method + " " + path + " as " + mediaType;
        }
    }

    /** Every operation that takes JSON, once for each version of its body. */
    List<Operation> operationsWithBody() {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> WITH_BODY.contains(method.getKey()))
                        .flatMap(method -> operations(method.getKey(), path.getKey(), method.getValue())))
                .toList();
    }

    private Stream<Operation> operations(String method, String path, JsonNode operation) {
        return resolved(operation.path("requestBody")).path("content").properties().stream()
                .filter(content -> content.getKey().endsWith("json"))
                .map(content -> new Operation(method.toUpperCase(Locale.ROOT), path, content.getKey(), good(content)));
    }

    private JsonNode good(Map.Entry<String, JsonNode> content) {
        return example(content.getValue().path("schema"), 0);
    }

    private JsonNode example(JsonNode reference, int depth) {
        JsonNode schema = resolved(reference);
        for (JsonNode given : List.of(schema.path("example"), schema.path("default"), schema.at("/enum/0"))) {
            if (!given.isMissingNode() && !given.isNull()) {
                return given;
            }
        }
        if (schema.has("allOf")) {
            return together(schema, depth);
        }
        for (String alternatives : List.of("oneOf", "anyOf")) {
            if (schema.has(alternatives)) {
                return example(schema.path(alternatives).path(0), depth + 1);
            }
        }
        return ofType(schema, depth);
    }

    private JsonNode ofType(JsonNode schema, int depth) {
        return switch (schema.path("type").asText("object")) {
            case "string" -> JSON.textNode(text(schema));
            case "integer", "number" ->
                JSON.numberNode(Math.max(1, schema.path("minimum").asInt(1)));
            case "boolean" -> JSON.booleanNode(true);
            case "array" ->
                depth > MAX_DEPTH ? JSON.arrayNode() : JSON.arrayNode().add(example(schema.path("items"), depth + 1));
            case String object -> depth > MAX_DEPTH ? JSON.objectNode() : object(schema, depth);
        };
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "date-time" -> "2030-01-31T12:00:00Z";
            case "email" -> "somebody@keyward.example";
            case "uuid" -> "0a1b2c3d-0a1b-4a1b-8a1b-0a1b2c3d4e5f";
            case String other -> schema.has("pattern") ? "5f5f5f5f5f5f5f5f5f5f5f5f" : "some-text";
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        schema.path("properties").properties().stream()
                .filter(property ->
                        !resolved(property.getValue()).path("readOnly").asBoolean())
                .forEach(property -> object.set(property.getKey(), example(property.getValue(), depth + 1)));
        return object;
    }

    private JsonNode together(JsonNode schema, int depth) {
        ObjectNode whole = object(schema, depth);
        schema.path("allOf").forEach(part -> {
            if (example(part, depth + 1) instanceof ObjectNode fields) {
                whole.setAll(fields);
            }
        });
        return whole;
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isMissingNode()
                ? node
                : resolved(document.at(reference.asText().substring(1)));
    }
}
