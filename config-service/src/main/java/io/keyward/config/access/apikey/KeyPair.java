package io.keyward.config.access.apikey;

import io.keyward.access.Caller;
import io.keyward.config.access.credential.NewCredential;
import io.keyward.config.access.credential.Settings;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A new pair: what HTTP Digest calls user name and password.
 *
 * @param publicKey eight lower-case letters
 * @param privateKey a random UUID; shown once, and never printed
 */
public record KeyPair(String publicKey, String privateKey) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 8;

    /** One that nobody has. */
    public static KeyPair next() {
        String publicKey =
                RANDOM.ints(LENGTH, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
        return new KeyPair(publicKey, UUID.randomUUID().toString());
    }

    /** The API key that it is the pair of. */
    public NewCredential key(String orgId, Settings settings) {
        return NewCredential.keyPair(orgId, Caller.Kind.API_KEY, publicKey, privateKey, settings);
    }

    @Override
    public String toString() {
        return "KeyPair[" + publicKey + "]";
    }
}
