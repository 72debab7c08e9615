package io.keyward.local.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DigestChallengeTest {
    private static final String HEADER =
            "Digest realm=\"MMS Public API\", domain=\"\", nonce=\"abc\", algorithm=MD5, qop=\"auth\", stale=false";

    @Test
    void answersWithTheTargetAndTheSecretHashed() throws NoSuchAlgorithmException {
        String answer = DigestChallenge.parse(HEADER).answer("user", "secret", "GET", "/api/x?y=1");

        String cnonce = parameter(answer, "cnonce");
        String expected =
                md5(md5("user:MMS Public API:secret") + ":abc:00000001:" + cnonce + ":auth:" + md5("GET:/api/x?y=1"));
        assertThat(parameter(answer, "response")).isEqualTo(expected);
        assertThat(parameter(answer, "uri")).isEqualTo("/api/x?y=1");
        assertThat(answer).doesNotContain("secret");
    }

    @Test
    void refusesAnotherScheme() {
        assertThatIllegalStateException().isThrownBy(() -> DigestChallenge.parse("Bearer realm=\"x\""));
    }

    private static String parameter(String header, String name) {
        Matcher matcher = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(header);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String md5(String text) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        return "%032x".formatted(new BigInteger(1, digest));
    }
}
