package io.keyward.config.encryption.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.Refusal;
import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.settings.KmsConfig.GoogleKms;
import io.keyward.config.encryption.settings.Opener;
import io.keyward.config.validation.CheckReason;
import io.keyward.config.validation.KeyAnswer;
import io.keyward.contracts.KeyEvent.ProviderCall;
import io.keyward.testkit.Rule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GoogleKeyRefusalsTest {
    private static final GoogleKms WANTED = new GoogleKms(
            "projects/p/locations/global/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1",
            new Opener.Role(Cloud.GCP, "32b6e34b3d91647abb20e7b8"));

    @Rule({"C2", "C4", "C14"})
    @ParameterizedTest
    @CsvSource({
        "KEY_DISABLED,             GOOGLE_CLOUD_KMS_KEY_VERSION_DISABLED",
        "KEY_PENDING_DELETION,     GOOGLE_CLOUD_KMS_KEY_VERSION_DESTROY_SCHEDULED",
        "KEY_MATERIAL_MISSING,     GOOGLE_CLOUD_KMS_KEY_VERSION_DESTROYED",
        "KEY_NOT_FOUND,            GOOGLE_CLOUD_KMS_KEY_VERSION_NOT_FOUND",
        "KEY_NEVER_FOUND,          GOOGLE_CLOUD_KMS_KEY_VERSION_NOT_FOUND",
        "KEY_VERSION_MISSING,      GOOGLE_CLOUD_KMS_KEY_VERSION_NOT_FOUND",
        "WRONG_KEY_USAGE,          GOOGLE_CLOUD_KMS_KEY_PURPOSE_NOT_SUPPORTED",
        "WRONG_KEY_TYPE,           GOOGLE_CLOUD_KMS_KEY_PURPOSE_NOT_SUPPORTED",
        "ACCESS_REVOKED,           NO_PERMISSION_TO_ENCRYPT_DECRYPT",
        "JUSTIFICATION_DENIED,     NO_PERMISSION_TO_ENCRYPT_DECRYPT",
        "DESCRIBE_KEY_DENIED,      NO_PERMISSION_TO_ENCRYPT_DECRYPT",
        "ENCRYPT_DENIED,           NO_PERMISSION_TO_ENCRYPT_DECRYPT",
        "ROLE_NOT_ASSUMABLE,       CANNOT_ASSUME_ROLE",
        "CREDENTIALS_INVALID,      INVALID_GOOGLE_CLOUD_CREDENTIALS",
        "CREDENTIALS_EXPIRED,      INVALID_GOOGLE_CLOUD_CREDENTIALS",
        "INVALID_REQUEST,          INVALID_ATTRIBUTE",
        "WRONG_CIPHERTEXT,         ENCRYPTION_AT_REST_SETTINGS_INVALID",
        "SERVICE_DISABLED,         ENCRYPTION_AT_REST_SETTINGS_INVALID",
        "KEY_NOT_READY,            GOOGLE_CLOUD_KMS_KEY_VERSION_PENDING_GENERATION",
        "UNREACHABLE,              KMS_NETWORK_ACCESS_DENIED",
        "NETWORK_POLICY,           KMS_NETWORK_ACCESS_DENIED",
        "THROTTLED,                KMS_UNAVAILABLE",
        "OUR_CREDENTIALS,          KMS_UNAVAILABLE",
        "CREDENTIALS_NOT_AT_HAND,  KMS_UNAVAILABLE",
        "SOMETHING_OF_TOMORROW,    KMS_UNAVAILABLE"
    })
    void tellsEachReasonByItsCode(String reason, String code) {
        assertThat(KeyRefusals.of(answer(reason, List.of()), WANTED).code()).hasToString(code);
    }

    @Rule("C2")
    @ParameterizedTest
    @EnumSource(CheckReason.class)
    void saysWhatHappenedAndWhatToDo(CheckReason reason) {
        Refusal refusal = KeyRefusals.of(answer(reason.name(), List.of()), WANTED);

        assertThat(refusal.detail()).contains("what happened").containsAnyOf("what to do", "send the request again");
        assertThat(refusal.retryAfter().isPresent()).isEqualTo(refusal.code().status() == 503);
    }

    @Rule("R5")
    @ParameterizedTest
    @CsvSource({
        "cloudkms:GetCryptoKeyVersion, cloudkms.cryptoKeyVersions.get",
        "cloudkms:Encrypt,             cloudkms.cryptoKeyVersions.useToEncrypt",
        "cloudkms:Decrypt,             cloudkms.cryptoKeyVersions.useToDecrypt"
    })
    void namesTheMissingPermissionAndTheRolesToGrant(String operation, String permission) {
        ProviderCall denied = new ProviderCall(
                operation, "key", "global", "PUBLIC", "PERMISSION_DENIED", "no", "r-1", Instant.EPOCH, 3);

        Refusal refusal = KeyRefusals.of(answer("ACCESS_REVOKED", List.of(denied)), WANTED);

        assertThat(refusal.parameters()).containsExactly(permission);
        assertThat(refusal.detail()).contains(permission).contains("roles/cloudkms.cryptoKeyEncrypterDecrypter");
    }

    private static KeyAnswer answer(String reason, List<ProviderCall> calls) {
        return new KeyAnswer(KeyAnswer.Outcome.REVOKED, reason, "what happened", "what to do", null, calls);
    }
}
