package io.keyward.simulator.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it arrived, before anything is believed about it.
 *
 * @param path the raw path, still percent-encoded
 * @param query the raw query string without its question mark, or empty
 * @param headers by lower-case name, values in the order they came
 * @param sourceAddress the peer's address without its port
 */
public record HttpCall(
        String method,
        String path,
        String query,
        Map<String, List<String>> headers,
        byte[] body,
        String sourceAddress) {

    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }
}
