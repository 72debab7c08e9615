package io.keyward.secrets.provider.aws;

import io.keyward.secrets.kek.KekException;
import io.keyward.secrets.kek.KekException.Kind;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What a refusal by AWS KMS means, by its code. */
final class AwsKekFailures {
    private static final int SERVER_ERROR = 500;

    private AwsKekFailures() {}

    /** What the SDK says then is whom it asked, and once more, with what each of them said: the latter will do. */
    static KekException nobody(RuntimeException failure) {
        String said =
                String.valueOf(failure.getMessage()).replaceFirst("^Unable to load credentials from any.*? : \\[", "[");
        return new KekException(Kind.NOBODY, "There are no credentials for AWS KMS: " + said);
    }

    static KekException classify(SdkException failure) {
        return failure instanceof AwsServiceException refused
                ? new KekException(kind(refused), "AWS KMS refused: " + said(refused))
                : new KekException(Kind.UNANSWERED, "AWS KMS did not answer: " + failure.getMessage());
    }

    private static Kind kind(AwsServiceException refused) {
        if (refused.statusCode() >= SERVER_ERROR || refused.isThrottlingException()) {
            return Kind.UNANSWERED;
        }
        return switch (code(refused)) {
            case "AccessDeniedException" -> Kind.DENIED;
            case "UnrecognizedClientException",
                    "InvalidSignatureException",
                    "ExpiredTokenException",
                    "IncompleteSignatureException",
                    "MissingAuthenticationTokenException" -> Kind.NOBODY;
            case "DisabledException", "KMSInvalidStateException", "NotFoundException", "InvalidKeyUsageException" ->
                Kind.UNUSABLE_KEY;
            case "InvalidCiphertextException", "IncorrectKeyException" -> Kind.WRONG_KEYSET;
            default -> Kind.REFUSED;
        };
    }

    private static String code(AwsServiceException refused) {
        return Optional.ofNullable(refused.awsErrorDetails())
                .map(details -> details.errorCode())
                .orElse("HTTP " + refused.statusCode());
    }

    private static String said(AwsServiceException refused) {
        String message = Optional.ofNullable(refused.awsErrorDetails())
                .map(details -> details.errorMessage())
                .filter(text -> !text.isBlank())
                .map(text -> ": " + text)
                .orElse("");
        return code(refused) + message + " (request " + refused.requestId() + ")";
    }
}
