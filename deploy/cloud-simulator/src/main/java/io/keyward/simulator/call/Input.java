package io.keyward.simulator.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.wire.AwsService;
import io.keyward.simulator.wire.CommonFault;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An operation's parameters, read as what they should be; anything else is a ValidationException in AWS's words. */
public record Input(AwsService service, ObjectNode fields) {

    public Optional<String> text(String name) {
        return Optional.of(fields.path(name)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    public String required(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    public String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    /** Accepts a JSON boolean, or the word, which is all that the query protocol has. */
    public boolean flag(String name) {
        return fields.path(name).asBoolean(false);
    }

    /** A whole number within bounds; {@code otherwise} when it is not given. */
    public int number(String name, int otherwise, int least, int most) {
        JsonNode node = fields.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return otherwise;
        }
        int value = node.asInt(Integer.MIN_VALUE);
        if (value < least || value > most) {
            throw invalid(name, node.asText(), "Member must have value between " + least + " and " + most);
        }
        return value;
    }

    public Optional<byte[]> bytes(String name, int most) {
        return text(name).map(encoded -> decode(name, encoded)).map(bytes -> within(name, bytes, most));
    }

    public byte[] requiredBytes(String name, int most) {
        return bytes(name, most).orElseThrow(() -> missing(name));
    }

    /** A map of strings in the order of its keys; empty when it is not given. */
    public Map<String, String> texts(String name) {
        Map<String, String> texts = new TreeMap<>();
        fields.path(name)
                .properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    private RuntimeException missing(String name) {
        return invalid(name, "null", "Member must not be null");
    }

    /** The refusal of one parameter. */
    public RuntimeException invalid(String name, String value, String constraint) {
        String member = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        String shown = value.equals("null") ? "null" : "'" + value + "'";
        return CommonFault.VALIDATION.in(
                service,
                "1 validation error detected: Value %s at '%s' failed to satisfy constraint: %s"
                        .formatted(shown, member, constraint));
    }

    private byte[] decode(String name, String encoded) {
        try {
            return Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            throw invalid(name, encoded, "Member must be base64");
        }
    }

    private byte[] within(String name, byte[] bytes, int most) {
        if (bytes.length == 0 || bytes.length > most) {
            throw invalid(name, bytes.length + " bytes", "Member must have length between 1 and " + most);
        }
        return bytes;
    }
}
