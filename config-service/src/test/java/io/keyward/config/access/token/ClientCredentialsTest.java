package io.keyward.config.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.config.access.token.ClientCredentials.Given;
import io.keyward.config.access.token.ClientCredentials.Missing;
import io.keyward.config.access.token.ClientCredentials.Twice;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClientCredentialsTest {
    private static final Given KNOWN = new Given("id", "se-cr_et");

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of(basic("id:se-cr_et"), null, null, KNOWN),
                Arguments.of(basic("id:se%2Dcr%5Fet"), null, null, KNOWN),
                Arguments.of(basic("id:se-cr_et").replace("Basic", "bAsIc"), null, null, KNOWN),
                Arguments.of(basic("id:se-cr_et"), "id", null, KNOWN),
                Arguments.of(null, "id", "se-cr_et", KNOWN),
                Arguments.of(basic("id:a:b"), null, null, new Given("id", "a:b")),
                Arguments.of(basic("id:se-cr_et"), "other", null, new Missing()),
                Arguments.of(basic("id:se-cr_et"), "id", "se-cr_et", new Twice()),
                Arguments.of(null, null, null, new Missing()),
                Arguments.of(null, "id", null, new Missing()),
                Arguments.of(basic("id"), null, null, new Missing()),
                Arguments.of(basic("id:%zz"), null, null, new Missing()),
                Arguments.of("Basic !", null, null, new Missing()),
                Arguments.of("Bearer x", null, null, new Missing()),
                Arguments.of("", null, null, new Missing()));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void saysWhoAClientIs(
            @Nullable String header, @Nullable String id, @Nullable String secret, ClientCredentials expected) {
        String form = "grant_type=client_credentials"
                + (id == null ? "" : "&client_id=" + id)
                + (secret == null ? "" : "&client_secret=" + secret);
        assertThat(ClientCredentials.of(
                        Optional.ofNullable(header), OAuthForm.parse(form).orElseThrow()))
                .isEqualTo(expected);
    }

    @Test
    void aFormSaysEverythingOnce() {
        assertThat(OAuthForm.parse("a=1&b=%20x+y&c=").orElseThrow().parameters())
                .isEqualTo(Map.of("a", "1", "b", " x y", "c", ""));
        assertThat(OAuthForm.parse(null).orElseThrow().get("a")).isEmpty();
        assertThat(OAuthForm.parse("a=1&a=1")).isEmpty();
        assertThat(OAuthForm.parse("a=%zz")).isEmpty();
        assertThat(OAuthForm.parse("secret=hush").orElseThrow().toString()).doesNotContain("hush");
    }

    @Test
    void neverPrintsASecret() {
        assertThat(KNOWN.toString()).doesNotContain("se-cr_et");
        assertThat(new TokenView("jwt", 3600, "Bearer").toString()).doesNotContain("jwt");
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
