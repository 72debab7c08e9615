package io.keyward.config.encryption.proof;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.config.encryption.settings.KmsConfig;
import io.keyward.config.encryption.settings.Opener;
import io.keyward.config.validation.CheckReason;
import io.keyward.config.validation.KeyAnswer;
import io.keyward.contracts.KeyEvent.ProviderCall;
import java.time.Duration;
import java.util.Locale;

/** What a check that did not find the key valid means for the PATCH that asked for it. */
final class KeyRefusals {
    private static final Duration SOON = Duration.ofSeconds(5);

    private KeyRefusals() {}

    static Refusal of(KeyAnswer answer, KmsConfig wanted) {
        String key = answer.key() == null ? wanted.key() : answer.key();
        CheckReason reason = CheckReason.parse(answer.reason());
        return switch (reason) {
            case KEY_DISABLED -> refusal(ErrorCode.AWS_KMS_CUSTOMER_MASTER_KEY_NOT_ENABLED, answer, key);
            case KEY_PENDING_DELETION -> refusal(ErrorCode.AWS_KMS_CUSTOMER_MASTER_KEY_PENDING_DELETION, answer, key);
            case KEY_MATERIAL_MISSING -> refusal(ErrorCode.AWS_KMS_CUSTOMER_MASTER_KEY_PENDING_IMPORT, answer, key);
            case KEY_NOT_FOUND, KEY_NEVER_FOUND -> notFound(answer, wanted);
            case WRONG_KEY_USAGE, WRONG_KEY_TYPE -> refusal(ErrorCode.AWS_KMS_KEY_USAGE_NOT_SUPPORTED, answer, key);
            case ACCESS_REVOKED, DESCRIBE_KEY_DENIED, ENCRYPT_DENIED -> notPermitted(answer, reason, key);
            case ROLE_NOT_ASSUMABLE -> refusal(ErrorCode.CANNOT_ASSUME_ROLE, answer, roleId(wanted.opener()));
            case INVALID_REQUEST -> refusal(ErrorCode.INVALID_ATTRIBUTE, answer, "awsKms.customerMasterKeyID");
            case WRONG_CIPHERTEXT -> refusal(ErrorCode.ENCRYPTION_AT_REST_SETTINGS_INVALID, answer, "wrong ciphertext");
            case UNREACHABLE, TIMED_OUT, NETWORK_POLICY -> refusal(ErrorCode.KMS_NETWORK_ACCESS_DENIED, answer);
            case THROTTLED, PROVIDER_FAULT, OUR_CREDENTIALS, KEY_STORE_UNAVAILABLE, UNKNOWN ->
                refusal(ErrorCode.KMS_UNAVAILABLE, answer).withRetryAfter(SOON);
        };
    }

    private static String roleId(Opener opener) {
        return switch (opener) {
            case Opener.Role role -> role.roleId();
        };
    }

    private static Refusal notFound(KeyAnswer answer, KmsConfig wanted) {
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

    private static Refusal refusal(ErrorCode code, KeyAnswer answer, Object... parameters) {
        return Refusal.of(code, parameters).withDetail(words(answer));
    }

    private static String words(KeyAnswer answer) {
        return answer.remedy() == null ? answer.explanation() : answer.explanation() + " " + answer.remedy();
    }
}
