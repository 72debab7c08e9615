package io.keyward.simulator.kms.key;

import io.keyward.simulator.world.KeyMaterial;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What Encrypt returns: AES-256-GCM, with everything in front that is needed to find the key again. The encryption context is
 * authenticated but not contained, and so is the front.
 *
 * <pre>
 * 1 byte format | 1 byte length, name of the material | 2 bytes version of the material | 12 bytes nonce | sealed data and tag
 * </pre>
 *
 * @param materialName account and key id, without region: any region that has the material can decrypt
 * @param version index among the material's versions
 */
public record Ciphertext(String materialName, int version, byte[] nonce, byte[] sealed) {

    private static final byte FORMAT = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Ciphertext seal(
            String materialName, KeyMaterial material, Map<String, String> context, byte[] plaintext) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        Ciphertext front = new Ciphertext(materialName, material.newest(), nonce, new byte[0]);
        try {
            byte[] sealed = front.cipher(Cipher.ENCRYPT_MODE, material, context).doFinal(plaintext);
            return new Ciphertext(materialName, material.newest(), nonce, sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is always there", e);
        }
    }

    /** Reads a blob; empty when it is not one of ours. */
    public static Optional<Ciphertext> parse(byte[] blob) {
        try {
            ByteBuffer in = ByteBuffer.wrap(blob);
            if (in.get() != FORMAT) {
                return Optional.empty();
            }
            String name = new String(take(in, in.get() & 0xff), StandardCharsets.US_ASCII);
            int version = in.getShort() & 0xffff;
            byte[] nonce = take(in, NONCE);
            return Optional.of(new Ciphertext(name, version, nonce, take(in, in.remaining())));
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    /** The plaintext; empty when the blob was altered, or sealed with other material or another context. */
    public Optional<byte[]> open(KeyMaterial material, Map<String, String> context) {
        if (version >= material.versions().size() || sealed.length < TAG_BITS / 8) {
            return Optional.empty();
        }
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, material, context).doFinal(sealed));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is always there", e);
        }
    }

    public byte[] bytes() {
        byte[] front = front();
        return ByteBuffer.allocate(front.length + sealed.length)
                .put(front)
                .put(sealed)
                .array();
    }

    private Cipher cipher(int mode, KeyMaterial material, Map<String, String> context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] secret = material.versions().get(version).secret();
        cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(front());
        new TreeMap<>(context).forEach((key, value) -> {
            cipher.updateAAD(framed(key));
            cipher.updateAAD(framed(value));
        });
        return cipher;
    }

    private byte[] front() {
        byte[] name = materialName.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(4 + name.length + NONCE)
                .put(FORMAT)
                .put((byte) name.length)
                .put(name)
                .putShort((short) version)
                .put(nonce)
                .array();
    }

    /** With its length in front, so that no two contexts look alike. */
    private static byte[] framed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] taken = new byte[length];
        in.get(taken);
        return taken;
    }
}
