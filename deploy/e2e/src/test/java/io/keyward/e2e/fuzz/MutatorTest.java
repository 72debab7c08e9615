package io.keyward.e2e.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MutatorTest {
    private static final int ALL = 1_000;

    @Test
    void spoilsEveryPlaceAndNothingElse() throws Exception {
        // Given
        JsonNode good = new ObjectMapper().readTree("{\"name\":\"x\",\"specs\":[{\"nodes\":3}]}");

        // When
        List<String> bodies = mutations(good, 1);

        // Then
        assertThat(bodies)
                .contains(
                        "{\"name\":true,\"specs\":[{\"nodes\":3}]}",
                        "{\"name\":\"x\",\"specs\":null}",
                        "{\"name\":\"x\",\"specs\":[1e999999999]}",
                        "{\"name\":\"x\",\"specs\":[{\"nodes\":9223372036854775808}]}",
                        "{\"name\":\"x\",\"name\":\"x\",\"specs\":[{\"nodes\":3}]}",
                        "{\"name\":\"x\",\"specs\":[{\"nodes\":3,\"nodes\":3}]}",
                        "{\"name\":\"x\",\"specs\":[{\"nodes\":3}],\"noSuchField\":1}",
                        "");
    }

    @Test
    void theSameSeedSpoilsInTheSameWays() throws Exception {
        // Given
        JsonNode good = new ObjectMapper().readTree("{\"a\":1,\"b\":{\"c\":[true]}}");

        // Then
        assertThat(mutations(good, 7)).isEqualTo(mutations(good, 7)).isNotEqualTo(mutations(good, 8));
    }

    private static List<String> mutations(JsonNode good, long seed) {
        return new Mutator(new Random(seed))
                .mutationsOf(good, ALL)
                .map(mutation -> new String(mutation.body(), StandardCharsets.UTF_8))
                .toList();
    }
}
