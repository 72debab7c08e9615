package io.keyward.validation.check;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Ciphertext that an earlier check made with the key and kept. Decrypting it proves that what was encrypted before can still be read, and
 * having one proves that the key once worked. The plaintext is a constant and no secret.
 */
public final class Probe {
    private final byte[] ciphertext;

    private Probe(byte[] ciphertext) {
        this.ciphertext = ciphertext;
    }

    /** Copies {@code ciphertext}. */
    public static Probe of(byte[] ciphertext) {
        return new Probe(ciphertext.clone());
    }

    /** A copy, for storing and for sending. */
    public byte[] ciphertext() {
        return ciphertext.clone();
    }

    /** This, when a key opened it to what was encrypted; fails otherwise, for then it was not the key that answered. */
    public Probe openedAs(byte[] opened, byte[] expected) {
        if (!MessageDigest.isEqual(opened, expected)) {
            throw new IllegalArgumentException("the ciphertext was opened to something else");
        }
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Probe probe && Arrays.equals(ciphertext, probe.ciphertext);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ciphertext);
    }

    @Override
    public String toString() {
        return "Probe[" + ciphertext.length + " bytes]";
    }
}
