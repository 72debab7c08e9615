package io.keyward.e2e.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The client's half of HTTP Digest (RFC 7616, MD5, {@code qop=auth}), as curl plays it. */
public final class Digest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final HexFormat HEX = HexFormat.of();

    private Digest() {}

    /** The Authorization header that answers {@code challenge} for one request. */
    public static String answer(String challenge, String method, String uri, String user, String password) {
        String realm = part(challenge, "realm");
        String nonce = part(challenge, "nonce");
        String clientNonce = HEX.formatHex(RANDOM.generateSeed(8));
        String secret = ha1(user, realm, password);
        String response = md5(secret + ":" + nonce + ":00000001:" + clientNonce + ":auth:" + md5(method + ":" + uri));
        return ("Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", algorithm=MD5, qop=auth, nc=00000001, "
                        + "cnonce=\"%s\", response=\"%s\"")
                .formatted(user, realm, nonce, uri, clientNonce, response);
    }

    /** What a server keeps of a password, and must never show. */
    public static String ha1(String user, String realm, String password) {
        return md5(user + ":" + realm + ":" + password);
    }

    private static String part(String challenge, String name) {
        Matcher matcher = Pattern.compile(name + "=\"([^\"]*)\"").matcher(challenge);
        if (!matcher.find()) {
            throw new AssertionError("no " + name + " in challenge: " + challenge);
        }
        return matcher.group(1);
    }

    private static String md5(String text) {
        try {
            return HEX.formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
