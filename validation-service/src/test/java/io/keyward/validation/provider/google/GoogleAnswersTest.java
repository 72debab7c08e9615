package io.keyward.validation.provider.google;

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

/** What each answer of Google Cloud means: decided without a wire, and printed. {@link GoogleAnswersIT} drives the same rows over it. */
class GoogleAnswersTest {
    private static final Set<String> OF_SEVERAL_CALLS = Set.of("ENCRYPT_DENIED", "DESCRIBE_KEY_DENIED");

    /** Of the API itself; any other code of it is a reason. */
    private static final Set<String> STATUSES = Set.of(
            "FAILED_PRECONDITION",
            "PERMISSION_DENIED",
            "NOT_FOUND",
            "INVALID_ARGUMENT",
            "UNAUTHENTICATED",
            "RESOURCE_EXHAUSTED",
            "INTERNAL",
            "ABORTED",
            "UNAVAILABLE",
            "DEADLINE_EXCEEDED");

    static Stream<AnswerRow> ofOneCall() {
        return GoogleAnswers.rows().stream()
                .filter(row -> !row.isState() && !row.isNetwork() && !OF_SEVERAL_CALLS.contains(row.reason()));
    }

    @ParameterizedTest
    @MethodSource("ofOneCall")
    @Rule({"V6", "P2", "C14"})
    void meansWhatTheTableSays(AnswerRow row) {
        var failure = new Failure(kind(row), row.code(), row.message("the-key"), null);
        var finding = FindingRules.failed(row.operation(), failure, row.when().usedBefore(), false);
        var check = FindingWords.check(new Learned(finding, null), "the-key", List.of(), GoogleVocabulary.WORDS);

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
                        "FAILED_PRECONDITION",
                        "IAM_PERMISSION_DENIED",
                        "PERMISSION_DENIED",
                        "NOT_FOUND",
                        "invalid_grant",
                        "ACCOUNT_STATE_INVALID");
    }

    /** One that somebody adds to a denial may mean anything. */
    @Test
    @Rule({"V6", "P2"})
    void aReasonThatNobodyKnowsIsBelievedByNobody() {
        assertThat(GoogleFailures.kms("PERMISSION_DENIED", "INVENTED_LATER", "Permission denied on resource", false))
                .isEqualTo(Failure.Kind.UNKNOWN);
    }

    @Test
    void thePageHasEveryAnswer() throws IOException {
        AnswerPage.print("Google", GoogleAnswers.rows());
    }

    private static Failure.Kind kind(AnswerRow row) {
        var message = row.message("the-key");
        boolean ofTheApi = STATUSES.contains(row.code());
        var status = ofTheApi ? row.code() : "PERMISSION_DENIED";
        var reason = ofTheApi ? "" : row.code();
        return switch (row.operation()) {
            case "Token" -> GoogleFailures.token(400, row.code(), message, row.when() == When.OURSELVES);
            case "GenerateAccessToken" -> GoogleFailures.impersonation(status, reason, message);
            default -> GoogleFailures.kms(status, reason, message, row.when() == When.OURSELVES);
        };
    }
}
