package io.keyward.clouds.web;

import io.vertx.core.MultiMap;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * What a cloud replied, whether it is what was hoped for or not.
 *
 * @param status of HTTP
 * @param body as text, cut off where it is too long to be true
 */
public record CloudReply(int status, MultiMap headers, String body) {

    /** Whether it is an answer and no refusal. */
    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** The first header of that name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The body as an object; an empty one when it is none. */
    public JsonObject json() {
        try {
            return body.isBlank() ? new JsonObject() : new JsonObject(body);
        } catch (DecodeException | ClassCastException notAnObject) {
            return new JsonObject();
        }
    }

    /** The text of a field that every answer has; fails with an {@link UnreadableReplyException} when this one has none. */
    public String text(String field) {
        if (json().getValue(field) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new UnreadableReplyException(field);
    }

    /** The status alone: a body may hold a token. */
    @Override
    public String toString() {
        return "CloudReply[" + status + "]";
    }
}
