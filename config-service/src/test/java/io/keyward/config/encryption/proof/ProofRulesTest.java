package io.keyward.config.encryption.proof;

import static io.keyward.atlas.region.AwsRegion.AP_SOUTH_1;
import static io.keyward.atlas.region.AwsRegion.EU_WEST_1;
import static io.keyward.atlas.region.AwsRegion.US_EAST_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.region.AwsRegion;
import io.keyward.config.encryption.proof.Inspection.Finding;
import io.keyward.config.encryption.settings.KeyAccess;
import io.keyward.config.encryption.settings.KeyProof;
import io.keyward.config.encryption.settings.KeyProof.InRegion;
import io.keyward.config.encryption.settings.KmsConfig.AwsKms;
import io.keyward.config.validation.KeyAnswer;
import io.keyward.config.validation.KeyAnswer.Outcome;
import io.keyward.contracts.KeyEvent.ProviderCall;
import io.keyward.testkit.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Rule({"C2", "C3", "C18"})
class ProofRulesTest {
    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant CALLED = Instant.parse("2026-01-31T00:00:00Z");
    private static final KeyAccess ACCESS = new KeyAccess.AssumedRole("arn:role", "external");
    private static final String ID = "mrk-1";
    private static final String ARN = "arn:aws:kms:us-east-1:111122223333:key/mrk-1";

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvSource({
        // the key as it was given, answer, reason, whether it may wait, code
        "arn, VALID, , false, ",
        "id, VALID, , false, ",
        "arn, REVOKED, KEY_DISABLED, true, AWS_KMS_CUSTOMER_MASTER_KEY_NOT_ENABLED",
        "arn, UNUSABLE, KEY_NEVER_FOUND, true, AWS_CUSTOMER_MASTER_KEY_NOT_FOUND",
        "arn, INCONCLUSIVE, UNREACHABLE, false, KMS_NETWORK_ACCESS_DENIED",
        "arn, INCONCLUSIVE, THROTTLED, false, KMS_UNAVAILABLE",
        "arn, INCONCLUSIVE, UNREACHABLE, true, ",
        "id, INCONCLUSIVE, UNREACHABLE, true, INVALID_ATTRIBUTE"
    })
    void onlyAKeyThatOpensIsTakenUnlessItMayWait(
            String spelling, Outcome outcome, @Nullable String reason, boolean mayWait, @Nullable String code) {
        Inspection inspection = inspection(finding(spelling.equals("id") ? ID : ARN, US_EAST_1, outcome, reason));

        assertThat(ProofRules.refusals(inspection, region -> mayWait))
                .extracting(refusal -> refusal.code().name())
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void aRegionWithoutTheKeyIsNoReasonToRefuseIt() {
        Inspection inspection = inspection(
                finding(ARN, US_EAST_1, Outcome.VALID, null),
                finding(ARN, EU_WEST_1, Outcome.UNUSABLE, "KEY_NEVER_FOUND"),
                finding(ARN, AP_SOUTH_1, Outcome.REVOKED, "KEY_PENDING_DELETION"));

        assertThat(ProofRules.refusals(inspection, region -> false))
                .extracting(refusal -> refusal.code().name())
                .containsExactly("AWS_KMS_CUSTOMER_MASTER_KEY_PENDING_DELETION");
    }

    @Test
    void aProofHasTheKeyWhereItIsWithItsFullName() {
        Inspection inspection = inspection(
                finding(ID, US_EAST_1, Outcome.VALID, null),
                finding(ARN, EU_WEST_1, Outcome.UNUSABLE, "KEY_NEVER_FOUND"),
                finding(ARN, AP_SOUTH_1, Outcome.INCONCLUSIVE, "UNREACHABLE"));

        assertThat(ProofRules.proof(inspection, NOW))
                .isEqualTo(new KeyProof(
                        ACCESS,
                        new InRegion(US_EAST_1, ARN, true, CALLED),
                        List.of(new InRegion(AP_SOUTH_1, ARN, false, NOW)),
                        Set.of(US_EAST_1)));
    }

    private static Inspection inspection(Finding... findings) {
        return new Inspection(ACCESS, Set.of(US_EAST_1), List.of(findings));
    }

    private static Finding finding(String key, AwsRegion region, Outcome outcome, @Nullable String reason) {
        List<ProviderCall> calls = outcome == Outcome.VALID
                ? List.of(new ProviderCall("kms:Decrypt", ARN, "us-east-1", "PUBLIC", "OK", null, "r", CALLED, 1))
                : List.of();
        return new Finding(
                new AwsKms(key, region, "role", false),
                new KeyAnswer(outcome, reason, "It is so.", null, outcome == Outcome.VALID ? ARN : null, calls));
    }
}
