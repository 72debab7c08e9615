package io.keyward.validation.alert.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {
    private static final String MASK = "****************************";

    @ParameterizedTest
    @CsvSource({"0123456789abcdef0123456789abab12, ab12", "0123456789ab, 89ab", "0123456789a, ''", "x, ''"})
    void ofALongSecretTheLastCharactersAreShown(String secret, String shown) {
        assertThat(Redaction.ofText(secret)).isEqualTo(MASK + shown);
    }

    @ParameterizedTest
    @CsvSource({
        "https://hooks.example.com/services/T0/B0/secret42, https://hooks.example.com/" + MASK + "et42",
        "https://user:word@hooks.example.com:8443/x, https://hooks.example.com:8443/" + MASK + "43/x",
        "http://127.0.0.1:9/in?key=abcd, http://127.0.0.1:9/" + MASK + "abcd"
    })
    void ofAnAddressTheServerIsShown(String url, String shown) {
        assertThat(Redaction.ofUrl(url)).isEqualTo(shown);
    }

    @Test
    void whatIsShownIsKnownAgain() {
        assertThat(Redaction.isShown(Redaction.ofText("0123456789abcdef"))).isTrue();
        assertThat(Redaction.isShown(Redaction.ofText("x"))).isTrue();
        assertThat(Redaction.isShown(Redaction.whole("x"))).isTrue();
        assertThat(Redaction.isShown(Redaction.ofUrl("https://hooks.example.com/a/b")))
                .isTrue();
        assertThat(Redaction.isShown("0123456789abcdef")).isFalse();
        assertThat(new Secret("sealed", Redaction.ofText("0123456789abcdef"))).hasToString(MASK + "cdef");
    }
}
