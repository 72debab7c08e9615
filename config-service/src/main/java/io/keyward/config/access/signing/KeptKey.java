package io.keyward.config.access.signing;

import io.keyward.access.token.SigningKey;
import java.time.Instant;

/**
 * A key that signs tokens, will sign them, or did.
 *
 * @param signsFrom signs from this moment until that of the next key
 */
record KeptKey(SigningKey key, Instant createdAt, Instant signsFrom) {
    String id() {
        return key.id();
    }
}
