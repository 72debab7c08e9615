package io.keyward.driver.keyward;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The client's half of HTTP Digest (RFC 7616, {@code qop=auth}), in the algorithm that is asked for. */
final class Digest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final HexFormat HEX = HexFormat.of();
    private static final int NONCE_BYTES = 8;

    private Digest() {}

    /** The Authorization header that answers {@code challenge} for one request. */
    static String answer(String challenge, String method, String uri, String user, String password) {
        String realm = part(challenge, "realm");
        String nonce = part(challenge, "nonce");
        String algorithm = challenge.contains("SHA-256") ? "SHA-256" : "MD5";
        byte[] random = new byte[NONCE_BYTES];
        RANDOM.nextBytes(random);
        String clientNonce = HEX.formatHex(random);
        String secret = hash(algorithm, user + ":" + realm + ":" + password);
        String request = hash(algorithm, method + ":" + uri);
        String response = hash(algorithm, secret + ":" + nonce + ":00000001:" + clientNonce + ":auth:" + request);
        return ("Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", algorithm=%s, qop=auth, nc=00000001, "
                        + "cnonce=\"%s\", response=\"%s\"")
                .formatted(user, realm, nonce, uri, algorithm, clientNonce, response);
    }

    private static String part(String challenge, String name) {
        var matcher = Pattern.compile(name + "=\"([^\"]*)\"").matcher(challenge);
        if (!matcher.find()) {
            throw new IllegalStateException("the challenge has no " + name);
        }
        return matcher.group(1);
    }

    private static String hash(String algorithm, String text) {
        try {
            return HEX.formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
