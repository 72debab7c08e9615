package io.keyward.simulator.google.token;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.keyward.simulator.google.world.ServiceAccount;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A key of a service account as its owner has it. Two of them are the same in every simulator, so that they can be configured before there is one: they are
 * given by their primes, which costs nothing at the start, unlike making a key. They are no secrets: they open nothing but a simulator.
 *
 * @param id forty hex digits
 */
public record AccountKey(String id, RSAPrivateCrtKey privateKey) {

    private static final BigInteger EXPONENT = BigInteger.valueOf(65537);
    private static final int ID = 20;

    private static final String DEMO_P =
            "e8af987c06a75d5a0966a9236c1082037a6aef73cf01cab37df57cbc554ccabe48fdcb56d9ae87957991f0d48afda341"
                    + "19138435d23884e0b539f6645e511f4e216db6bfb1f7a59a4206c3a9e385af6056d9154dd76501529db471d40748ace8"
                    + "eb065f41f9afd40e31431dd688fa70a0de3478b7c23d94671cd70f04bb72374d";
    private static final String DEMO_Q =
            "c108f45b2d7720578e837058dce3ea7e1419b05c4a08f8b30a63144fb13c841266a060ea726cd9f9bba342bf47a8fefd"
                    + "179076bf050eccb861334ff4fe00c4e3bae84c1c77cf46f83320514df98681223e15d83e50717cf85eabff802539560c"
                    + "51b053e121d54494846c804bcf99adf262ee031b210285fa2c8299eabaa084cd";
    private static final String PLATFORM_P =
            "d5349296562daff6efa1d5f6fd8dbdf485a9456976113eb49a4e4b20028354b4073e4d57779f18c4851501931911b3ad"
                    + "4cc565dc82b7fb6b8983589951cbb4af1cb891f327cfbb1937654f892e158971e9b0b1e7ba16668bf72d1a25311c9944"
                    + "9e08e9d2dd430ac0d9737105eaa3c31d1e196be778c317a0240b4858ab77038f";
    private static final String PLATFORM_Q =
            "c42d3e4da9e5c813deac07f599e258a6e62e2780abf35b3e7a8fc98acfcf99a6aae2bc5949a5f64a70b5349af7d779c2"
                    + "26c6732c0641e23b71f7a0ad30c7ca873517dfd342f6f66d903887332cf0d624ca5a7647b6b60a54ba1a98fff56591b5"
                    + "5f29209731092d1d14453b369ca83759eabd6cf25739f66f5afcd23dac486f4f";

    /** Of the customer's service account. */
    public static AccountKey demo() {
        return of("d3a0c5e1b7f24698a1c0d2e4f6a8b0c2d4e6f801", DEMO_P, DEMO_Q);
    }

    /** Of the product's own. */
    public static AccountKey platform() {
        return of("a7c9e1b3d5f70928b4a6c8d0e2f41638597a0b1c", PLATFORM_P, PLATFORM_Q);
    }

    /** A new one: with an id of its own, by which alone it is told from others, since making a pair takes seconds. */
    public static AccountKey made() {
        byte[] id = new byte[ID];
        new SecureRandom().nextBytes(id);
        return new AccountKey(HexFormat.of().formatHex(id), demo().privateKey());
    }

    /** The public half, in X.509. */
    public byte[] publicKey() {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(privateKey.getModulus(), EXPONENT))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    /** The file that Google hands out for a key, as JSON. */
    public String file(String email, String uniqueId) {
        String encoded = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(privateKey.getEncoded());
        String kind = "PRIVATE KEY-----\n";
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "service_account")
                .put("project_id", ServiceAccount.projectOf(email))
                .put("private_key_id", id)
                .put("private_key", "-----BEGIN " + kind + encoded + "\n-----END " + kind)
                .put("client_email", email)
                .put("client_id", uniqueId)
                .put("auth_uri", "https://accounts.google.com/o/oauth2/auth")
                .put("token_uri", "https://oauth2.googleapis.com/token")
                .put("auth_provider_x509_cert_url", "https://www.googleapis.com/oauth2/v1/certs")
                .put("client_x509_cert_url", "https://www.googleapis.com/robot/v1/metadata/x509/" + email)
                .put("universe_domain", "googleapis.com")
                .toString();
    }

    @Override
    public String toString() {
        return "AccountKey[" + id + "]";
    }

    private static AccountKey of(String id, String first, String second) {
        BigInteger p = new BigInteger(first, 16);
        BigInteger q = new BigInteger(second, 16);
        BigInteger beforeP = p.subtract(BigInteger.ONE);
        BigInteger beforeQ = q.subtract(BigInteger.ONE);
        BigInteger secret = EXPONENT.modInverse(beforeP.multiply(beforeQ));
        try {
            RSAPrivateCrtKeySpec key = new RSAPrivateCrtKeySpec(
                    p.multiply(q), EXPONENT, secret, p, q, secret.mod(beforeP), secret.mod(beforeQ), q.modInverse(p));
            return new AccountKey(
                    id, (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }
}
