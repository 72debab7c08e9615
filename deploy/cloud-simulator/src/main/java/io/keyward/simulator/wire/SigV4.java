package io.keyward.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Verification of AWS Signature Version 4 for services other than S3. Pure: the time comes in. */
public final class SigV4 {

    /** What can be wrong with a signature, with the text that AWS uses. */
    public sealed interface Verdict {
        record Genuine() implements Verdict {}

        record Refused(String message) implements Verdict {}
    }

    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String MISMATCH =
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access"
                    + " Key and signing method. Consult the service documentation for details.";

    private static final SigningKeys KEYS = new SigningKeys();
    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private SigV4() {}

    public static Verdict verify(HttpCall call, Signature signature, String secret, Instant now) {
        Instant signedAt;
        try {
            signedAt = LocalDateTime.parse(signature.timestamp(), TIMESTAMP).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return new Verdict.Refused("Date must be in ISO-8601 'basic format'. Got '" + signature.timestamp() + "'.");
        }
        if (signedAt.isBefore(now.minus(SKEW))) {
            return new Verdict.Refused("Signature expired: %s is now earlier than %s (%s - 5 min.)"
                    .formatted(signature.timestamp(), text(now.minus(SKEW)), text(now)));
        }
        if (signedAt.isAfter(now.plus(SKEW))) {
            return new Verdict.Refused("Signature not yet current: %s is still later than %s (%s + 5 min.)"
                    .formatted(signature.timestamp(), text(now.plus(SKEW)), text(now)));
        }
        boolean sameDay = signature.timestamp().startsWith(signature.scopeDate());
        boolean hostSigned = signature.signedHeaders().contains("host");
        return sameDay && hostSigned && equal(sign(call, signature, secret), signature.value())
                ? new Verdict.Genuine()
                : new Verdict.Refused(MISMATCH);
    }

    /** The signature that the request should carry, as lower-case hex. */
    static String sign(HttpCall call, Signature signature, String secret) {
        String scope =
                String.join("/", signature.scopeDate(), signature.region(), signature.service(), Signature.TERMINATOR);
        String toSign = String.join(
                "\n",
                Signature.ALGORITHM,
                signature.timestamp(),
                scope,
                sha256(canonicalRequest(call, signature.signedHeaders()).getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(SigningKeys.hmac(KEYS.of(signature, secret), toSign));
    }

    static String canonicalRequest(HttpCall call, List<String> signedHeaders) {
        StringBuilder headers = new StringBuilder();
        for (String name : signedHeaders) {
            headers.append(name)
                    .append(':')
                    .append(canonicalValue(call.headers(), name))
                    .append('\n');
        }
        String query = Arrays.stream(call.query().split("&", -1))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.contains("=") ? pair : pair + "=")
                .sorted()
                .collect(Collectors.joining("&"));
        return String.join(
                "\n",
                call.method(),
                canonicalPath(call.path()),
                query,
                headers,
                String.join(";", signedHeaders),
                sha256(call.body()));
    }

    private static String canonicalValue(Map<String, List<String>> headers, String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1
                ? trimmed(values.getFirst())
                : values.stream().map(SigV4::trimmed).collect(Collectors.joining(","));
    }

    private static String trimmed(String value) {
        String stripped = value.strip();
        return stripped.contains("  ") ? SPACES.matcher(stripped).replaceAll(" ") : stripped;
    }

    /** The path is encoded once more than it already is, except for its slashes. */
    private static String canonicalPath(String path) {
        if (path.isEmpty() || path.equals("/")) {
            return "/";
        }
        StringBuilder encoded = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "-._~/".indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", b & 0xff));
        }
        return encoded.toString();
    }

    private static boolean equal(String left, String right) {
        return MessageDigest.isEqual(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Instant instant) {
        return TIMESTAMP.format(instant);
    }

    private static String sha256(byte[] data) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
