package io.keyward.simulator.events;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An API destination: where events are sent to, and with what.
 *
 * @param headerName the header that holds the token
 * @param delayMillis how long an event is under way; null is not at all
 */
public record Destination(
        String url,
        String headerName,
        String token,
        @Nullable Integer delayMillis) {

    public Destination {
        Objects.requireNonNull(url, "url is missing");
        Objects.requireNonNull(headerName, "headerName is missing");
        Objects.requireNonNull(token, "token is missing");
        if (!URI.create(url).isAbsolute()) {
            throw new IllegalArgumentException("url is not absolute");
        }
        if (delayMillis != null && delayMillis < 0) {
            throw new IllegalArgumentException("delayMillis is negative");
        }
    }

    @Override
    public String toString() {
        return "Destination[" + url + "]";
    }
}
