package io.keyward.access.principal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The hashes of HTTP Digest that we speak. */
public enum DigestAlgorithm {
    /** What every client speaks. */
    MD5("MD5", 32),
    SHA_256("SHA-256", 64);

    private final String title;
    private final int length;

    DigestAlgorithm(String title, int length) {
        this.title = title;
        this.length = length;
    }

    /** The algorithm of that name, in any case; empty for all that we do not speak. */
    public static Optional<DigestAlgorithm> named(String title) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.title.equalsIgnoreCase(title))
                .findFirst();
    }

    /** Its name on the wire, and in Java's own table. */
    public String title() {
        return title;
    }

    /** How many hexadecimal characters a hash has. */
    public int length() {
        return length;
    }

    /** The hash of {@code text} in UTF-8, as lower-case hexadecimal characters. */
    public String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(title).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has " + title + ".", e);
        }
    }
}
