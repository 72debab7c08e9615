package io.keyward.config.access.credential;

import io.keyward.access.principal.DigestAlgorithm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

/**
 * A service account's secret, as far as we still know it.
 *
 * @param hash SHA-256 of it, 64 lower-case hexadecimal characters; never printed
 * @param tail its last characters, by which its owner tells it from another one
 * @param expiresAt worthless from this moment on
 */
public record Secret(String id, String hash, String tail, Instant createdAt, Instant expiresAt) {
    private static final int TAIL = 4;
    private static final int MARK = 8;

    /** What is kept of {@code clear}. */
    public static Secret of(String id, String clear, Instant createdAt, Instant expiresAt) {
        return new Secret(id, hashOf(clear), clear.substring(clear.length() - TAIL), createdAt, expiresAt);
    }

    /** Whether this is the secret; takes as long whatever is offered. */
    public boolean matches(String offered) {
        return MessageDigest.isEqual(
                hashOf(offered).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    /** Eight hexadecimal characters by which a token tells which secret it was made with. Says nothing about the secret itself. */
    public String mark() {
        return hashOf(id).substring(0, MARK);
    }

    public boolean isLive(Instant now) {
        return now.isBefore(expiresAt);
    }

    @Override
    public String toString() {
        return "Secret[" + id + ", until " + expiresAt + "]";
    }

    private static String hashOf(String clear) {
        return DigestAlgorithm.SHA_256.hash(clear);
    }
}
