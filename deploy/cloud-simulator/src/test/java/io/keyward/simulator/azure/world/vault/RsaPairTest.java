package io.keyward.simulator.azure.world.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that are quick to make, and still keys. */
class RsaPairTest {

    private static final byte[] DATA = "data".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"RSA-OAEP-256", "RSA-OAEP", "RSA1_5"})
    void whatOneClosesItOpensAndNoOther(String algorithm) {
        RsaPair pair = RsaPair.make(2048);
        byte[] sealed = pair.encrypt(algorithm, DATA).orElseThrow();

        assertThat(pair.modulus()).hasSize(256);
        assertThat(sealed).hasSize(256);
        assertThat(pair.decrypt(algorithm, sealed))
                .hasValueSatisfying(opened -> assertThat(opened).isEqualTo(DATA));
        assertThat(RsaPair.make(2048).decrypt("RSA-OAEP-256", sealed)).isEmpty();
        assertThat(pair.encrypt(algorithm, new byte[300])).isEmpty();
    }

    @Test
    void noTwoAreTheSame() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            seen.add(HexFormat.of().formatHex(RsaPair.make(2048).modulus()));
        }

        assertThat(seen).hasSize(50);
    }
}
