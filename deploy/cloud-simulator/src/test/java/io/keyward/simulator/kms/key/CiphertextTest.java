package io.keyward.simulator.kms.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.simulator.world.KeyMaterial;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CiphertextTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final byte[] DATA = "secret".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, String> CONTEXT = Map.of("b", "2", "a", "1");
    private static final String NAME = "111122223333/mrk-1";

    private final KeyMaterial material = KeyMaterial.fresh(NOW);

    @Test
    void opensWithTheSameMaterialAndContext() {
        Ciphertext parsed = Ciphertext.parse(sealed()).orElseThrow();

        assertThat(parsed.materialName()).isEqualTo(NAME);
        assertThat(parsed.open(material, Map.of("a", "1", "b", "2"))).hasValue(DATA);
    }

    @Test
    void stillOpensAfterARotation() {
        KeyMaterial rotated = material.rotated(NOW, "ON_DEMAND");
        Ciphertext newer = Ciphertext.seal(NAME, rotated, CONTEXT, DATA);

        assertThat(Ciphertext.parse(sealed()).orElseThrow().open(rotated, CONTEXT))
                .hasValue(DATA);
        assertThat(newer.version()).isEqualTo(1);
        assertThat(newer.open(material, CONTEXT)).isEmpty();
    }

    @Test
    void staysShutWithOtherMaterialOrContext() {
        Ciphertext parsed = Ciphertext.parse(sealed()).orElseThrow();

        assertThat(parsed.open(KeyMaterial.fresh(NOW), CONTEXT)).isEmpty();
        assertThat(parsed.open(material, Map.of())).isEmpty();
        assertThat(parsed.open(material, Map.of("a", "12", "b", ""))).isEmpty();
    }

    @Test
    void noByteCanBeChangedOrLost() {
        byte[] blob = sealed();
        for (int i = 0; i < blob.length; i++) {
            byte[] altered = blob.clone();
            altered[i] ^= 1;
            assertThat(Ciphertext.parse(altered).flatMap(c -> c.open(material, CONTEXT)))
                    .as("byte %d", i)
                    .isEmpty();
            byte[] shorter = java.util.Arrays.copyOf(blob, i);
            assertThat(Ciphertext.parse(shorter).flatMap(c -> c.open(material, CONTEXT)))
                    .as("length %d", i)
                    .isEmpty();
        }
    }

    private byte[] sealed() {
        return Ciphertext.seal(NAME, material, CONTEXT, DATA).bytes();
    }
}
