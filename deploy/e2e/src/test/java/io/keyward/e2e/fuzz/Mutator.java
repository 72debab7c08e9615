package io.keyward.e2e.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Spoils a good body in the ways in which bodies are bad: at a place, as a document, or as bytes. The same seed spoils it in the same ways. */
final class Mutator {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEPTH = 5_000;
    /** Stands where a raw text is to stand. */
    private static final JsonNode PLACE = TextNode.valueOf("the place to be spoiled");

    /** Put in the place of any value; what is right there is wrong for all but one type. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("true", "true"),
            Map.entry("a number", "17"),
            Map.entry("zero", "0"),
            Map.entry("a negative number", "-1"),
            Map.entry("a fraction", "0.5"),
            Map.entry("an empty text", "\"\""),
            Map.entry("an unknown word", "\"NO_SUCH_THING\""),
            Map.entry("an empty object", "{}"),
            Map.entry("an empty array", "[]"),
            Map.entry("null", "null"),
            Map.entry("an object", "{\"a\":{\"b\":[1]}}"),
            Map.entry("an array of nulls", "[null,null]"),
            Map.entry("more than a long holds", "9223372036854775808"),
            Map.entry("more than an int holds", "2147483648"),
            Map.entry("a number of 2000 digits", "9".repeat(2_000)),
            Map.entry("a huge exponent", "1e999999999"),
            Map.entry("a tiny exponent", "-1e-999999999"),
            Map.entry("no number", "NaN"),
            Map.entry("NUL", "\"a\\u0000b\""),
            Map.entry("half a surrogate pair", "\"\\ud800\""),
            Map.entry("right to left, combined, and an emoji", "\"\\u202e\\u0301\\ud83d\\udd11\""),
            Map.entry("a line of a log", "\"x\\r\\n2026-01-01 ERROR forged\""),
            Map.entry("SQL", "\"'; drop table project; --\""),
            Map.entry("a path", "\"../../etc/passwd\""),
            Map.entry("100,000 letters", "\"" + "k".repeat(100_000) + "\""),
            Map.entry("an array, deeply nested", "[".repeat(DEPTH) + "]".repeat(DEPTH)),
            Map.entry("an object, deeply nested", "{\"a\":".repeat(DEPTH) + "1" + "}".repeat(DEPTH)));

    private final RandomGenerator random;

    Mutator(RandomGenerator random) {
        this.random = random;
    }

    /** {@code places} spoiled values, picked at random, and every way to spoil the document as a whole. */
    Stream<Mutation> mutationsOf(JsonNode good, int places) {
        List<Mutation> inPlaces = new ArrayList<>(
                places(good).stream().flatMap(path -> at(good, path)).toList());
        Collections.shuffle(inPlaces, Random.from(random));
        return Stream.concat(documents(good), inPlaces.stream().limit(places));
    }

    private Stream<Mutation> documents(JsonNode good) {
        String text = good.toString();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int cut = text.length() < 2 ? 0 : 1 + random.nextInt(text.length() - 1);
        byte[] broken = bytes.clone();
        broken[random.nextInt(broken.length)] = (byte) 0xC3;
        return Stream.of(
                Mutation.of("cut off", text.substring(0, cut)),
                Mutation.of("empty", ""),
                Mutation.of("null", "null"),
                Mutation.of("in an array", "[" + text + "]"),
                Mutation.of("as text", quoted(text)),
                Mutation.of("twice", text + text),
                Mutation.of("with more behind it", text + "}"),
                Mutation.of("in an object", "{\"body\":" + text + "}"),
                Mutation.of("with an unknown field", withField(good, "noSuchField", "1")),
                Mutation.of("with a field of a prototype", withField(good, "__proto__", "{}")),
                Mutation.of("with 5,000 fields", manyFields()),
                Mutation.of("deeply nested", "{\"a\":".repeat(DEPTH) + "1" + "}".repeat(DEPTH)),
                Mutation.of("with a byte order mark", "\uFEFF" + text),
                Mutation.of("as a form", "enabled=true&region=US_EAST_1"),
                new Mutation("with a byte that is not UTF-8", broken),
                new Mutation("in UTF-16", text.getBytes(StandardCharsets.UTF_16)));
    }

    private Stream<Mutation> at(JsonNode good, List<Object> path) {
        String where = String.join("/", path.stream().map(String::valueOf).toList());
        Stream<Mutation> values = VALUES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(value -> Mutation.of(value.getKey() + " at " + where, with(good, path, value.getValue())));
        return path.getLast() instanceof String name
                ? Stream.concat(values, Stream.of(Mutation.of(name + " given twice", twice(good, path))))
                : values;
    }

    /** The document with a raw text in one place. */
    private static String with(JsonNode good, List<Object> path, String raw) {
        JsonNode copy = good.deepCopy();
        switch (parentOf(copy, path)) {
            case ObjectNode object -> object.set((String) path.getLast(), PLACE);
            case ArrayNode array -> array.set((int) path.getLast(), PLACE);
            case JsonNode other -> throw new IllegalStateException("nothing can be put into " + other);
        }
        return copy.toString().replace(PLACE.toString(), raw);
    }

    private static String twice(JsonNode good, List<Object> path) {
        String name = quoted((String) path.getLast());
        JsonNode copy = good.deepCopy();
        JsonNode value = ((ObjectNode) parentOf(copy, path)).replace((String) path.getLast(), PLACE);
        return copy.toString().replace(PLACE.toString(), value + "," + name + ":" + value);
    }

    private static JsonNode parentOf(JsonNode root, List<Object> path) {
        JsonNode at = root;
        for (Object step : path.subList(0, path.size() - 1)) {
            at = step instanceof String name ? at.path(name) : at.path((int) step);
        }
        return at;
    }

    /** The way to every value in the document. */
    private static List<List<Object>> places(JsonNode node) {
        List<List<Object>> places = new ArrayList<>();
        collect(node, List.of(), places);
        return places;
    }

    private static void collect(JsonNode node, List<Object> path, List<List<Object>> places) {
        if (!path.isEmpty()) {
            places.add(path);
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> collect(field.getValue(), longer(path, field.getKey()), places));
        } else if (node instanceof ContainerNode<?> array) {
            for (int i = 0; i < array.size(); i++) {
                collect(array.get(i), longer(path, i), places);
            }
        }
    }

    private static List<Object> longer(List<Object> path, Object step) {
        return Stream.concat(path.stream(), Stream.of(step)).toList();
    }

    private static String withField(JsonNode good, String name, String value) {
        String text = good.toString();
        String comma = good.isEmpty() ? "" : ",";
        return text.substring(0, text.length() - 1) + comma + quoted(name) + ":" + value + "}";
    }

    private static String manyFields() {
        String[] fields = new String[DEPTH];
        Arrays.setAll(fields, i -> "\"f" + i + "\":" + i);
        return "{" + String.join(",", fields) + "}";
    }

    private static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("any text can be written", e);
        }
    }
}
