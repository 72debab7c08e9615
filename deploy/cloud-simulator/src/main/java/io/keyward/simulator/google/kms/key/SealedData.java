package io.keyward.simulator.google.kms.key;

import io.keyward.simulator.google.world.KeyVersion;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What Encrypt returns: AES-256-GCM over data and additional authenticated data, with the version in front. It does not say which key, which is why Decrypt has to
 * be told; a checksum of the key's name tells a wrong one from altered data.
 *
 * <pre>
 * 1 byte format | 4 bytes checksum of the key's name | 4 bytes number of the version | 12 bytes nonce | sealed data and tag
 * </pre>
 */
public record SealedData(int key, int version, byte[] nonce, byte[] sealed) {

    private static final byte FORMAT = 10;
    private static final int FRONT = 1 + 2 * Integer.BYTES;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static byte[] seal(KeyVersion version, byte[] plaintext, byte[] additional) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        SealedData front = new SealedData(sum(version), version.name().number(), nonce, new byte[0]);
        try {
            byte[] sealed =
                    front.cipher(Cipher.ENCRYPT_MODE, version, additional).doFinal(plaintext);
            return ByteBuffer.allocate(FRONT + NONCE + sealed.length)
                    .put(front.front())
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is always there", e);
        }
    }

    /** Reads it; empty when it is not of this form. */
    public static Optional<SealedData> parse(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            if (in.get() != FORMAT) {
                return Optional.empty();
            }
            int key = in.getInt();
            int version = in.getInt();
            byte[] nonce = new byte[NONCE];
            in.get(nonce);
            byte[] sealed = new byte[in.remaining()];
            in.get(sealed);
            return Optional.of(new SealedData(key, version, nonce, sealed));
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    /** Whether a version of this number, of this key, sealed it. */
    public boolean isOf(KeyVersion other) {
        return version == other.name().number() && key == sum(other);
    }

    /** What was sealed; empty when anything was altered. */
    public Optional<byte[]> open(KeyVersion with, byte[] additional) {
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, with, additional).doFinal(sealed));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is always there", e);
        }
    }

    private Cipher cipher(int mode, KeyVersion with, byte[] additional) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(with.secret(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(front());
        cipher.updateAAD(additional);
        return cipher;
    }

    private byte[] front() {
        return ByteBuffer.allocate(FRONT)
                .put(FORMAT)
                .putInt(key)
                .putInt(version)
                .array();
    }

    private static int sum(KeyVersion version) {
        CRC32 sum = new CRC32();
        sum.update(version.name().key().toString().getBytes(StandardCharsets.UTF_8));
        return (int) sum.getValue();
    }
}
