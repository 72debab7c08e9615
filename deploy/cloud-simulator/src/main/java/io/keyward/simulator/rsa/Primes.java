package io.keyward.simulator.rsa;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Primes of one size. Finding one is slow, so each goes together with every other ({@code n} of them make {@code n (n - 1) / 2} keys, all different), and
 * some of the usual size are at hand from the start. That would be a gift to whoever wants to factor them, and is no loss to a simulator.
 */
final class Primes {

    /** Two that have not been together before. */
    record Two(BigInteger p, BigInteger q) {}

    static final BigInteger EXPONENT = BigInteger.valueOf(65_537);

    private static final Map<Integer, Primes> BY_BITS = new ConcurrentHashMap<>();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int bits;
    private final List<BigInteger> found;
    private int earlier;
    private int later;

    private Primes(int bits) {
        this.bits = bits;
        this.found = atHand("primes-" + bits + ".txt");
    }

    /** Those that have so many bits. */
    static Primes of(int bits) {
        return BY_BITS.computeIfAbsent(bits, Primes::new);
    }

    synchronized Two next() {
        if (earlier == later) {
            later++;
            earlier = 0;
        }
        while (found.size() <= later) {
            found.add(find());
        }
        return new Two(found.get(later), found.get(earlier++));
    }

    /** With its two highest bits set, so that a product of two has all the bits it should have. */
    private BigInteger find() {
        BigInteger prime = BigInteger.probablePrime(bits, RANDOM);
        boolean fits = prime.testBit(bits - 2)
                && !prime.subtract(BigInteger.ONE).mod(EXPONENT).equals(BigInteger.ZERO)
                && !found.contains(prime);
        return fits ? prime : find();
    }

    /** In an order of this process's own: keys that it makes are hardly those that another made before it. */
    private static List<BigInteger> atHand(String resource) {
        List<BigInteger> primes = new ArrayList<>();
        try (InputStream in = Primes.class.getResourceAsStream(resource)) {
            if (in != null) {
                new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                        .lines()
                        .forEach(line -> primes.add(new BigInteger(line, 16)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Collections.shuffle(primes, RANDOM);
        return primes;
    }
}
