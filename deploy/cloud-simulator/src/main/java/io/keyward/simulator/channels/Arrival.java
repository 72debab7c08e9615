package io.keyward.simulator.channels;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it arrived.
 *
 * @param path behind the channel's own, with a leading slash
 * @param headers by their names in small letters
 * @param at when it arrived
 * @param status what it was answered; 0 when the connection was closed instead
 */
record Arrival(String path, Map<String, String> headers, String body, Instant at, int status) {

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).filter(value -> !value.isBlank());
    }

    /** The body as JSON; empty when it is none. */
    Optional<JsonObject> json() {
        try {
            return Optional.of(new JsonObject(body));
        } catch (RuntimeException notJson) {
            return Optional.empty();
        }
    }

    Arrival answered(int answer) {
        return new Arrival(path, headers, body, at, answer);
    }
}
