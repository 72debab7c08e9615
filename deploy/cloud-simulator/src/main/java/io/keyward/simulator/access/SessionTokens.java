package io.keyward.simulator.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.simulator.world.Role;
import io.keyward.simulator.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Issues and opens session credentials. */
public final class SessionTokens {

    /** What AssumeRole hands out. */
    public record Credentials(
            String accessKeyId, String secretAccessKey, String token, Instant expiration, String arn) {

        @Override
        public String toString() {
            return "Credentials[" + arn + "]";
        }
    }

    /** A session with the secret that its requests are signed with. */
    record Known(Session session, String secret) {

        @Override
        public String toString() {
            return "Known[" + session + "]";
        }
    }

    private static final int REMEMBERED = 20_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String KEY_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final byte[] secret;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Known> opened = new ConcurrentHashMap<>();

    public SessionTokens(World world) {
        this.secret = world.sessionSecret();
    }

    public Credentials issue(Role role, String sessionName, @Nullable String policy, Instant expiration) {
        String accessKeyId = "ASIA" + text(random, 16);
        Session session =
                new Session(accessKeyId, role.arn(), role.id(), sessionName, policy, expiration.toEpochMilli());
        return new Credentials(accessKeyId, secretOf(accessKeyId), seal(session), expiration, session.arn());
    }

    /** A unique id with the given prefix, as AWS makes them for roles. */
    public static String uniqueId(String prefix) {
        return prefix + text(new SecureRandom(), 17);
    }

    String secretOf(String accessKeyId) {
        return Base64.getEncoder().encodeToString(hmac("secret:" + accessKeyId));
    }

    /** The session behind a token; empty when the token is not one of ours or belongs to another access key. */
    Optional<Known> open(String token, String accessKeyId) {
        @Nullable Known known = opened.get(token);
        return (known == null ? unseal(token) : Optional.of(known))
                .filter(session -> session.session().accessKeyId().equals(accessKeyId));
    }

    private Optional<Known> unseal(String token) {
        try {
            byte[] sealed = Base64.getDecoder().decode(token);
            byte[] nonce = Arrays.copyOf(sealed, NONCE);
            byte[] json = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(sealed, NONCE, sealed.length - NONCE);
            Session session = MAPPER.readValue(json, Session.class);
            return Optional.of(remember(token, new Known(session, secretOf(session.accessKeyId()))));
        } catch (IllegalArgumentException | GeneralSecurityException | IOException e) {
            return Optional.empty();
        }
    }

    /** A token comes with every request of its session, and says the same each time. */
    private Known remember(String token, Known known) {
        if (opened.size() >= REMEMBERED) {
            opened.clear();
        }
        opened.put(token, known);
        return known;
    }

    private String seal(Session session) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(MAPPER.writeValueAsBytes(session));
            byte[] token = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, token, NONCE, sealed.length);
            return Base64.getEncoder().encodeToString(token);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a session is always sealable", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static String text(RandomGenerator random, int length) {
        StringBuilder text = new StringBuilder();
        random.ints(length, 0, KEY_ALPHABET.length()).forEach(i -> text.append(KEY_ALPHABET.charAt(i)));
        return text.toString();
    }
}
