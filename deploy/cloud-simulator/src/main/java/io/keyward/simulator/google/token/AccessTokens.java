package io.keyward.simulator.google.token;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Issues and opens access tokens. They carry what they say, under a seal, so that a restart does not end them. */
final class AccessTokens {

    static final String PREFIX = "ya29.";

    private static final String ALGORITHM = "HmacSHA256";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * What a token gives.
     *
     * @param accountId the unique id of the account: a token does not survive its account, even if there is another one of that address
     */
    record Grant(String email, String accountId, List<String> scopes, long expiresAtMillis) {}

    private final byte[] secret;

    AccessTokens(byte[] secret) {
        this.secret = secret.clone();
    }

    String issue(Grant grant) {
        try {
            String said = Base64.getUrlEncoder().withoutPadding().encodeToString(MAPPER.writeValueAsBytes(grant));
            return PREFIX + said + "_" + seal(said);
        } catch (IOException e) {
            throw new IllegalStateException("a grant is always writable", e);
        }
    }

    /** What a token gives, be it over by now; empty when it is none of ours. */
    Optional<Grant> open(String token) {
        int at = token.length() - seal("").length() - 1;
        if (!token.startsWith(PREFIX) || at <= PREFIX.length()) {
            return Optional.empty();
        }
        String said = token.substring(PREFIX.length(), at);
        byte[] claimed = token.substring(at + 1).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(claimed, seal(said).getBytes(StandardCharsets.US_ASCII))) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readValue(Base64.getUrlDecoder().decode(said), Grant.class));
        } catch (IOException e) {
            throw new IllegalStateException("what is sealed is a grant", e);
        }
    }

    private String seal(String said) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            byte[] sum = mac.doFinal(("google:" + said).getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
