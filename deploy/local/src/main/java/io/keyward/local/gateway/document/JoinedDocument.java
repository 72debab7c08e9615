package io.keyward.local.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One OpenAPI document out of several. Each has paths of its own; what they share, such as the schema of errors, is the same in all of them.
 * Anything else is a mistake in one of them.
 */
final class JoinedDocument {
    private JoinedDocument() {}

    /** @throws IllegalStateException naming what two documents describe differently, or both */
    static ObjectNode of(List<JsonNode> documents) {
        ObjectNode joined = JsonNodeFactory.instance.objectNode();
        joined.set("openapi", same(documents, "openapi"));
        joined.set("info", info(documents));
        joined.set("servers", same(documents, "servers"));
        joined.set("security", same(documents, "security"));
        ArrayNode tags = joined.putArray("tags");
        ObjectNode paths = joined.putObject("paths");
        ObjectNode components = joined.putObject("components");
        for (JsonNode document : documents) {
            document.path("tags").forEach(tags::add);
            document.path("paths").properties().forEach(path -> {
                if (paths.replace(path.getKey(), path.getValue()) != null) {
                    throw conflict("the path " + path.getKey());
                }
            });
            document.path("components")
                    .properties()
                    .forEach(kind -> addAll(components.withObjectProperty(kind.getKey()), kind.getValue()));
        }
        return joined;
    }

    private static void addAll(ObjectNode parts, JsonNode more) {
        more.properties().forEach(part -> {
            JsonNode other = parts.replace(part.getKey(), part.getValue());
            if (other != null && !other.equals(part.getValue())) {
                throw conflict("the component " + part.getKey());
            }
        });
    }

    private static JsonNode info(List<JsonNode> documents) {
        ObjectNode info = documents.getFirst().path("info").deepCopy();
        return info.put("title", "Keyward");
    }

    private static JsonNode same(List<JsonNode> documents, String field) {
        JsonNode first = documents.getFirst().path(field);
        if (documents.stream().anyMatch(document -> !document.path(field).equals(first))) {
            throw conflict("the field " + field);
        }
        return first;
    }

    private static IllegalStateException conflict(String what) {
        return new IllegalStateException("The OpenAPI documents of two services disagree about " + what + ".");
    }
}
