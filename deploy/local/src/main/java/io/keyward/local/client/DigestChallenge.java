package io.keyward.local.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server's Digest challenge (RFC 7616, MD5, {@code qop=auth}) and the answer to it. */
record DigestChallenge(String realm, String nonce) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String FIRST_USE = "00000001";
    private static final int CNONCE_BYTES = 8;

    /** Fails with IllegalStateException when {@code header} is no such challenge. */
    static DigestChallenge parse(String header) {
        if (!header.startsWith("Digest ")) {
            throw new IllegalStateException("the server did not ask for Digest, but for '" + header + "'");
        }
        return new DigestChallenge(parameter(header, "realm"), parameter(header, "nonce"));
    }

    /** Value of the Authorization header; {@code target} is the path with its query, as it is sent. */
    String answer(String user, String password, String method, String target) {
        String cnonce = cnonce();
        String secret = md5(user + ":" + realm + ":" + password);
        String request = md5(method + ":" + target);
        String response = md5(String.join(":", secret, nonce, FIRST_USE, cnonce, "auth", request));
        return ("Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", algorithm=MD5, qop=auth, nc=%s, "
                        + "cnonce=\"%s\", response=\"%s\"")
                .formatted(user, realm, nonce, target, FIRST_USE, cnonce, response);
    }

    private static String parameter(String header, String name) {
        Matcher matcher = Pattern.compile(name + "=\"([^\"]*)\"").matcher(header);
        if (!matcher.find()) {
            throw new IllegalStateException("the challenge has no " + name + ": " + header);
        }
        return matcher.group(1);
    }

    private static String cnonce() {
        byte[] bytes = new byte[CNONCE_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String md5(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
