package io.keyward.config.access.signing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The public keys of tokens as they are answered: a JSON Web Key Set. Remembered for a moment, because anyone may ask as often as they like,
 * and reading it opens every key. Keys are published so long before they sign that nobody notices.
 */
@ApplicationScoped
public class KeySetView {
    private static final Duration MEMORY = Duration.ofSeconds(2);

    private final SigningKeys keys;
    private final ObjectMapper json;
    private final Clock clock;
    private volatile @Nullable Remembered remembered;

    KeySetView(SigningKeys keys, ObjectMapper json, Clock clock) {
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    private record Remembered(JsonNode jwks, Instant until) {}

    /** All keys that a good token can be signed with, now or within minutes. */
    public Uni<JsonNode> published() {
        Instant now = clock.instant();
        Remembered last = remembered;
        return last != null && now.isBefore(last.until())
                ? Uni.createFrom().item(last.jwks())
                : keys.published().map(this::read).invoke(jwks -> remembered = new Remembered(jwks, now.plus(MEMORY)));
    }

    private JsonNode read(String jwks) {
        try {
            return json.readTree(jwks);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Keys are published as JSON.", e);
        }
    }
}
