package io.keyward.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.simulator.wire.SigV4.Verdict.Genuine;
import io.keyward.simulator.wire.SigV4.Verdict.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The request and signature of AWS's published test suite ("get-vanilla-query-order-key-case" and "get-vanilla"). */
class SigV4Test {

    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final Instant NOW = Instant.parse("2015-08-30T12:36:00Z");
    private static final String VANILLA = "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";

    @Test
    void acceptsThePublishedSignature() {
        assertThat(verify(call("GET", "", VANILLA), SECRET, NOW)).isInstanceOf(Genuine.class);
    }

    @Test
    void ordersTheQuery() {
        HttpCall call = call(
                "GET",
                "Param2=value2&Param1=value1",
                "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500");

        assertThat(verify(call, SECRET, NOW)).isInstanceOf(Genuine.class);
    }

    @Test
    void refusesAnythingElse() {
        HttpCall genuine = call("GET", "", VANILLA);

        assertThat(verify(genuine, "other", NOW)).isInstanceOf(Refused.class);
        assertThat(verify(call("POST", "", VANILLA), SECRET, NOW)).isInstanceOf(Refused.class);
        assertThat(verify(call("GET", "a=b", VANILLA), SECRET, NOW)).isInstanceOf(Refused.class);
        assertThat(verify(call("GET", "", VANILLA.replace('5', '6')), SECRET, NOW))
                .isInstanceOf(Refused.class);
    }

    @Test
    void refusesWhatWasSignedTooLongAgoOrInTheFuture() {
        HttpCall genuine = call("GET", "", VANILLA);

        assertThat(verify(genuine, SECRET, NOW.plusSeconds(299))).isInstanceOf(Genuine.class);
        assertThat(verify(genuine, SECRET, NOW.plusSeconds(301)))
                .isEqualTo(
                        new Refused(
                                "Signature expired: 20150830T123600Z is now earlier than 20150830T123601Z (20150830T124101Z - 5 min.)"));
        assertThat(verify(genuine, SECRET, NOW.minusSeconds(301)))
                .isEqualTo(
                        new Refused(
                                "Signature not yet current: 20150830T123600Z is still later than 20150830T123559Z (20150830T123059Z + 5 min.)"));
    }

    @Test
    void readsOnlyCompleteHeaders() {
        assertThat(Signature.of(withAuthorization("Bearer x"))).isEmpty();
        assertThat(Signature.of(withAuthorization("AWS4-HMAC-SHA256 Credential=a/b/c")))
                .isEmpty();
        assertThat(Signature.of(withAuthorization("AWS4-HMAC-SHA256 nonsense"))).isEmpty();
    }

    private static SigV4.Verdict verify(HttpCall call, String secret, Instant now) {
        return SigV4.verify(call, Signature.of(call).orElseThrow(), secret, now);
    }

    private static HttpCall call(String method, String query, String signature) {
        HttpCall call =
                withAuthorization("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                        + " SignedHeaders=host;x-amz-date, Signature=" + signature);
        return new HttpCall(method, "/", query, call.headers(), call.body(), "127.0.0.1");
    }

    private static HttpCall withAuthorization(String authorization) {
        Map<String, List<String>> headers = Map.of(
                "host", List.of("example.amazonaws.com"),
                "x-amz-date", List.of("20150830T123600Z"),
                "authorization", List.of(authorization));
        return new HttpCall("GET", "/", "", headers, "".getBytes(StandardCharsets.UTF_8), "127.0.0.1");
    }
}
