package io.keyward.simulator.wire;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a SigV4 {@code Authorization} header. Claims, not facts, until {@link SigV4} has verified them.
 *
 * @param timestamp the moment of signing as sent, {@code yyyyMMdd'T'HHmmss'Z'}
 * @param scopeDate the day in the credential scope, {@code yyyyMMdd}
 */
public record Signature(
        String accessKeyId,
        String scopeDate,
        String region,
        String service,
        List<String> signedHeaders,
        String value,
        String timestamp) {

    static final String ALGORITHM = "AWS4-HMAC-SHA256";
    static final String TERMINATOR = "aws4_request";

    /** Reads the header; empty when there is none, or it is not of this scheme, or lacks a part. */
    public static Optional<Signature> of(HttpCall call) {
        return call.header("authorization")
                .filter(header -> header.startsWith(ALGORITHM + " "))
                .map(header -> parts(header.substring(ALGORITHM.length() + 1)))
                .flatMap(parts -> assemble(parts, call.header("x-amz-date").orElse("")));
    }

    private static Optional<Signature> assemble(Map<String, String> parts, String timestamp) {
        String[] credential = parts.getOrDefault("Credential", "").split("/", -1);
        String headers = parts.getOrDefault("SignedHeaders", "");
        String value = parts.getOrDefault("Signature", "");
        boolean complete = credential.length == 5 && credential[4].equals(TERMINATOR);
        if (!complete || headers.isEmpty() || value.isEmpty() || timestamp.isEmpty()) {
            return Optional.empty();
        }
        List<String> signed = Arrays.asList(headers.split(";", -1));
        return Optional.of(
                new Signature(credential[0], credential[1], credential[2], credential[3], signed, value, timestamp));
    }

    private static Map<String, String> parts(String header) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : header.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            }
        }
        return parts;
    }
}
