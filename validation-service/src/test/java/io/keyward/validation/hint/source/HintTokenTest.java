package io.keyward.validation.hint.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HintTokenTest {
    @Rule({"V11", "P4"})
    @Test
    void isRecognizedByItsHashAlone() {
        var token = HintToken.mint();
        var sent = HintToken.parse(token.reveal()).orElseThrow();

        assertThat(sent.sourceId()).isEqualTo(token.sourceId());
        assertThat(sent.matches(token.hash())).isTrue();
        assertThat(HintToken.mint().matches(token.hash())).isFalse();
        assertThat(new String(token.hash(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(token.reveal());
        assertThat(token).hasToString("HintToken[" + token.sourceId() + "]");
    }

    @Test
    void isNotRecognizedWithOneCharacterLessOrAnother() {
        var token = HintToken.mint();
        var text = token.reveal();
        var other = text.substring(0, text.length() - 2) + (text.endsWith("A_") ? "B_" : "A_");

        assertThat(HintToken.parse(text.substring(1))).isEmpty();
        assertThat(HintToken.parse(other).map(sent -> sent.matches(token.hash())))
                .hasValue(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "kwh_", "kwh_64b0c0ffee64b0c0ffee64b1_", "Bearer x", "kwh_64b0c0ffee64b0c0ffee64b1_\u0000"})
    void isNotEverything(String sent) {
        assertThat(HintToken.parse(sent)).isEmpty();
    }
}
