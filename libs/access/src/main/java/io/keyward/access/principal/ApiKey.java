package io.keyward.access.principal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An API key with all that is needed to recognise its holder.
 *
 * @param principal the holder; its name is the public key, the user name of HTTP Digest
 * @param ha1 {@link Ha1} of the pair by MD5; as good as the private key, hence never printed
 * @param ha1Sha256 the same by SHA-256; absent for keys that were stored before it was kept
 */
public record ApiKey(
        Principal principal, String ha1, @Nullable String ha1Sha256) {

    public String publicKey() {
        return principal.name();
    }

    /** What proves knowledge of the private key by {@code algorithm}; empty when this key cannot be proved by it. */
    public Optional<String> ha1(DigestAlgorithm algorithm) {
        return switch (algorithm) {
            case MD5 -> Optional.of(ha1);
            case SHA_256 -> Optional.ofNullable(ha1Sha256);
        };
    }

    @Override
    public String toString() {
        return "ApiKey[" + principal + "]";
    }
}
