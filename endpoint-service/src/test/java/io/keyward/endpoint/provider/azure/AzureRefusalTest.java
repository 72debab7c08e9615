package io.keyward.endpoint.provider.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.clouds.web.CloudReply;
import io.keyward.testkit.Rule;
import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AzureRefusalTest {

    @Rule("E4")
    @Test
    void codesComeFromTheOutsideIn() {
        assertThat(
                        AzureRefusal.of(
                                reply(
                                        "{\"error\":{\"code\":\"BadRequest\",\"message\":\"no\",\"details\":[{\"code\":\"QuotaExceeded\"},7]}}")))
                .hasValueSatisfying(refusal -> {
                    assertThat(refusal.codes()).containsExactly("BadRequest", "QuotaExceeded");
                    assertThat(refusal.words()).isEqualTo("no");
                });
        assertThat(
                        AzureRefusal.of(
                                reply(
                                        "{\"error\":\"invalid_client\",\"error_codes\":[7000215],\"error_description\":\"wrong secret\"}")))
                .hasValueSatisfying(
                        refusal -> assertThat(refusal.codes()).containsExactly("AADSTS7000215", "invalid_client"));
    }

    @Rule("P2")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "[]",
                "7",
                "{}",
                "{\"error\":7}",
                "{\"error\":{}}",
                "{\"error\":{\"code\":7,\"message\":[]}}",
                "{\"error_codes\":7}",
                "{\"error\":[],\"error_codes\":{},\"error_description\":7}"
            })
    void whatIsNoRefusalOfAzureTellsNoCode(String body) {
        assertThat(AzureRefusal.of(reply(body))).isEmpty();
    }

    private static CloudReply reply(String body) {
        return new CloudReply(403, MultiMap.caseInsensitiveMultiMap(), body);
    }
}
