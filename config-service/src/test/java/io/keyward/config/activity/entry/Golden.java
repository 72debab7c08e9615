package io.keyward.config.activity.entry;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.keyward.contracts.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The golden sample of every event of every service. */
final class Golden {
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    private static final Path SAMPLES = Path.of("..", "libs", "contracts", "src", "test", "resources", "golden");

    private Golden() {}

    /** All types there are, as they are written on the wire. */
    static List<String> types() {
        return Arrays.stream(Event.class.getPermittedSubclasses())
                .flatMap(topic ->
                        Arrays.stream(topic.getAnnotation(JsonSubTypes.class).value()))
                .map(JsonSubTypes.Type::name)
                .toList();
    }

    static String text(String type) {
        try {
            return Files.readString(SAMPLES.resolve(type + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Event sample(String type) {
        try {
            return JSON.readValue(text(type), topicOf(type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<? extends Event> topicOf(String type) {
        return Arrays.stream(Event.class.getPermittedSubclasses())
                .filter(topic -> Arrays.stream(
                                topic.getAnnotation(JsonSubTypes.class).value())
                        .anyMatch(one -> one.name().equals(type)))
                .findFirst()
                .orElseThrow()
                .asSubclass(Event.class);
    }
}
