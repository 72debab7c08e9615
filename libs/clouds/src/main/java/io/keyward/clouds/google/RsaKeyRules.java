package io.keyward.clouds.google;

import io.keyward.clouds.google.ServiceAccountKey.UnreadableException;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.stream.Stream;

/** Which RSA keys we sign with: their parts are for customers to choose, and the work that they make is ours. Pure. */
final class RsaKeyRules {
    /** Google makes keys of 1024 and 2048 bits. One of 16384 bits, or with exponents without end, keeps a processor busy for half a minute with each check. */
    private static final int FEWEST_BITS = 1024;

    private static final int MOST_BITS = 4096;

    private RsaKeyRules() {}

    /** That key, when signing with it takes as long as with those that Google makes. */
    static PrivateKey usual(PrivateKey key) {
        if (!(key instanceof RSAPrivateCrtKey rsa)) {
            throw new UnreadableException("The private_key of the service account key is no complete RSA key.");
        }
        int bits = rsa.getModulus().bitLength();
        if (bits < FEWEST_BITS || bits > MOST_BITS) {
            throw new UnreadableException("The private_key of the service account key has " + bits
                    + " bits, and between " + FEWEST_BITS + " and " + MOST_BITS + " are taken.");
        }
        if (!belongsTogether(rsa, bits)) {
            throw new UnreadableException(
                    "The parts of the private_key of the service account key do not belong together.");
        }
        return key;
    }

    private static boolean belongsTogether(RSAPrivateCrtKey key, int bits) {
        return Stream.of(key.getModulus(), key.getPublicExponent(), key.getPrivateExponent())
                        .allMatch(part -> isWithin(part, bits))
                && Stream.of(
                                key.getPrimeP(),
                                key.getPrimeQ(),
                                key.getPrimeExponentP(),
                                key.getPrimeExponentQ(),
                                key.getCrtCoefficient())
                        .allMatch(part -> isWithin(part, bits / 2 + 1))
                && key.getPrimeP().multiply(key.getPrimeQ()).equals(key.getModulus());
    }

    private static boolean isWithin(BigInteger part, int bits) {
        return part.signum() > 0 && part.bitLength() <= bits;
    }
}
