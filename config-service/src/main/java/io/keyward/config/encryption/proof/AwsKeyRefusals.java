package io.keyward.config.encryption.proof;

import static io.keyward.config.encryption.proof.KeyRefusals.refusal;
import static io.keyward.config.encryption.proof.KeyRefusals.unavailable;
import static io.keyward.config.encryption.proof.KeyRefusals.unreachable;
import static io.keyward.config.encryption.proof.KeyRefusals.words;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.config.encryption.settings.KmsConfig.AwsKms;
import io.keyward.config.validation.CheckReason;
import io.keyward.config.validation.KeyAnswer;
import io.keyward.contracts.KeyEvent.ProviderCall;
import java.util.Locale;

/** The refusals of keys in AWS KMS. Pure. */
final class AwsKeyRefusals {
    private AwsKeyRefusals() {}

    static Refusal of(CheckReason reason, KeyAnswer answer, AwsKms wanted) {
        String key = answer.key() == null ? wanted.key() : answer.key();
        return switch (reason) {
            case KEY_DISABLED, KEY_EXPIRED, KEY_NOT_YET_VALID ->
                refusal(ErrorCode.AWS_KMS_CUSTOMER_MASTER_KEY_NOT_ENABLED, answer, key);
            case KEY_PENDING_DELETION -> refusal(ErrorCode.AWS_KMS_CUSTOMER_MASTER_KEY_PENDING_DELETION, answer, key);
            case KEY_MATERIAL_MISSING -> refusal(ErrorCode.AWS_KMS_CUSTOMER_MASTER_KEY_PENDING_IMPORT, answer, key);
            case KEY_NOT_FOUND, KEY_NEVER_FOUND, KEY_VERSION_MISSING -> notFound(answer, wanted);
            case WRONG_KEY_USAGE, WRONG_KEY_TYPE -> refusal(ErrorCode.AWS_KMS_KEY_USAGE_NOT_SUPPORTED, answer, key);
            case ACCESS_REVOKED, ASSIGNMENT_REVOKED, JUSTIFICATION_DENIED, DESCRIBE_KEY_DENIED, ENCRYPT_DENIED ->
                notPermitted(answer, reason, key);
            case ROLE_NOT_ASSUMABLE, CREDENTIALS_INVALID, CREDENTIALS_EXPIRED ->
                refusal(ErrorCode.CANNOT_ASSUME_ROLE, answer, wanted.roleId());
            case INVALID_REQUEST -> refusal(ErrorCode.INVALID_ATTRIBUTE, answer, "awsKms.customerMasterKeyID");
            case WRONG_CIPHERTEXT -> settings(answer, "wrong ciphertext");
            case SERVICE_DISABLED, KEY_ELSEWHERE, PRIVATE_NETWORK_NOT_ENABLED ->
                settings(answer, "the key cannot be used where it is");
            case UNREACHABLE, TIMED_OUT, NETWORK_POLICY, PRIVATE_ENDPOINT_MISSING -> unreachable(answer);
            case THROTTLED, PROVIDER_FAULT, OUR_CREDENTIALS, KEY_STORE_UNAVAILABLE, KEY_NOT_READY ->
                unavailable(answer);
            case CREDENTIALS_NOT_AT_HAND, UNKNOWN -> unavailable(answer);
        };
    }

    private static Refusal settings(KeyAnswer answer, String what) {
        return refusal(ErrorCode.ENCRYPTION_AT_REST_SETTINGS_INVALID, answer, what);
    }

    private static Refusal notFound(KeyAnswer answer, AwsKms wanted) {
        String hint = wanted.isFullName()
                ? ""
                : " A key id is looked up in the role's own account; a key of another account needs its full ARN.";
        return Refusal.of(ErrorCode.AWS_CUSTOMER_MASTER_KEY_NOT_FOUND, wanted.key())
                .withDetail(words(answer) + hint);
    }

    /** Names the action that was denied, and prints the statement that allows all that is needed. */
    private static Refusal notPermitted(KeyAnswer answer, CheckReason reason, String key) {
        String action = answer.callsMade().stream()
                .filter(call -> call.operation().startsWith("kms:") && isDenial(call))
                .map(ProviderCall::operation)
                .findFirst()
                .orElse(defaultAction(reason));
        String statement = "{\"Effect\":\"Allow\",\"Action\":[\"kms:DescribeKey\",\"kms:Encrypt\",\"kms:Decrypt\"],"
                + "\"Resource\":\"" + key + "\"}";
        return Refusal.of(ErrorCode.NO_PERMISSION_TO_ENCRYPT_DECRYPT, action)
                .withDetail("The role is not allowed " + action + " on the key. " + words(answer)
                        + " Add this statement to the role's policy, and let the key's policy allow the same: "
                        + statement);
    }

    private static boolean isDenial(ProviderCall call) {
        return call.code().toLowerCase(Locale.ROOT).contains("accessdenied");
    }

    private static String defaultAction(CheckReason reason) {
        return switch (reason) {
            case DESCRIBE_KEY_DENIED -> "kms:DescribeKey";
            case ENCRYPT_DENIED -> "kms:Encrypt";
            default -> "kms:Decrypt";
        };
    }
}
