package io.keyward.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What HTTP Digest needs to know of a private key: MD5 of {@code publicKey:realm:privateKey}. MD5 because the clients speak nothing else;
 * that is why it is kept sealed, like a password.
 */
public final class Ha1 {
    /** The realm of every challenge. Clients of Atlas expect this one. */
    public static final String REALM = "MMS Public API";

    private Ha1() {}

    /** @return 32 lower-case hexadecimal characters */
    public static String of(String publicKey, String privateKey) {
        return md5(publicKey + ":" + REALM + ":" + privateKey);
    }

    /** What the sealed form is bound to. */
    public static String associatedData(String publicKey) {
        return "api-key:" + publicKey;
    }

    /** @return 32 lower-case hexadecimal characters */
    public static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5.", e);
        }
    }
}
