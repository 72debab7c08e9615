package io.keyward.config.access.token;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters of a request to the token endpoint. May hold secrets: never printed. */
record OAuthForm(Map<String, String> parameters) {

    /**
     * @param body {@code application/x-www-form-urlencoded}; null when there is none
     * @return empty when that cannot be read, or gives a parameter more than once
     */
    static Optional<OAuthForm> parse(@Nullable String body) {
        Map<String, String> parameters = new HashMap<>();
        if (body == null || body.isBlank()) {
            return Optional.of(new OAuthForm(parameters));
        }
        try {
            for (String pair : body.strip().split("&", -1)) {
                String[] parts = pair.split("=", 2);
                String value = parts.length < 2 ? "" : decoded(parts[1]);
                if (parameters.put(decoded(parts[0]), value) != null) {
                    return Optional.empty();
                }
            }
            return Optional.of(new OAuthForm(parameters));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The value of a parameter; empty when it is not given, or given without a value. */
    Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    @Override
    public String toString() {
        return "OAuthForm" + parameters.keySet();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
