package io.keyward.config.encryption.proof;

import io.keyward.config.encryption.settings.KeyAccess;
import java.util.Optional;

/**
 * What a key is to be opened with.
 *
 * @param secret what it takes and nobody keeps yet; empty where it takes none, or it is kept under the id that {@code access} names
 */
record Opening(KeyAccess access, Optional<String> secret) {

    /** Without a secret of its own. */
    static Opening of(KeyAccess access) {
        return new Opening(access, Optional.empty());
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Opening[" + access + "]";
    }
}
