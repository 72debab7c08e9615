package io.keyward.access.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.access.principal.DigestAlgorithm;
import io.keyward.access.principal.Ha1;
import io.keyward.testkit.Rule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DigestCredentialsTest {
    private static final String GOOD =
            "Digest username=\"abcdefgh\", realm=\"MMS Public API\", nonce=\"bm9uY2U=\", uri=\"/a?b=c,d\", cnonce=\"xyz\", nc=00000001, "
                    + "qop=auth, response=\"0123456789abcdef0123456789ABCDEF\", algorithm=MD5";

    @Rule("A5")
    @Test
    void areReadAsClientsWriteThem() {
        assertThat(DigestCredentials.parse(GOOD))
                .contains(new DigestCredentials(
                        DigestAlgorithm.MD5,
                        "abcdefgh",
                        "bm9uY2U=",
                        "/a?b=c,d",
                        "00000001",
                        "xyz",
                        "0123456789abcdef0123456789ABCDEF"));
    }

    static Stream<String> alsoGood() {
        return Stream.of(
                GOOD.replace("Digest ", "digest  "),
                GOOD.replace(", ", ","),
                GOOD.replace(", ", " , "),
                GOOD.replace("qop=auth", "qop=\"auth\""),
                GOOD.replace("nc=00000001", "nc=\"00000001\""),
                GOOD.replace(", algorithm=MD5", ""),
                GOOD.replace("algorithm=MD5", "algorithm=\"md5\""),
                GOOD.replace("username=", "USERNAME="),
                GOOD.replace("\"xyz\"", "\"x\\\"yz\""),
                GOOD.replace("/a?b=c,d", "/a?b=" + "c".repeat(100_000)),
                GOOD.replace("/a?b=c,d", "/a?b=" + "\\\"".repeat(100_000)),
                GOOD + ", opaque=\"\"");
    }

    @ParameterizedTest
    @MethodSource
    void alsoGood(String header) {
        assertThat(DigestCredentials.parse(header)).isPresent();
    }

    static Stream<String> notGood() {
        return Stream.of(
                "",
                "Digest",
                "Digest ",
                "Basic YTpi",
                "Digest username",
                // Anything but one pass over it would not end in this life.
                "Digest " + "a".repeat(1_000_000),
                GOOD.replace("realm=\"MMS Public API\"", "realm=\"other\""),
                GOOD.replace("qop=auth", "qop=auth-int"),
                GOOD.replace("qop=auth, ", ""),
                GOOD.replace("algorithm=MD5", "algorithm=MD5-sess"),
                GOOD.replace("nc=00000001", "nc=1"),
                GOOD.replace("cnonce=\"xyz\"", "cnonce=\"\""),
                GOOD.replace("cnonce=\"xyz\"", "cnonce=\"" + "x".repeat(257) + "\""),
                GOOD.replace("0123456789abcdef0123456789ABCDEF", "short"),
                GOOD.replace("abcdefgh", "a:b"),
                GOOD.replace("abcdefgh", "x".repeat(65)),
                GOOD.replace("abcdefgh", ""),
                GOOD + ", username=\"other\"",
                GOOD + ", nonsense",
                GOOD + "\"");
    }

    @ParameterizedTest
    @MethodSource
    void notGood(String header) {
        assertThat(DigestCredentials.parse(header)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/a?b=c, /a?b=c, true",
        "/a?b=c, http://host:1/a?b=c, true",
        "http://host/a, /a, true",
        "https://host, /, true",
        "/a, /a?b=c, false",
        "/a?b=c, /a, false",
        "/a/, /a, false",
        "/%61, /a, false"
    })
    void areForTheirOwnTargetOnly(String uri, String target, boolean expected) {
        assertThat(credentials(uri, "0".repeat(32)).isFor(target)).isEqualTo(expected);
    }

    /** The values of RFC 2617 §3.5, with our own realm left to {@link Ha1}. */
    @Rule("A5")
    @Test
    void proveThePrivateKeyAsTheStandardSays() {
        // Given
        String ha1 = DigestAlgorithm.MD5.hash("Mufasa:testrealm@host.com:Circle Of Life");
        DigestCredentials credentials = new DigestCredentials(
                DigestAlgorithm.MD5,
                "Mufasa",
                "dcd98b7102dd2f0e8b11d0f600bfb0c093",
                "/dir/index.html",
                "00000001",
                "0a4f113b",
                "6629fae49393a05397450978507c4ef1");

        // Then
        assertThat(credentials.provesKnowledgeOf(ha1, "GET")).isTrue();
        assertThat(credentials.provesKnowledgeOf(ha1, "PATCH")).isFalse();
        assertThat(credentials.provesKnowledgeOf(DigestAlgorithm.MD5.hash("Mufasa:testrealm@host.com:other"), "GET"))
                .isFalse();
    }

    /** The values of RFC 7616 §3.9.1, both of its answers. */
    @Rule("A5")
    @ParameterizedTest
    @CsvSource({
        "MD5, 8ca523f5e9506fed4657c9700eebdbec",
        "SHA_256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"
    })
    void proveItByEitherHash(DigestAlgorithm algorithm, String response) {
        // Given
        String ha1 = algorithm.hash("Mufasa:http-auth@example.org:Circle of Life");
        DigestCredentials credentials = new DigestCredentials(
                algorithm,
                "Mufasa",
                "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
                "/dir/index.html",
                "00000001",
                "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
                response);

        // Then
        assertThat(credentials.provesKnowledgeOf(ha1, "GET")).isTrue();
        assertThat(credentials.provesKnowledgeOf(ha1, "PUT")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 32, true",
        "', algorithm=MD5', 32, true",
        "', algorithm=MD5', 64, false",
        "', algorithm=SHA-256', 64, true",
        "', algorithm=\"sha-256\"', 64, true",
        "', algorithm=SHA-256', 32, false",
        "', algorithm=SHA-256-sess', 64, false",
        "', algorithm=SHA-512-256', 64, false",
        "', algorithm=MD5-sess', 32, false",
        "'', 64, false"
    })
    void theHashIsAsLongAsItsAlgorithmSays(String algorithm, int length, boolean expected) {
        // Given
        String header = GOOD.replace(", algorithm=MD5", algorithm)
                .replace("0123456789abcdef0123456789ABCDEF", "a".repeat(length));

        // Then
        assertThat(DigestCredentials.parse(header).isPresent()).isEqualTo(expected);
    }

    private static DigestCredentials credentials(String uri, String response) {
        return new DigestCredentials(DigestAlgorithm.MD5, "u", "n", uri, "00000001", "c", response);
    }
}
