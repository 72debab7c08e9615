package io.keyward.endpoint.provider.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.clouds.web.CloudReply;
import io.keyward.clouds.web.RefusedException;
import io.keyward.endpoint.lifecycle.Answer;
import io.keyward.endpoint.provider.azure.AzureEndpointFailures.Failure;
import io.keyward.testkit.Rule;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code in our table, wherever Azure says it, and every way not to get an answer. */
@Rule("E4")
class AzureEndpointFailuresTest {

    static Stream<Arguments> everyCodeHasItsMeaning() {
        return Arrays.stream(AzureTrouble.values())
                .flatMap(trouble -> trouble.codes().stream().map(code -> Arguments.of(code, trouble)));
    }

    @ParameterizedTest
    @MethodSource
    void everyCodeHasItsMeaning(String code, AzureTrouble trouble) {
        var failure = AzureEndpointFailures.of(refused(400, said(code)));

        assertThat(failure).isEqualTo(new Failure(trouble, code));
        assertThat(failure.message()).endsWith(" (Azure: " + code + ")").doesNotContain("subnet-1");
        assertThat(AzureEndpointFailures.of(refused(400, said(code.toLowerCase(Locale.ROOT))))
                        .trouble())
                .isEqualTo(trouble);
    }

    @Test
    void noCodeMeansTwoThings() {
        assertThat(Arrays.stream(AzureTrouble.values()).flatMap(trouble -> trouble.codes().stream()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void everyTroubleSaysWhatToDoOrThatWeAskAgain(AzureTrouble trouble) {
        var failure = new Failure(trouble, null);

        assertThat(failure.message()).endsWith(".");
        assertThat(failure.message()).containsAnyOf("we ask again", "Ask whoever", "ask whoever", "elete", "Remove");
        assertThat(failure.answer())
                .isEqualTo(
                        trouble.again()
                                ? new Answer.TryLater(failure.message())
                                : new Answer.Refused(failure.message()));
        assertThat(failure.isGone()).isEqualTo(trouble == AzureTrouble.GONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            401 | {"error":"invalid_client","error_codes":[7000222],"error_description":"AADSTS7000222: …"} | SECRET_EXPIRED | AADSTS7000222
            400 | {"error":"unauthorized_client","error_codes":[],"error_description":"…"}               | APPLICATION    | unauthorized_client
            400 | {"error":{"code":"DeploymentFailed","details":[{"code":"SubnetIsFull"}]}}                | NO_ADDRESS_LEFT| SubnetIsFull
            400 | {"error":{"code":"Odd","details":[{"code":"Odder"}]}}                                    | UNKNOWN        | Odd
            400 | {"error":{"code":"InvalidResourceReference","message":"Resource /…/Microsoft.KeyVault/vaults/v was not found."}} | NO_VAULT | InvalidResourceReference
            400 | {"error":{"code":"InvalidResourceReference","message":"Resource /…/subnets/s was not found."}} | NO_SUBNET | InvalidResourceReference
            429 | {"error":{"code":"BrandNewLimit"}}                                                       | THROTTLED      | BrandNewLimit
            429 | too much                                                                                 | THROTTLED      |
            502 | <html>                                                                                   | UNAVAILABLE    |
            407 | <html>                                                                                   | INTERCEPTED    |
            """)
    void bodiesOfEveryShapeAreRead(int status, String body, AzureTrouble trouble, String code) {
        assertThat(AzureEndpointFailures.of(refused(status, body))).isEqualTo(new Failure(trouble, code));
    }

    static Stream<Arguments> everyWayToGetNoAnswerHasItsMeaning() {
        return Stream.of(
                Arguments.of(new TimeoutException("late"), AzureTrouble.TIMED_OUT),
                Arguments.of(new IOException("Connection refused"), AzureTrouble.UNREACHABLE),
                Arguments.of(new IOException(new SSLHandshakeException("no trust")), AzureTrouble.UNTRUSTED));
    }

    @ParameterizedTest
    @MethodSource
    void everyWayToGetNoAnswerHasItsMeaning(Exception failure, AzureTrouble trouble) {
        assertThat(AzureEndpointFailures.of(failure)).isEqualTo(new Failure(trouble, null));
    }

    private static String said(String code) {
        return code.startsWith("AADSTS")
                ? "{\"error\":\"any\",\"error_codes\":[" + code.substring("AADSTS".length()) + "]}"
                : "{\"error\":{\"code\":\"" + code + "\",\"message\":\"subnet-1 says no\"}}";
    }

    private static RefusedException refused(int status, String body) {
        return new RefusedException(new CloudReply(status, MultiMap.caseInsensitiveMultiMap(), body));
    }
}
