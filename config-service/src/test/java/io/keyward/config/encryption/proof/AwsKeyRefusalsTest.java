package io.keyward.config.encryption.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.Refusal;
import io.keyward.atlas.region.AwsRegion;
import io.keyward.config.encryption.settings.KmsConfig.AwsKms;
import io.keyward.config.validation.KeyAnswer;
import io.keyward.contracts.KeyEvent.ProviderCall;
import io.keyward.testkit.Rule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsKeyRefusalsTest {
    private static final AwsKms WANTED = new AwsKms("mrk-1", AwsRegion.US_EAST_1, "32b6e34b3d91647abb20e7b8", false);

    @Rule({"C2", "C4", "R5"})
    @ParameterizedTest
    @CsvSource({
        "KEY_DISABLED,           AWS_KMS_CUSTOMER_MASTER_KEY_NOT_ENABLED",
        "KEY_PENDING_DELETION,   AWS_KMS_CUSTOMER_MASTER_KEY_PENDING_DELETION",
        "KEY_MATERIAL_MISSING,   AWS_KMS_CUSTOMER_MASTER_KEY_PENDING_IMPORT",
        "KEY_NOT_FOUND,          AWS_CUSTOMER_MASTER_KEY_NOT_FOUND",
        "KEY_NEVER_FOUND,        AWS_CUSTOMER_MASTER_KEY_NOT_FOUND",
        "WRONG_KEY_USAGE,        AWS_KMS_KEY_USAGE_NOT_SUPPORTED",
        "WRONG_KEY_TYPE,         AWS_KMS_KEY_USAGE_NOT_SUPPORTED",
        "ACCESS_REVOKED,         NO_PERMISSION_TO_ENCRYPT_DECRYPT",
        "DESCRIBE_KEY_DENIED,    NO_PERMISSION_TO_ENCRYPT_DECRYPT",
        "ENCRYPT_DENIED,         NO_PERMISSION_TO_ENCRYPT_DECRYPT",
        "ROLE_NOT_ASSUMABLE,     CANNOT_ASSUME_ROLE",
        "PRIVATE_ENDPOINT_MISSING, KMS_NETWORK_ACCESS_DENIED",
        "INVALID_REQUEST,        INVALID_ATTRIBUTE",
        "WRONG_CIPHERTEXT,       ENCRYPTION_AT_REST_SETTINGS_INVALID",
        "UNREACHABLE,            KMS_NETWORK_ACCESS_DENIED",
        "TIMED_OUT,              KMS_NETWORK_ACCESS_DENIED",
        "NETWORK_POLICY,         KMS_NETWORK_ACCESS_DENIED",
        "THROTTLED,              KMS_UNAVAILABLE",
        "PROVIDER_FAULT,         KMS_UNAVAILABLE",
        "OUR_CREDENTIALS,        KMS_UNAVAILABLE",
        "KEY_STORE_UNAVAILABLE,  KMS_UNAVAILABLE",
        "KEY_NOT_READY,          KMS_UNAVAILABLE",
        "UNKNOWN,                KMS_UNAVAILABLE",
        "SOMETHING_OF_TOMORROW,  KMS_UNAVAILABLE"
    })
    void tellsEachReasonByItsCode(String reason, String code) {
        Refusal refusal = KeyRefusals.of(answer(reason, List.of()), WANTED);

        assertThat(refusal.code()).hasToString(code);
        assertThat(refusal.detail()).contains("what happened").containsAnyOf("what to do", "send the request again");
        assertThat(refusal.retryAfter().isPresent()).isEqualTo(refusal.code().status() == 503);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UNREACHABLE",
                "TIMED_OUT",
                "THROTTLED",
                "PROVIDER_FAULT",
                "KEY_STORE_UNAVAILABLE",
                "CREDENTIALS_NOT_AT_HAND"
            })
    void whatWasOnlyProposedIsNotCheckedAgain(String reason) {
        assertThat(KeyRefusals.of(answer(reason, List.of()), WANTED).detail())
                .isEqualTo("what happened Nothing was changed: send the request again.");
    }

    @Rule("R5")
    @ParameterizedTest
    @CsvSource({"kms:DescribeKey", "kms:Encrypt", "kms:Decrypt"})
    void namesTheMissingActionAndPrintsTheStatement(String action) {
        ProviderCall denied = new ProviderCall(
                action, "key", "us-east-1", "PUBLIC", "AccessDeniedException", "no", "r-1", Instant.EPOCH, 3);

        Refusal refusal = KeyRefusals.of(answer("ACCESS_REVOKED", List.of(denied)), WANTED);

        assertThat(refusal.parameters()).containsExactly(action);
        assertThat(refusal.detail())
                .contains("not allowed " + action)
                .contains("\"Action\":[\"kms:DescribeKey\",\"kms:Encrypt\",\"kms:Decrypt\"]");
    }

    private static KeyAnswer answer(String reason, List<ProviderCall> calls) {
        return new KeyAnswer(KeyAnswer.Outcome.REVOKED, reason, "what happened", "what to do", null, calls);
    }
}
