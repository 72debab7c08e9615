package io.keyward.config.access.token;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** How a client of the token endpoint says who it is. */
sealed interface ClientCredentials {
    String SCHEME = "basic ";

    /** By a client id and its secret, which is never printed. */
    record Given(String clientId, String secret) implements ClientCredentials {
        @Override
        public String toString() {
            return "Given[" + clientId + "]";
        }
    }

    /** Not at all, or in a way that nobody can read. */
    record Missing() implements ClientCredentials {}

    /** In the header and in the form at once, which nobody may. */
    record Twice() implements ClientCredentials {}

    /**
     * @param authorization the header, {@code Basic} with or without URL escapes inside
     * @param form the parameters {@code client_id} and {@code client_secret}; an id that repeats the header's does no harm
     */
    static ClientCredentials of(Optional<String> authorization, OAuthForm form) {
        Optional<String> id = form.get("client_id");
        Optional<String> secret = form.get("client_secret");
        if (authorization.isEmpty()) {
            return id.isEmpty() || secret.isEmpty() ? new Missing() : new Given(id.get(), secret.get());
        }
        if (secret.isPresent()) {
            return new Twice();
        }
        return basic(authorization.get())
                .filter(given -> id.isEmpty() || id.get().equals(given.clientId()))
                .<ClientCredentials>map(given -> given)
                .orElseGet(Missing::new);
    }

    private static Optional<Given> basic(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(SCHEME.length()).strip());
            String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return parts.length < 2
                    ? Optional.empty()
                    : Optional.of(new Given(unescaped(parts[0]), unescaped(parts[1])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Our ids and secrets hold nothing that an escape could stand for, so that both forms read the same. */
    private static String unescaped(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
