package io.keyward.simulator.google.kms.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.simulator.google.world.KeyVersion;
import io.keyward.simulator.google.world.VersionName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Encrypt returns opens with the same version and the same additional data, and with nothing else. */
class SealedDataTest {

    private static final byte[] DATA = "data".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ADDITIONAL = "additional".getBytes(StandardCharsets.UTF_8);
    private static final KeyVersion VERSION = version("k", 1);

    @Test
    void itOpensWithWhatSealedIt() {
        SealedData data =
                SealedData.parse(SealedData.seal(VERSION, DATA, ADDITIONAL)).orElseThrow();

        assertThat(data.isOf(VERSION)).isTrue();
        assertThat(data.open(VERSION, ADDITIONAL)).contains(DATA);
        assertThat(data.open(VERSION, new byte[0])).isEmpty();
        assertThat(data.isOf(version("other", 1))).isFalse();
        assertThat(data.isOf(version("k", 2))).isFalse();
        assertThat(data.open(version("k", 1), ADDITIONAL)).as("other material").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 12, 30})
    void nothingOfItCanBeAltered(int at) {
        byte[] sealed = SealedData.seal(VERSION, DATA, ADDITIONAL);
        sealed[at] ^= 1;

        assertThat(SealedData.parse(sealed).flatMap(data -> data.open(VERSION, ADDITIONAL)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "\n", "\nshort"})
    void anythingElseIsNotRead(String other) {
        assertThat(SealedData.parse(other.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    private static KeyVersion version(String key, int number) {
        return KeyVersion.fresh(
                VersionName.parse(
                        "projects/p/locations/l/keyRings/r/cryptoKeys/" + key + "/cryptoKeyVersions/" + number),
                Instant.EPOCH);
    }
}
