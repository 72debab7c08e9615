package io.keyward.e2e.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.networknt.schema.AnnotationKeyword;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An OpenAPI document to look things up in: the operation of a request, what a reference stands for, and whether JSON fits a schema. */
final class Document {
    private static final String IRI = "urn:keyward:document";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete", "options");
    private static final Pattern PARAMETER = Pattern.compile("\\{([\\w.-]+)}");

    private final JsonNode root;
    private final List<Operation> operations;
    private final JsonSchemaFactory factory;
    private final Map<Identity, JsonSchema> schemas = new ConcurrentHashMap<>();
    private final AtomicInteger compiled = new AtomicInteger();

    /**
     * An operation.
     *
     * @param parameters with those of its path
     */
    record Operation(
            String method, Pattern path, int fixed, List<String> names, List<JsonNode> parameters, JsonNode described) {
        String id() {
            return described.path("operationId").asText();
        }
    }

    /** A value that the document gives for a schema. */
    record Example(JsonNode schema, JsonNode value) {}

    /** A node of the document itself, not its content: equal schemas in different places are looked up faster than compared. */
    private record Identity(JsonNode node) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Identity identity && identity.node == node;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(node);
        }
    }

    /** @param text the document as JSON */
    Document(String text) {
        // References become absolute, so that each schema can be used without its surroundings.
        String absolute = text.replace("\"#/components/", "\"" + IRI + "#/components/");
        this.root = Json.read(absolute);
        this.operations = root.path("paths").properties().stream()
                .flatMap(path -> operations(path.getKey(), path.getValue()))
                .toList();
        JsonMetaSchema dialect = JsonMetaSchema.builder(OpenApi30.getInstance())
                .unknownKeywordFactory((keyword, context) -> new AnnotationKeyword(keyword))
                .build();
        this.factory = JsonSchemaFactory.builder()
                .defaultMetaSchemaIri(dialect.getIri())
                .metaSchema(dialect)
                .schemaLoaders(loaders -> loaders.schemas(Map.of(IRI, absolute)))
                .build();
    }

    /** The operation that is asked; empty when none is described. Of several, the one whose path says most. Matrix parameters lead nowhere. */
    Optional<Operation> find(Asked asked) {
        return operations.stream()
                .filter(operation -> !asked.path().contains(";"))
                .filter(operation -> operation.method().equals(asked.method()))
                .filter(operation -> operation.path().matcher(asked.path()).matches())
                .max(Comparator.comparingInt(Operation::fixed));
    }

    /** What stands at a node, wherever it is. */
    JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.isEmpty() ? node : root.at(reference.substring(reference.indexOf('#') + 1));
    }

    /** What is wrong with a value; nothing when the schema is missing. */
    List<String> problems(JsonNode schema, JsonNode value) {
        if (schema instanceof MissingNode) {
            return List.of();
        }
        return schemas.computeIfAbsent(new Identity(schema), this::compile).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    /** Examples with the schemas that they are to fit: those of bodies and those within schemas. */
    List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (JsonNode place : root.findParents("example")) {
            JsonNode schema = place.has("schema") ? place.path("schema") : place;
            examples.add(new Example(schema, place.path("example")));
        }
        return examples;
    }

    private JsonSchema compile(Identity schema) {
        return factory.getSchema(SchemaLocation.of(IRI + ":" + compiled.incrementAndGet()), schema.node());
    }

    private Stream<Operation> operations(String path, JsonNode item) {
        return item.properties().stream()
                .filter(field -> METHODS.contains(field.getKey()))
                .map(field -> operation(field.getKey(), path, item, field.getValue()));
    }

    private Operation operation(String method, String path, JsonNode item, JsonNode described) {
        List<JsonNode> parameters = new ArrayList<>();
        item.path("parameters").forEach(parameter -> parameters.add(resolve(parameter)));
        described.path("parameters").forEach(parameter -> parameters.add(resolve(parameter)));
        List<String> names =
                PARAMETER.matcher(path).results().map(found -> found.group(1)).toList();
        int fixed = PARAMETER.matcher(path).replaceAll("").length();
        String anything = Matcher.quoteReplacement("\\E([^/]+)\\Q");
        Pattern pattern = Pattern.compile("\\Q" + PARAMETER.matcher(path).replaceAll(anything) + "\\E");
        return new Operation(method.toUpperCase(Locale.ROOT), pattern, fixed, names, parameters, described);
    }
}
