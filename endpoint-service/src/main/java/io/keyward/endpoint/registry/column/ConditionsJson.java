package io.keyward.endpoint.registry.column;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.keyward.endpoint.lifecycle.condition.Condition;
import java.util.List;

/** Conditions to and from the column that keeps them. */
public final class ConditionsJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final TypeReference<List<Condition>> CONDITIONS = new TypeReference<>() {};

    private ConditionsJson() {}

    public static String write(List<Condition> conditions) {
        try {
            return JSON.writeValueAsString(conditions);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("conditions are plain", e);
        }
    }

    /** Fails with IllegalStateException for what {@link #write} never wrote. */
    public static List<Condition> read(String json) {
        try {
            return List.copyOf(JSON.readValue(json, CONDITIONS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no conditions: " + json, e);
        }
    }
}
