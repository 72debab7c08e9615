package io.keyward.simulator.hosts;

import io.keyward.simulator.call.Origin;
import io.keyward.simulator.wire.HttpCall;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request to a host.
 *
 * @param host in lower case, without a port
 * @param http what came; its path is what follows the host, and begins with a slash
 * @param origin through which private endpoint, if through one
 */
public record HostCall(String requestId, String host, HttpCall http, Origin origin) {

    public String method() {
        return http.method();
    }

    /** The parts of the path between slashes, decoded. */
    public List<String> segments() {
        return Arrays.stream(http.path().split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> decoded(segment.replace("+", "%2B")))
                .toList();
    }

    /** A parameter of the query. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(form(http.query()).get(name));
    }

    /** The body as an HTML form sends it; the first of each name counts. */
    public Map<String, String> form() {
        return form(new String(http.body(), StandardCharsets.UTF_8));
    }

    /** What follows {@code Bearer} in the header that says who asks. */
    public Optional<String> bearerToken() {
        return http.header("authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).trim());
    }

    private static Map<String, String> form(String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            int at = pair.indexOf('=');
            if (at > 0) {
                fields.putIfAbsent(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
            }
        }
        return fields;
    }

    /** What is not encoded as it should be stands for itself. */
    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }
}
