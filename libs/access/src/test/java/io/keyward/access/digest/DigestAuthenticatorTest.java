package io.keyward.access.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.access.principal.ApiKey;
import io.keyward.access.principal.DigestAlgorithm;
import io.keyward.access.principal.Principal;
import io.keyward.access.principal.Principals;
import io.keyward.access.principal.TokenClaims;
import io.keyward.testkit.Rule;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestAuthenticatorTest {

    @Rule("A5")
    @ParameterizedTest
    @CsvSource({"MD5, MD5, false", "MD5, MD5, true", "SHA_256, SHA-256, false"})
    void theChallengeNamesOneHash(DigestAlgorithm algorithm, String named, boolean stale) {
        // Given
        DigestAuthenticator authenticator = authenticator(Optional.empty(), algorithm);

        // Then
        assertThat(authenticator.challenge(stale))
                .matches("Digest realm=\"MMS Public API\", domain=\"\", nonce=\"[A-Za-z0-9+/]{32}\", algorithm=" + named
                        + ", qop=\"auth\", stale=" + stale);
    }

    @Test
    void aSecretThatIsTooShortIsRefused() {
        assertThatThrownBy(() -> authenticator(Optional.of("short"), DigestAlgorithm.MD5))
                .hasMessageContaining("keyward.access.nonce-secret")
                .hasMessageNotContaining("short");
    }

    private static DigestAuthenticator authenticator(Optional<String> secret, DigestAlgorithm algorithm) {
        return new DigestAuthenticator(
                new Nobody(), new Settings(secret, algorithm, Duration.ofSeconds(60)), Clock.systemUTC());
    }

    private record Settings(Optional<String> nonceSecret, DigestAlgorithm digestAlgorithm, Duration nonceLife)
            implements DigestConfig {}

    private static final class Nobody implements Principals {
        @Override
        public Uni<Optional<ApiKey>> apiKey(String publicKey) {
            return Uni.createFrom().item(Optional.empty());
        }

        @Override
        public Uni<Optional<Principal>> token(TokenClaims claims) {
            return Uni.createFrom().item(Optional.empty());
        }
    }
}
