package io.keyward.simulator.google.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.google.world.Numbered;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** The body of a request, read as what its fields should be; anything else is an INVALID_ARGUMENT. */
public record Fields(JsonNode json) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** An empty body has no fields. */
    public static Fields of(byte[] body) {
        if (body.length == 0) {
            return new Fields(JsonNodeFactory.instance.objectNode());
        }
        try {
            JsonNode json = MAPPER.readTree(body);
            if (json instanceof ObjectNode object) {
                return new Fields(object);
            }
        } catch (IOException e) {
            throw new GoogleFault(RpcStatus.INVALID_ARGUMENT, "Invalid JSON payload received. " + e.getMessage());
        }
        throw new GoogleFault(RpcStatus.INVALID_ARGUMENT, "Invalid JSON payload received. An object is expected.");
    }

    public boolean has(String name) {
        return json.hasNonNull(name);
    }

    /** An object within; empty when it is not given. */
    public Fields object(String name) {
        return new Fields(json.path(name));
    }

    /** Every object of an array; empty when it is not given. */
    public List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        json.path(name).forEach(object -> objects.add(new Fields(object)));
        return objects;
    }

    public Optional<String> text(String name) {
        return Optional.of(json.path(name))
                .filter(JsonNode::isValueNode)
                .filter(value -> !value.isNull())
                .map(JsonNode::asText);
    }

    public String required(String name) {
        return text(name).filter(value -> !value.isEmpty()).orElseThrow(() -> invalid(name, "is required"));
    }

    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        json.path(name).forEach(value -> texts.add(value.asText()));
        return texts;
    }

    public Map<String, String> map(String name) {
        Map<String, String> map = new TreeMap<>();
        json.path(name)
                .properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
        return map;
    }

    /** One of a set of values, by name or number. */
    public <E extends Numbered> Optional<E> value(String name, E[] values) {
        return text(name).filter(written -> !written.equals("0")).map(written -> Numbered.find(values, written)
                .orElseThrow(() -> invalid(name, "has no such value: " + written)));
    }

    /** Several of them. */
    public <E extends Numbered> List<E> values(String name, E[] values) {
        return texts(name).stream()
                .map(written -> Numbered.find(values, written)
                        .orElseThrow(() -> invalid(name, "has no such value: " + written)))
                .toList();
    }

    /** Bytes in base64; none when it is not given. */
    public byte[] bytes(String name, int most) {
        String encoded = text(name).orElse("");
        try {
            byte[] bytes = Base64.getDecoder().decode(encoded.replace('-', '+').replace('_', '/'));
            if (bytes.length > most) {
                throw invalid(name, "must not be longer than " + most + " bytes");
            }
            return bytes;
        } catch (IllegalArgumentException e) {
            throw invalid(name, "is not base64");
        }
    }

    /** Such as {@code 7776000s}. */
    public Optional<Duration> duration(String name) {
        try {
            return text(name).map(written -> Duration.parse("PT" + written));
        } catch (DateTimeException e) {
            throw invalid(name, "is not a duration");
        }
    }

    /** In the form of RFC 3339. */
    public Optional<Instant> time(String name) {
        try {
            return text(name).map(Instant::parse);
        } catch (DateTimeException e) {
            throw invalid(name, "is not a time");
        }
    }

    /** Whether a checksum came with a field. One that is wrong is refused, since the field was altered on its way. */
    public boolean verified(String name, byte[] bytes) {
        Optional<String> sum = text(name + "Crc32c");
        if (sum.isPresent() && !sum.get().equals(Long.toString(crc32c(bytes)))) {
            throw new GoogleFault(
                    RpcStatus.INVALID_ARGUMENT,
                    "The checksum in field %sCrc32c did not match the data in field %s.".formatted(name, name));
        }
        return sum.isPresent();
    }

    /** The checksum that goes with data in both directions. */
    public static long crc32c(byte[] bytes) {
        Checksum sum = new CRC32C();
        sum.update(bytes);
        return sum.getValue();
    }

    /** How a duration is written. */
    public static String written(Duration duration) {
        return duration.toSeconds() + "s";
    }

    /** The refusal of a field. */
    public static GoogleFault invalid(String name, String why) {
        return new GoogleFault(RpcStatus.INVALID_ARGUMENT, "The request was invalid: " + name + " " + why + ".");
    }
}
