package io.keyward.config.encryption.proof;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.config.encryption.settings.AzureVault;
import io.keyward.config.encryption.settings.KmsConfig;
import io.keyward.config.encryption.settings.KmsConfig.AwsKms;
import io.keyward.config.encryption.settings.KmsConfig.GoogleKms;
import io.keyward.config.validation.CheckReason;
import io.keyward.config.validation.KeyAnswer;
import java.time.Duration;

/** What a check that did not find the key valid means for the PATCH that asked for it: each provider has codes of its own. */
final class KeyRefusals {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String ASK_AGAIN = "Nothing was changed: send the request again.";

    private KeyRefusals() {}

    static Refusal of(KeyAnswer answer, KmsConfig wanted) {
        CheckReason reason = CheckReason.parse(answer.reason());
        return switch (wanted) {
            case AwsKms aws -> AwsKeyRefusals.of(reason, answer, aws);
            case AzureVault azure -> AzureKeyRefusals.of(reason, answer, azure);
            case GoogleKms google -> GoogleKeyRefusals.of(reason, answer, google);
        };
    }

    /** Whether no private endpoint could heal what was in the way. */
    static boolean isInAnyWay(KeyAnswer answer, KmsConfig wanted) {
        return switch (wanted) {
            case AwsKms aws -> false;
            case GoogleKms google -> false;
            case AzureVault azure -> AzureKeyRefusals.isConditionalAccess(answer);
        };
    }

    /** With what happened and what to do. */
    static Refusal refusal(ErrorCode code, KeyAnswer answer, Object... parameters) {
        return Refusal.of(code, parameters).withDetail(unanswered(answer));
    }

    /** The KMS was not reached. */
    static Refusal unreachable(KeyAnswer answer) {
        return Refusal.of(ErrorCode.KMS_NETWORK_ACCESS_DENIED).withDetail(unanswered(answer));
    }

    /** The KMS, or we, had nothing to say for now. */
    static Refusal unavailable(KeyAnswer answer) {
        return Refusal.of(ErrorCode.KMS_UNAVAILABLE)
                .withDetail(unanswered(answer))
                .withRetryAfter(SOON);
    }

    /** The remedy for a key in use is to wait for its next check. What was only proposed is not checked again. */
    private static String unanswered(KeyAnswer answer) {
        return switch (CheckReason.parse(answer.reason())) {
            case UNREACHABLE, TIMED_OUT, THROTTLED, PROVIDER_FAULT, KEY_STORE_UNAVAILABLE, CREDENTIALS_NOT_AT_HAND ->
                answer.explanation() + " " + ASK_AGAIN;
            case KEY_NOT_READY -> answer.explanation() + " " + ASK_AGAIN;
            default -> words(answer);
        };
    }

    static String words(KeyAnswer answer) {
        return answer.remedy() == null ? answer.explanation() : answer.explanation() + " " + answer.remedy();
    }
}
