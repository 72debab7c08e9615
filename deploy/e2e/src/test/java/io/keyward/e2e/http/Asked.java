package io.keyward.e2e.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was asked.
 *
 * @param path as sent, without query
 * @param query as sent, decoded; the last one of a name
 * @param body empty when there was none
 */
record Asked(String method, String path, Map<String, String> query, String body) {

    static Asked of(String method, URI target, String body) {
        String path = target.getRawPath();
        return new Asked(method, path.replaceAll("(?<=.)/$", ""), parameters(target.getRawQuery()), body);
    }

    boolean isTrue(String parameter) {
        return "true".equalsIgnoreCase(query.get(parameter));
    }

    /** Of a query or a form, decoded; none when it is null. */
    static Map<String, String> parameters(String raw) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (raw != null) {
            Arrays.stream(raw.split("&")).filter(part -> !part.isEmpty()).forEach(part -> {
                String[] pair = part.split("=", 2);
                parameters.put(decoded(pair[0]), pair.length > 1 ? decoded(pair[1]) : "");
            });
        }
        return parameters;
    }

    static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
