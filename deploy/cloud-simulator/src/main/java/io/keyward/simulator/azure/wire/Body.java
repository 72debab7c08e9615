package io.keyward.simulator.azure.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.hosts.HostCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The JSON object that a request brings. What is missing is missing; what is of the wrong kind is refused.
 *
 * @param code what a refusal is called: each service has its own word for it
 */
public record Body(JsonNode fields, String code) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** No body is an empty object. */
    public static Body of(HostCall call, String code) {
        byte[] bytes = call.http().body();
        try {
            JsonNode body = bytes.length == 0 ? MAPPER.createObjectNode() : MAPPER.readTree(bytes);
            if (body instanceof ObjectNode) {
                return new Body(body, code);
            }
        } catch (IOException e) {
            // answered below, like any other body that is not an object
        }
        throw new AzureFault(400, code, "The request body is not a JSON object.");
    }

    public Body at(String name) {
        return new Body(fields.path(name), code);
    }

    public boolean has(String name) {
        return fields.hasNonNull(name);
    }

    public Optional<String> text(String name) {
        return Optional.of(fields.path(name)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    public String required(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    public boolean flag(String name, boolean otherwise) {
        return fields.path(name).asBoolean(otherwise);
    }

    public int number(String name, int otherwise) {
        return fields.path(name).asInt(otherwise);
    }

    /** A whole number, such as seconds since 1970. */
    public Optional<Long> seconds(String name) {
        return Optional.of(fields.path(name)).filter(JsonNode::isNumber).map(JsonNode::asLong);
    }

    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        fields.path(name).forEach(item -> texts.add(item.asText()));
        return List.copyOf(texts);
    }

    public List<Body> items(String name) {
        List<Body> items = new ArrayList<>();
        fields.path(name).forEach(item -> items.add(new Body(item, code)));
        return List.copyOf(items);
    }

    /** A map of strings in the order of its keys. */
    public Map<String, String> map(String name) {
        Map<String, String> map = new TreeMap<>();
        fields.path(name)
                .properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
        return map;
    }

    /** Bytes as Key Vault sends them: base64 for URLs without padding. */
    public byte[] bytes(String name) {
        try {
            return Base64.getUrlDecoder().decode(required(name));
        } catch (IllegalArgumentException e) {
            throw new AzureFault(400, code, "Property '" + name + "' is not base64url.");
        }
    }

    private AzureFault missing(String name) {
        return new AzureFault(400, code, "Property '" + name + "' is required.");
    }
}
