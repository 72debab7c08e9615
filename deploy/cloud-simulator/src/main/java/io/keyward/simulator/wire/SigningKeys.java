package io.keyward.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keys that requests are signed with. One is four hashes away from its secret, and serves a day, a region and a service: it is worth being remembered. */
final class SigningKeys {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int REMEMBERED = 20_000;

    private final Map<Origin, SecretKeySpec> derived = new ConcurrentHashMap<>();

    private record Origin(String secret, String date, String region, String service) {
        @Override
        public String toString() {
            return "Origin[" + date + ", " + region + ", " + service + "]";
        }
    }

    SecretKeySpec of(Signature signature, String secret) {
        if (derived.size() > REMEMBERED) {
            derived.clear();
        }
        Origin origin = new Origin(secret, signature.scopeDate(), signature.region(), signature.service());
        return derived.computeIfAbsent(origin, SigningKeys::derive);
    }

    static byte[] hmac(SecretKeySpec key, String data) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(data.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static SecretKeySpec derive(Origin origin) {
        SecretKeySpec key = key(("AWS4" + origin.secret()).getBytes(StandardCharsets.UTF_8));
        for (String part : new String[] {origin.date(), origin.region(), origin.service(), Signature.TERMINATOR}) {
            key = key(hmac(key, part));
        }
        return key;
    }

    private static SecretKeySpec key(byte[] bytes) {
        return new SecretKeySpec(bytes, ALGORITHM);
    }
}
