package io.keyward.e2e.stage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A record as it was on a topic.
 *
 * @param headers as text
 * @param value the event
 */
public record Message(
        String topic, int partition, long offset, String key, Map<String, String> headers, JsonNode value) {

    /** The same for an event that was sent twice. */
    public String id() {
        return headers.getOrDefault("ce_id", "");
    }

    /** For example {@code keyward.key.revoked.v1}. */
    public String type() {
        return headers.getOrDefault("ce_type", "");
    }

    public long revision() {
        return value.path("revision").asLong();
    }
}
