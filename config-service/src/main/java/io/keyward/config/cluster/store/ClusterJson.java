package io.keyward.config.cluster.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.config.cluster.spec.ClusterSpec;
import jakarta.enterprise.context.ApplicationScoped;

/** What is stored as text. Fields that a newer release wrote are skipped on reading. */
@ApplicationScoped
class ClusterJson {
    private final ObjectMapper json;

    ClusterJson(ObjectMapper json) {
        this.json = json;
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written: " + value.getClass(), e);
        }
    }

    ClusterSpec spec(String text) {
        try {
            return json.readerFor(ClusterSpec.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored cluster cannot be read", e);
        }
    }
}
