package io.keyward.e2e.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Texts that are JSON. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Json() {}

    static JsonNode of(Map<String, String> fields) {
        return MAPPER.valueToTree(fields);
    }

    /**
     * @param text which may begin with a byte order mark, as a body may
     * @throws IllegalArgumentException when it is something else
     */
    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + text, e);
        }
    }

    /** Without the fields that are null: in a request they count as not sent. */
    static JsonNode withoutNulls(JsonNode json) {
        JsonNode copy = json.deepCopy();
        drop(copy);
        return copy;
    }

    private static void drop(JsonNode json) {
        if (json instanceof ObjectNode object) {
            object.removeNulls();
        }
        json.forEach(Json::drop);
    }
}
