package io.keyward.simulator.rsa;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;

/** Makes key pairs. One of the JDK's making takes a second or more on a busy machine, and the thread that would wait is the one that serves everybody. */
public final class QuickRsa {

    private QuickRsa() {}

    /** A pair whose modulus no pair of this process has. */
    public static KeyPair make(int bits) {
        Primes.Two two = Primes.of(bits / 2).next();
        BigInteger p = two.p();
        BigInteger q = two.q();
        BigInteger modulus = p.multiply(q);
        BigInteger toP = p.subtract(BigInteger.ONE);
        BigInteger toQ = q.subtract(BigInteger.ONE);
        BigInteger secret = Primes.EXPONENT.modInverse(toP.multiply(toQ));
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            return new KeyPair(
                    factory.generatePublic(new RSAPublicKeySpec(modulus, Primes.EXPONENT)),
                    factory.generatePrivate(new RSAPrivateCrtKeySpec(
                            modulus,
                            Primes.EXPONENT,
                            secret,
                            p,
                            q,
                            secret.mod(toP),
                            secret.mod(toQ),
                            q.modInverse(p))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }
}
