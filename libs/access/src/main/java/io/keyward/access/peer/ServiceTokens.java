package io.keyward.access.peer;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.jwt.JwtHmacParameters;
import com.google.crypto.tink.jwt.JwtMac;
import com.google.crypto.tink.jwt.JwtMacConfig;
import com.google.crypto.tink.jwt.JwtValidator;
import com.google.crypto.tink.jwt.RawJwt;
import com.google.crypto.tink.jwt.VerifiedJwt;
import io.keyward.secrets.Keysets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Signs and checks the tokens that services show each other: issuer is the calling service, audience the called one. Short-lived, so that
 * a token that leaked is soon worthless.
 */
@ApplicationScoped
public class ServiceTokens {
    private final JwtMac mac;
    private final Duration life;
    private final Clock clock;

    @Inject
    ServiceTokens(InternalConfig config) {
        this(keyset(config), config.tokenLife(), Clock.systemUTC());
    }

    ServiceTokens(KeysetHandle keyset, Duration life, Clock clock) {
        this.mac = primitive(keyset);
        this.life = life;
        this.clock = clock;
    }

    /** A token with which {@code caller} may call {@code called}; both are application names. */
    public String issue(String caller, String called) {
        RawJwt token = RawJwt.newBuilder()
                .setIssuer(caller)
                .addAudience(called)
                .setIssuedAt(clock.instant())
                .setExpiration(clock.instant().plus(life))
                .build();
        try {
            return mac.computeMacAndEncode(token);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keyward.internal.keyset cannot sign.", e);
        }
    }

    /** The service that signed {@code token} for {@code called}; empty when it is not good, for whatever reason. */
    public Optional<String> verify(String token, String called) {
        try {
            JwtValidator validator = JwtValidator.newBuilder()
                    .expectAudience(called)
                    .ignoreIssuer()
                    .setClock(clock)
                    .build();
            VerifiedJwt verified = mac.verifyMacAndDecode(token, validator);
            return verified.hasIssuer() ? Optional.of(verified.getIssuer()) : Optional.empty();
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** A new keyset, as the JSON that {@code keyward.internal.keyset} takes. Secret, and the same for all services. */
    public static String newKeyset() {
        try {
            JwtMacConfig.register();
            KeysetHandle keyset = KeysetHandle.generateNew(JwtHmacParameters.builder()
                    .setKeySizeBytes(32)
                    .setAlgorithm(JwtHmacParameters.Algorithm.HS256)
                    .setKidStrategy(JwtHmacParameters.KidStrategy.BASE64_ENCODED_KEY_ID)
                    .build());
            return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A keyset cannot be made.", e);
        }
    }

    /** Tink reads a keyset only after its kind of key was made known to it. */
    private static KeysetHandle keyset(InternalConfig config) {
        try {
            JwtMacConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("JWT HMAC is not available.", e);
        }
        return Keysets.read("keyward.internal.keyset", config.keyset(), config.keysetFile());
    }

    private static JwtMac primitive(KeysetHandle keyset) {
        try {
            return keyset.getPrimitive(RegistryConfiguration.get(), JwtMac.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keyward.internal.keyset does not hold JWT HMAC keys.", e);
        }
    }
}
