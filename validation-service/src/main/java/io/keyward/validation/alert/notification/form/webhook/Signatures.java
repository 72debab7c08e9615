package io.keyward.validation.alert.notification.form.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** By what a receiver knows that a body is ours and was not changed. */
final class Signatures {
    private Signatures() {}

    /** Ours: covers the time, so that a recorded request cannot be played back later. */
    static String v1(String secret, long timestamp, String body) {
        return "v1=" + HexFormat.of().formatHex(hmac("HmacSHA256", secret, timestamp + "." + body));
    }

    /** As receivers made for Atlas expect it: the body alone, HMAC-SHA-1 in Base64. */
    static String mms(String secret, String body) {
        return Base64.getEncoder().encodeToString(hmac("HmacSHA1", secret, body));
    }

    private static byte[] hmac(String algorithm, String secret, String text) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
