package io.keyward.config.access.signing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The public keys of tokens as they are answered: a JSON Web Key Set. */
@ApplicationScoped
public class KeySetView {
    private final SigningKeys keys;
    private final ObjectMapper json;

    KeySetView(SigningKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** All keys that a good token can be signed with, now or within minutes. */
    public Uni<JsonNode> published() {
        return keys.published().map(this::read);
    }

    private JsonNode read(String jwks) {
        try {
            return json.readTree(jwks);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Keys are published as JSON.", e);
        }
    }
}
