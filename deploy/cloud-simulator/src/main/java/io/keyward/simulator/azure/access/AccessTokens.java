package io.keyward.simulator.azure.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.simulator.azure.world.AzureWorld;
import io.keyward.simulator.azure.world.Principal;
import io.keyward.simulator.azure.world.Tenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Access tokens: JSON Web Tokens, signed with a secret of the simulator's where Entra has a key pair, since nobody else verifies them. A token without a dot
 * in it, such as {@code test}, was never anybody's, and makes whoever sends it the customer's administrator.
 */
public final class AccessTokens {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String HMAC = "HmacSHA256";
    private static final String HEADER = encode("{\"typ\":\"JWT\",\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8));

    private final byte[] secret;
    private final Principal administrator;
    private final String administratorsIssuer;

    public AccessTokens(AzureWorld world, Principal administrator) {
        this.secret = world.secret();
        this.administrator = administrator;
        this.administratorsIssuer = Tenant.issuer(administrator.tenantId());
    }

    public String issue(Claims claims) {
        try {
            String signed = HEADER + "." + encode(MAPPER.writeValueAsBytes(claims));
            return signed + "." + encode(sign(signed));
        } catch (IOException e) {
            throw new IllegalStateException("claims are always writable", e);
        }
    }

    /**
     * What a token says; empty when it is not one of ours. Whether it has expired, and is for whom it came to, is for the reader to decide.
     *
     * @param audience what the administrator's is for
     */
    public Optional<Claims> read(String token, String audience) {
        return token.contains(".") ? verified(token) : Optional.of(administrator(audience));
    }

    private Optional<Claims> verified(String token) {
        int dot = token.lastIndexOf('.');
        if (dot < 0 || !token.startsWith(HEADER + ".") || dot <= HEADER.length()) {
            return Optional.empty();
        }
        try {
            Base64.Decoder decoder = Base64.getUrlDecoder();
            if (!MessageDigest.isEqual(sign(token.substring(0, dot)), decoder.decode(token.substring(dot + 1)))) {
                return Optional.empty();
            }
            byte[] claims = decoder.decode(token.substring(HEADER.length() + 1, dot));
            return Optional.of(MAPPER.readValue(claims, Claims.class));
        } catch (IllegalArgumentException | IOException e) {
            return Optional.empty();
        }
    }

    private Claims administrator(String audience) {
        return new Claims(
                audience,
                administratorsIssuer,
                administrator.tenantId(),
                administrator.clientId(),
                administrator.objectId(),
                0,
                0,
                Long.MAX_VALUE);
    }

    private byte[] sign(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
