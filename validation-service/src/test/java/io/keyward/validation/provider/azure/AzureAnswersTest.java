package io.keyward.validation.provider.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.check.asking.Failure;
import io.keyward.validation.check.asking.FindingRules;
import io.keyward.validation.check.asking.FindingWords;
import io.keyward.validation.check.asking.Learned;
import io.keyward.validation.provider.AnswerPage;
import io.keyward.validation.provider.AnswerRow;
import io.keyward.validation.provider.AnswerRow.When;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each answer of Azure means: decided without a wire, and printed. {@link AzureAnswersIT} drives the same rows over it. */
class AzureAnswersTest {
    private static final Set<String> OF_SEVERAL_CALLS = Set.of("ENCRYPT_DENIED", "DESCRIBE_KEY_DENIED");

    static Stream<AnswerRow> ofOneCall() {
        return AzureAnswers.rows().stream()
                .filter(row -> !row.isState() && !row.isNetwork() && !OF_SEVERAL_CALLS.contains(row.reason()));
    }

    @ParameterizedTest
    @MethodSource("ofOneCall")
    @Rule({"V6", "P2", "C13"})
    void meansWhatTheTableSays(AnswerRow row) {
        var failure = new Failure(kind(row), row.code(), row.message("the-key"), "request");
        var finding = FindingRules.failed(row.operation(), failure, row.when().usedBefore(), false);
        var check = FindingWords.check(new Learned(finding, null), "the-key", List.of(), AzureVocabulary.WORDS);

        assertThat(check.outcome()).isEqualTo(row.outcome());
        assertThat(check.reasonCode()).contains(row.reason());
        assertThat(check.evidence().explanation()).isNotBlank().doesNotContain("null");
        assertThat(check.evidence().remedy()).isNotBlank().doesNotContain("null");
    }

    /** No other outcome stops a cluster, and whoever adds a row that does has to think of this line. */
    @Test
    @Rule("P2")
    void onlyWhatTheCustomersCloudSaysStopsClusters() {
        var stopping = ofOneCall()
                .filter(row -> row.outcome().equals("REVOKED"))
                .map(AnswerRow::code)
                .collect(Collectors.toSet());

        assertThat(stopping)
                .containsExactlyInAnyOrder(
                        "KeyDisabled",
                        "ObjectIsDeletedButRecoverable",
                        "VaultNotFound",
                        "KeyNotFound",
                        "ForbiddenByPolicy",
                        "ForbiddenByRbac",
                        "AccessDenied",
                        "invalid_client 7000215",
                        "invalid_client 50012",
                        "invalid_client 700027",
                        "invalid_client 7000222",
                        "unauthorized_client 700016",
                        "unauthorized_client 7000112",
                        "invalid_request 90002");
    }

    @Test
    void thePageHasEveryAnswer() throws IOException {
        AnswerPage.print("Azure", AzureAnswers.rows());
    }

    private static Failure.Kind kind(AnswerRow row) {
        if (row.operation().equals("Token")) {
            var words = row.code().split(" ");
            return AzureFailures.entra(400, words[0], Integer.parseInt(words[1]), row.when() == When.OURSELVES);
        }
        return AzureFailures.vault(status(row.code()), row.code(), "", row.message("the-key"));
    }

    /** A status says something only where nothing else does. */
    private static int status(String code) {
        return switch (code) {
            case "InternalServerError" -> 500;
            case "BadGateway" -> 502;
            case "ServiceUnavailable" -> 503;
            case "GatewayTimeout" -> 504;
            default -> 418;
        };
    }
}
