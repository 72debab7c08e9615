package io.keyward.access.principal;

/**
 * What HTTP Digest needs to know of a private key: a hash of {@code publicKey:realm:privateKey}. Whoever has it can authenticate with it;
 * that is why it is kept sealed, like a password.
 */
public final class Ha1 {
    /** The realm of every challenge. Clients of Atlas expect this one. */
    public static final String REALM = "MMS Public API";

    private Ha1() {}

    /** By MD5, which most clients speak: 32 lower-case hexadecimal characters. */
    public static String of(String publicKey, String privateKey) {
        return of(DigestAlgorithm.MD5, publicKey, privateKey);
    }

    /** Lower-case hexadecimal characters, as many as the algorithm has. */
    public static String of(DigestAlgorithm algorithm, String publicKey, String privateKey) {
        return algorithm.hash(publicKey + ":" + REALM + ":" + privateKey);
    }

    /** What the sealed form of the MD5 one is bound to. */
    public static String associatedData(String publicKey) {
        return associatedData(DigestAlgorithm.MD5, publicKey);
    }

    /** What the sealed form is bound to: the key, and the algorithm, so that one is never taken for the other. */
    public static String associatedData(DigestAlgorithm algorithm, String publicKey) {
        return switch (algorithm) {
            case MD5 -> "api-key:" + publicKey;
            case SHA_256 -> "api-key:sha-256:" + publicKey;
        };
    }
}
