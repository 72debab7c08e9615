package io.keyward.validation.provider.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.check.KeyRef.AwsKey;
import io.keyward.validation.provider.aws.AwsAnswers.Row;
import io.keyward.validation.provider.aws.AwsAnswers.When;
import io.keyward.validation.provider.aws.call.AwsAnswer;
import io.keyward.validation.provider.aws.call.AwsFailure;
import io.keyward.validation.provider.aws.call.AwsRouteRules;
import io.keyward.validation.provider.aws.life.KeyDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each answer of AWS means: decided without a wire, and printed. {@link AwsAnswersIT} drives the same rows through the SDK. */
class AwsAnswersTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Path DOCUMENT = Path.of("..", "docs", "operations", "verdicts.md");
    private static final String BEGIN = "<!-- printed from AwsAnswers by its tests; do not edit by hand -->\n";
    private static final String END = "<!-- end of what is printed -->\n";

    /** Which follow from several calls together. */
    private static final Set<String> OF_SEVERAL_CALLS = Set.of("ENCRYPT_DENIED", "DESCRIBE_KEY_DENIED");

    static Stream<Row> ofOneCall() {
        return AwsAnswers.rows().stream().filter(row -> !OF_SEVERAL_CALLS.contains(row.reason()));
    }

    @ParameterizedTest
    @MethodSource("ofOneCall")
    @Rule({"V6", "P2"})
    void meansWhatTheTableSays(Row row) {
        var check = said(found(row), row.when());

        assertThat(check.outcome()).isEqualTo(row.outcome());
        assertThat(check.reasonCode()).contains(row.reason());
        assertThat(check.evidence().explanation()).isNotBlank().doesNotContain("null");
        assertThat(check.evidence().remedy()).isNotBlank().doesNotContain("null");
    }

    /** No other outcome stops a cluster, and whoever adds a row that does has to think of this line. */
    @Test
    @Rule("P2")
    void onlyWhatTheCustomersCloudSaysStopsClusters() {
        var stopping = AwsAnswers.rows().stream()
                .filter(row -> row.outcome().equals("REVOKED"))
                .map(Row::code)
                .collect(Collectors.toSet());

        assertThat(stopping)
                .containsExactlyInAnyOrder(
                        "KeyState=Disabled",
                        "KeyState=PendingDeletion",
                        "KeyState=PendingReplicaDeletion",
                        "KeyState=PendingImport",
                        "KeyState=Unavailable",
                        "DisabledException",
                        "KMSInvalidStateException",
                        "NotFoundException",
                        "AccessDeniedException",
                        "AccessDenied");
    }

    @Test
    void thePageHasEveryAnswer() throws IOException {
        var page = Files.readString(DOCUMENT);
        var printed =
                page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + table() + page.substring(page.indexOf(END));
        if (!"true".equals(System.getenv("CI"))) {
            Files.writeString(DOCUMENT, printed);
        }
        assertThat(DOCUMENT).hasContent(printed);
    }

    private static Finding found(Row row) {
        if (row.isState()) {
            var key = new KeyDescription(
                    row.state(), "ENCRYPT_DECRYPT", "SYMMETRIC_DEFAULT", KeyDescription.Dates.NONE, null);
            return AwsKeyRules.described(key, row.when() == When.DISCONNECTING_REVOKES)
                    .orElseThrow();
        }
        if (row.isNetwork()) {
            return AwsKeyRules.failed("kms:Decrypt", AwsAnswer.silence(row.code()), true);
        }
        boolean ofRole = row.operation().equals("AssumeRole");
        var failure = AwsAnswer.failure(row.code(), row.message("the-key"), 400);
        return AwsKeyRules.failed(
                (ofRole ? "sts:" : "kms:") + row.operation(),
                ofRole ? failure : onTheWay(failure, row.when()),
                row.when().usedBefore());
    }

    private static AwsFailure onTheWay(AwsFailure failure, When when) {
        var read = AwsAnswer.inRegion(failure, when.region());
        return AwsRouteRules.onPath(read, path(when), NOW, Duration.ofHours(1));
    }

    private static KeyPath.Open path(When when) {
        return switch (when) {
            case ENDPOINT_AWAITED -> new KeyPath.Public(true);
            case ENDPOINT_NEW -> new KeyPath.Private("vpce-1", "host", NOW.minusSeconds(1));
            case ENDPOINT_SETTLED -> new KeyPath.Private("vpce-1", "host", NOW.minusSeconds(7200));
            case USUALLY, NEVER_USED, NEVER_USED_IN_OPT_IN_REGION, DISCONNECTING_REVOKES -> new KeyPath.Public(false);
        };
    }

    private static KeyCheck said(Finding finding, When when) {
        var target = new AwsTarget.Key("arn:aws:kms:us-east-1:111122223333:key/1", when.region());
        var key = new AwsKey("group", null, target.arn(), when.region(), path(when), "role", "external", null);
        return AwsWords.check(new Learned(finding, null), key, target, List.of());
    }

    private static String table() {
        var page = new StringBuilder("\n| AWS answers | to | if | Outcome | Reason |\n|---|---|---|---|---|\n");
        var topic = "";
        for (var row : AwsAnswers.rows()) {
            if (!row.topic().equals(topic)) {
                topic = row.topic();
                page.append("| **").append(topic).append("** | | | | |\n");
            }
            page.append("| %s | %s | %s | `%s` | `%s` |\n"
                    .formatted(
                            answer(row),
                            row.isNetwork() ? "any" : "`" + row.operation() + "`",
                            row.when().words(),
                            row.outcome(),
                            row.reason()));
        }
        return page.append('\n').toString();
    }

    private static String answer(Row row) {
        var code = row.isNetwork() ? row.code() : "`" + row.code() + "`";
        var words = row.message()
                .replace("{key}", "…")
                .replace("{who}", row.message().equals("{who}") ? "… is not authorized to perform …" : "…");
        return words.isEmpty() ? code : code + ": " + words;
    }
}
