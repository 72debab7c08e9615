package io.keyward.secrets.kek;

/** A key of a KMS that encrypts keysets and never leaves it. Each call asks once, within a limit of time. */
public interface Kek extends AutoCloseable {

    byte[] encrypt(byte[] plaintext) throws KekException;

    byte[] decrypt(byte[] ciphertext) throws KekException;

    @Override
    void close();
}
