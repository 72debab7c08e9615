package io.keyward.local.chaos.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeftoversTest {

    @ParameterizedTest
    @CsvSource({
        "REQUESTED, false, false, asked for",
        "PROVISIONING, false, false, to be made",
        "PROVISIONING, false, true, 'made, not noted'",
        "PROVISIONING, true, true, being made",
        "READY, true, false, loss not noticed",
        "LOST, true, false, 'lost, no successor'",
        "DELETING, true, true, to be removed",
        "DELETING, true, false, 'removed, not noted'"
    })
    void tellsHowFarItWas(String state, boolean named, boolean standing, String words) {
        assertThat(Leftovers.inWords(state, named, standing)).contains(words);
    }

    @Test
    void whatIsAtRestIsNotLeftOver() {
        assertThat(Leftovers.inWords("READY", true, true)).isEmpty();
        assertThat(Leftovers.inWords("FAILED", false, false)).isEmpty();
    }
}
