package io.keyward.config.encryption.proof;

import static io.keyward.config.encryption.proof.KeyRefusals.refusal;
import static io.keyward.config.encryption.proof.KeyRefusals.unavailable;
import static io.keyward.config.encryption.proof.KeyRefusals.unreachable;
import static io.keyward.config.encryption.proof.KeyRefusals.words;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.config.encryption.settings.KmsConfig.GoogleKms;
import io.keyward.config.encryption.settings.Opener;
import io.keyward.config.validation.CheckReason;
import io.keyward.config.validation.KeyAnswer;
import io.keyward.contracts.KeyEvent.ProviderCall;

/** The refusals of keys in Google Cloud KMS. Pure. */
final class GoogleKeyRefusals {
    private static final String DECRYPT = "cloudkms.cryptoKeyVersions.useToDecrypt";

    private GoogleKeyRefusals() {}

    static Refusal of(CheckReason reason, KeyAnswer answer, GoogleKms wanted) {
        String key = wanted.key();
        return switch (reason) {
            case KEY_DISABLED -> refusal(ErrorCode.GOOGLE_CLOUD_KMS_KEY_VERSION_DISABLED, answer, key);
            case KEY_PENDING_DELETION -> refusal(ErrorCode.GOOGLE_CLOUD_KMS_KEY_VERSION_DESTROY_SCHEDULED, answer, key);
            case KEY_MATERIAL_MISSING -> refusal(ErrorCode.GOOGLE_CLOUD_KMS_KEY_VERSION_DESTROYED, answer, key);
            case KEY_NOT_FOUND, KEY_NEVER_FOUND, KEY_VERSION_MISSING ->
                refusal(ErrorCode.GOOGLE_CLOUD_KMS_KEY_VERSION_NOT_FOUND, answer, key);
            case WRONG_KEY_USAGE, WRONG_KEY_TYPE ->
                refusal(ErrorCode.GOOGLE_CLOUD_KMS_KEY_PURPOSE_NOT_SUPPORTED, answer, key);
            case ACCESS_REVOKED, ASSIGNMENT_REVOKED, JUSTIFICATION_DENIED, DESCRIBE_KEY_DENIED, ENCRYPT_DENIED ->
                notPermitted(answer, reason);
            case ROLE_NOT_ASSUMABLE -> refusal(ErrorCode.CANNOT_ASSUME_ROLE, answer, opener(wanted.opener()));
            case CREDENTIALS_INVALID, CREDENTIALS_EXPIRED ->
                refusal(ErrorCode.INVALID_GOOGLE_CLOUD_CREDENTIALS, answer);
            case INVALID_REQUEST -> refusal(ErrorCode.INVALID_ATTRIBUTE, answer, "googleCloudKms.keyVersionResourceID");
            case WRONG_CIPHERTEXT -> settings(answer, "wrong ciphertext");
            case SERVICE_DISABLED -> settings(answer, "the Cloud KMS API is switched off");
            case KEY_EXPIRED, KEY_NOT_YET_VALID, KEY_ELSEWHERE, PRIVATE_NETWORK_NOT_ENABLED ->
                settings(answer, "the key cannot be used where it is");
            case UNREACHABLE, TIMED_OUT, NETWORK_POLICY, PRIVATE_ENDPOINT_MISSING -> unreachable(answer);
            case KEY_NOT_READY -> refusal(ErrorCode.GOOGLE_CLOUD_KMS_KEY_VERSION_PENDING_GENERATION, answer, key);
            case THROTTLED, PROVIDER_FAULT, OUR_CREDENTIALS, KEY_STORE_UNAVAILABLE -> unavailable(answer);
            case CREDENTIALS_NOT_AT_HAND, UNKNOWN -> unavailable(answer);
        };
    }

    private static Refusal settings(KeyAnswer answer, String what) {
        return refusal(ErrorCode.ENCRYPTION_AT_REST_SETTINGS_INVALID, answer, what);
    }

    private static String opener(Opener opener) {
        return opener instanceof Opener.Role role ? role.roleId() : "googleCloudKms.serviceAccountKey";
    }

    /** Names the permission that was denied; the remedy names the roles to grant. */
    private static Refusal notPermitted(KeyAnswer answer, CheckReason reason) {
        String permission = answer.callsMade().stream()
                .filter(call -> call.code().contains("PERMISSION_DENIED"))
                .map(GoogleKeyRefusals::permission)
                .findFirst()
                .orElse(defaultPermission(reason));
        return Refusal.of(ErrorCode.NO_PERMISSION_TO_ENCRYPT_DECRYPT, permission)
                .withDetail(
                        "The service account is not allowed " + permission + " on the key. " + words(answer)
                                + " The roles roles/cloudkms.cryptoKeyEncrypterDecrypter and roles/cloudkms.viewer on the key are enough.");
    }

    private static String permission(ProviderCall call) {
        return switch (call.operation()) {
            case "cloudkms:GetCryptoKeyVersion" -> "cloudkms.cryptoKeyVersions.get";
            case "cloudkms:GetCryptoKey" -> "cloudkms.cryptoKeys.get";
            case "cloudkms:Encrypt" -> "cloudkms.cryptoKeyVersions.useToEncrypt";
            default -> DECRYPT;
        };
    }

    private static String defaultPermission(CheckReason reason) {
        return switch (reason) {
            case DESCRIBE_KEY_DENIED -> "cloudkms.cryptoKeyVersions.get";
            case ENCRYPT_DENIED -> "cloudkms.cryptoKeyVersions.useToEncrypt";
            default -> DECRYPT;
        };
    }
}
