package io.keyward.access.digest;

import static io.keyward.access.digest.Nonces.Standing.EXPIRED;
import static io.keyward.access.digest.Nonces.Standing.FOREIGN;
import static io.keyward.access.digest.Nonces.Standing.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoncesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final byte[] SECRET = "sixteen characters".getBytes();

    @Test
    void are32CharactersOfBase64AndAllDifferent() {
        // When
        Nonces nonces = at(NOW, SECRET);
        var many = IntStream.range(0, 1_000).mapToObj(i -> nonces.next()).toList();

        // Then
        assertThat(many).doesNotHaveDuplicates().allMatch(nonce -> nonce.matches("[A-Za-z0-9+/]{32}"));
    }

    @ParameterizedTest
    @CsvSource({"-6, EXPIRED", "-5, GOOD", "0, GOOD", "60, GOOD", "61, EXPIRED", "86400, EXPIRED"})
    void liveAMinuteOnEveryReplicaWithTheSameSecret(int age, Nonces.Standing expected) {
        // Given
        String nonce = at(NOW, SECRET).next();

        // Then
        assertThat(at(NOW.plusSeconds(age), SECRET).standingOf(nonce)).isEqualTo(expected);
    }

    @Test
    void areForeignUnderAnotherSecretAndWhenChanged() {
        // Given
        String nonce = at(NOW, SECRET).next();
        String changed = "B" + nonce.substring(1);

        // Then
        assertThat(at(NOW, "another secret here".getBytes()).standingOf(nonce)).isEqualTo(FOREIGN);
        assertThat(at(NOW, SECRET).standingOf(changed)).isEqualTo(FOREIGN);
        assertThat(at(NOW, SECRET).standingOf(nonce)).isEqualTo(GOOD).isNotEqualTo(EXPIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "????", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "AAAA", "ümlaut"})
    void nothingElseIsOurs(String nonce) {
        assertThat(at(NOW, SECRET).standingOf(nonce)).isEqualTo(FOREIGN);
    }

    private static Nonces at(Instant now, byte[] secret) {
        return new Nonces(secret, Duration.ofSeconds(60), Clock.fixed(now, ZoneOffset.UTC));
    }
}
