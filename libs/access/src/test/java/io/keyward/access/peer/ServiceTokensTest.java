package io.keyward.access.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import io.keyward.secrets.Keysets;
import io.keyward.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceTokensTest {
    private final MutableClock clock = new MutableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final String keyset = ServiceTokens.newKeyset();
    private final ServiceTokens tokens = tokens(keyset);

    @Test
    void tellWhoCalls() {
        assertThat(tokens(keyset).verify(tokens.issue("config-service", "validation-service"), "validation-service"))
                .contains("config-service");
    }

    @Test
    void areGoodForOneServiceOnly() {
        assertThat(tokens.verify(tokens.issue("config-service", "validation-service"), "config-service"))
                .isEmpty();
    }

    @Test
    void areGoodForAMinuteOnly() {
        // Given
        String token = tokens.issue("a", "b");

        // Then
        clock.advance(Duration.ofSeconds(59));
        assertThat(tokens.verify(token, "b")).isPresent();
        clock.advance(Duration.ofSeconds(2));
        assertThat(tokens.verify(token, "b")).isEmpty();
    }

    @Test
    void areWorthlessUnderAnotherKeysetAndWhenChanged() {
        // Given
        String token = tokens.issue("a", "b");

        // Then
        assertThat(tokens(ServiceTokens.newKeyset()).verify(token, "b")).isEmpty();
        assertThat(tokens.verify(token + "x", "b")).isEmpty();
        assertThat(tokens.verify("", "b")).isEmpty();
    }

    @Test
    void aKeysetOfAnotherKindIsRefusedAtStart() {
        // Given
        String aead = io.keyward.secrets.Sealer.newKeyset();

        // Then
        assertThatThrownBy(() -> tokens(aead))
                .hasMessageContaining("keyward.internal.keyset")
                .hasMessageNotContaining("keyData");
    }

    private ServiceTokens tokens(String json) {
        KeysetHandle handle = Keysets.read("keyward.internal.keyset", Optional.of(json), Optional.empty());
        return new ServiceTokens(handle, Duration.ofSeconds(60), clock);
    }
}
