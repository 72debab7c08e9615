package io.keyward.validation.hint.source;

import io.keyward.atlas.ObjectIds;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a hint source proves itself with: {@code kwh_<id of the source>_<256 random bits>}. The id finds the row, the hash decides. As the secret is random,
 * a plain hash of it cannot be guessed from.
 */
final class HintToken {
    private static final Pattern FORMAT = Pattern.compile("kwh_([0-9a-f]{24})_[A-Za-z0-9_-]{43}");
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String sourceId;
    private final String text;

    private HintToken(String sourceId, String text) {
        this.sourceId = sourceId;
        this.text = text;
    }

    /** A new one, for a new source. */
    static HintToken mint() {
        var secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        var sourceId = ObjectIds.next();
        return new HintToken(
                sourceId,
                "kwh_" + sourceId + "_"
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** What was sent as one; empty when it cannot be one. */
    static Optional<HintToken> parse(String sent) {
        var matcher = FORMAT.matcher(sent);
        return matcher.matches() ? Optional.of(new HintToken(matcher.group(1), sent)) : Optional.empty();
    }

    /** The source that it says it is of. */
    String sourceId() {
        return sourceId;
    }

    /** The whole token: to be shown once, and nowhere else. */
    String reveal() {
        return text;
    }

    /** What is kept of it. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Whether {@code hash} was kept of this token; takes as long whatever differs. */
    boolean matches(byte[] hash) {
        return MessageDigest.isEqual(hash(), hash);
    }

    @Override
    public String toString() {
        return "HintToken[" + sourceId + "]";
    }
}
