package io.keyward.config.access.token;

import io.keyward.config.access.credential.Secret;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Ids of tokens: 24 hexadecimal characters, of which the first eight tell with which secret of its account a token was made. So a token goes
 * with its secret, without a list of all tokens.
 */
final class TokenIds {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 8;

    private TokenIds() {}

    static String next(Secret secret) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        return secret.mark() + HexFormat.of().formatHex(random);
    }

    static boolean isOf(Secret secret, String tokenId) {
        return tokenId.startsWith(secret.mark());
    }
}
