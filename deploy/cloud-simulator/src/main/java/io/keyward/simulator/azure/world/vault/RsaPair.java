package io.keyward.simulator.azure.world.vault;

import io.keyward.simulator.rsa.QuickRsa;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/**
 * Both halves of an RSA key, encoded.
 *
 * @param secret PKCS #8
 * @param open X.509
 */
public record RsaPair(byte[] secret, byte[] open) {

    private static final String RSA = "RSA";
    private static final String OAEP = "RSA/ECB/OAEPPadding";
    private static final OAEPParameterSpec SHA_1 =
            new OAEPParameterSpec("SHA-1", "MGF1", MGF1ParameterSpec.SHA1, PSource.PSpecified.DEFAULT);
    private static final OAEPParameterSpec SHA_256 =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private static final Map<String, Optional<OAEPParameterSpec>> ALGORITHMS =
            Map.of("RSA-OAEP-256", Optional.of(SHA_256), "RSA-OAEP", Optional.of(SHA_1), "RSA1_5", Optional.empty());

    /** A fresh one, of no key that was made before. */
    public static RsaPair make(int bits) {
        KeyPair pair = QuickRsa.make(bits);
        return new RsaPair(pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
    }

    /** Whether this is the name of an algorithm for encryption and wrapping. */
    public static boolean knows(String algorithm) {
        return ALGORITHMS.containsKey(algorithm);
    }

    /** The plaintext enciphered; empty when it is too long for the key. */
    public Optional<byte[]> encrypt(String algorithm, byte[] plaintext) {
        return run(algorithm, Cipher.ENCRYPT_MODE, plaintext);
    }

    /** The ciphertext deciphered; empty when it was not made with this key and algorithm. */
    public Optional<byte[]> decrypt(String algorithm, byte[] ciphertext) {
        return run(algorithm, Cipher.DECRYPT_MODE, ciphertext);
    }

    /** The modulus, big-endian without a sign. */
    public byte[] modulus() {
        return unsigned(openKey().getModulus());
    }

    /** The public exponent, likewise. */
    public byte[] exponent() {
        return unsigned(openKey().getPublicExponent());
    }

    @Override
    public String toString() {
        return "RsaPair";
    }

    private Optional<byte[]> run(String algorithm, int mode, byte[] input) {
        try {
            return Optional.of(cipher(algorithm, mode).doFinal(input));
        } catch (BadPaddingException | IllegalBlockSizeException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA is always there", e);
        }
    }

    private Cipher cipher(String algorithm, int mode) throws GeneralSecurityException {
        Optional<OAEPParameterSpec> padding = ALGORITHMS.getOrDefault(algorithm, Optional.empty());
        Cipher cipher = Cipher.getInstance(padding.isPresent() ? OAEP : "RSA/ECB/PKCS1Padding");
        Key key = mode == Cipher.ENCRYPT_MODE ? openKey() : secretKey();
        if (padding.isPresent()) {
            cipher.init(mode, key, padding.get());
        } else {
            cipher.init(mode, key);
        }
        return cipher;
    }

    private RSAPublicKey openKey() {
        try {
            PublicKey key = KeyFactory.getInstance(RSA).generatePublic(new X509EncodedKeySpec(open));
            return (RSAPublicKey) key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not a public key", e);
        }
    }

    private PrivateKey secretKey() throws GeneralSecurityException {
        return KeyFactory.getInstance(RSA).generatePrivate(new PKCS8EncodedKeySpec(secret));
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }
}
