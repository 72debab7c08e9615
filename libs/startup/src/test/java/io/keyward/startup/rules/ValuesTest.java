package io.keyward.startup.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {

    @ParameterizedTest
    @CsvSource({
        "keyward.access.nonce-secret, 15characters..., 16-characters...",
        "keyward.access.nonce-life, 0s, 60s",
        "keyward.access.signing-key-life, 59m, 1h",
        "keyward.access.operators.issuer, idp.example, https://idp.example/realm",
        "keyward.http.body-limit, 2M, 1M",
        "keyward.http.body-limit, 0, 1",
        "keyward.role.gcp-project, my-project, p-0123456789abcdefghijklmn",
        "keyward.role.azure-application-id, ours, 0f1e2d3c-0000-4000-8000-0123456789AB",
        "keyward.bootstrap.organization-id, abc, 32b6e34b3d91647abb20e7b8",
        "keyward.check.history-retention, PT0S, 90d",
        "keyward.check.region-concurrency, 0, 1",
        "keyward.hint.max-sources, -1, 1",
        "keyward.hint.base-url, /hints, https://keyward.example",
        "keyward.expiry.at-once, 0, 200",
        "keyward.alert.network-delay, -PT1S, 0s",
        "keyward.guard.share, 1.01, 0.05",
        "keyward.guard.keys, -1, 0",
        "keyward.guard.organizations, 0, 2",
        "keyward.aws.home-region, somewhere, eu-west-1",
        "keyward.aws.home-region, us-east, us-gov-west-1",
        "keyward.aws.most-sessions, 1, 2",
        "keyward.rate-limit.clusters.capacity, 0, 1",
        "keyward.rate-limit.clusters.period, 999ms, 1s",
        "KEYWARD_RATE_LIMIT_CLUSTERS_REFILL, 0, 5",
        "keyward.internal.keyset, not-json, '{\"key\":[]}'",
        "keyward.internal.keyset, '{\"key\":[{\"typeUrl\":\"t/google.crypto.tink.AesGcmKey\"}]}', '{\"key\":[{\"typeUrl\":\"t/google.crypto.tink.JwtHmacKey\"}]}'",
        "keyward.secrets.keyset, '{\"key\":[{\"typeUrl\":\"t/google.crypto.tink.JwtHmacKey\"}]}', '{\"key\":[{\"typeUrl\":\"t/google.crypto.tink.AesGcmKey\"}]}'",
    })
    void refuses(String property, String wrong, String right) {
        assertThat(SafetyRules.problems(settings(Map.of(property, wrong)), Set.of()).stream()
                        .filter(problem -> problem.permit().isEmpty()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.property()).isEqualTo(property))
                .satisfies(problem -> assertThat(problem.text())
                        .contains(Problem.variable(property))
                        .contains("Set it to "));
        assertThat(Values.problems(settings(Map.of(property, right)))).isEmpty();
        assertThat(KeysetRules.problems(settings(Map.of(property, right)))).isEmpty();
    }

    @Test
    void saysNoValue() {
        // Given
        Map<String, String> settings = Map.of(
                "keyward.access.nonce-secret", "hunter2",
                "keyward.bootstrap.client-secret", "hunter2",
                "keyward.internal.keyset", "hunter2",
                "keyward.secrets.keyset", "hunter2",
                "keyward.aws.secret-access-key", "hunter2");

        // When
        var problems = SafetyRules.problems(settings(settings), Set.of());

        // Then
        assertThat(problems)
                .extracting(Problem::property)
                .contains(
                        "keyward.access.nonce-secret",
                        "keyward.bootstrap.client-secret",
                        "keyward.bootstrap.client-id",
                        "keyward.internal.keyset",
                        "keyward.secrets.keyset",
                        "keyward.aws.access-key-id");
        assertThat(problems).extracting(Problem::text).allSatisfy(text -> assertThat(text)
                .doesNotContain("hunter2"));
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        assertThat(KeysetRules.problems(settings(Map.of("keyward.internal.keyset-file", "/nowhere"))))
                .extracting(Problem::property)
                .containsExactly("keyward.internal.keyset-file");
        assertThat(KeysetRules.problems(
                        settings(Map.of("keyward.secrets.keyset", "{}", "keyward.secrets.keyset-file", "/nowhere"))))
                .extracting(Problem::property)
                .containsExactly("keyward.secrets.keyset-file");
    }

    @Test
    void whatAKmsEncryptedIsForTheKmsToJudge() {
        assertThat(KeysetRules.problems(settings(Map.of(
                        "keyward.secrets.keyset", "{\"encryptedKeyset\":\"…\"}",
                        "keyward.secrets.keyset-encrypted-by", "aws-kms://arn"))))
                .isEmpty();
    }

    private static Settings settings(Map<String, String> values) {
        return new Settings(values::get, new HashSet<>(values.keySet()), file -> null);
    }
}
