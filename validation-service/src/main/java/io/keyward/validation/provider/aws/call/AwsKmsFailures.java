package io.keyward.validation.provider.aws.call;

import io.keyward.validation.provider.aws.call.AwsFailure.Kind;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.crt.http.HttpException;

/**
 * What each failure of KMS and STS means: by error code and type of exception, never by HTTP status, which differs between AWS's documentation, its
 * models and whatever speaks its protocol. What is not listed is unknown, and unknown never counts against a key.
 */
final class AwsKmsFailures {
    private AwsKmsFailures() {}

    /** Classes what an SDK call failed with. */
    static AwsFailure classify(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof AwsServiceException answer ? answered(answer) : unanswered(cause);
    }

    private static AwsFailure answered(AwsServiceException answer) {
        var details = answer.awsErrorDetails();
        @Nullable String code = details == null ? null : details.errorCode();
        @Nullable String message = details == null ? answer.getMessage() : details.errorMessage();
        String name = Objects.requireNonNullElse(code, "HTTP " + answer.statusCode());
        return new AwsFailure(kind(name, message), name, message, answer.requestId());
    }

    /** One line per code; KMS says {@code XException} where STS says {@code X}. */
    private static Kind kind(String code, @Nullable String message) {
        return switch (code) {
            case "DisabledException" ->
                says(message, "pending deletion") ? Kind.KEY_PENDING_DELETION : Kind.KEY_DISABLED;
            case "KMSInvalidStateException" -> invalidState(message);
            case "NotFoundException" -> Kind.KEY_NOT_FOUND;
            case "InvalidKeyUsageException", "UnsupportedOperationException" -> Kind.WRONG_KEY_USAGE;
            case "InvalidArnException", "ValidationException", "ValidationError", "RegionDisabledException" ->
                Kind.INVALID_REQUEST;
            case "IncorrectKeyException", "InvalidCiphertextException" -> Kind.WRONG_CIPHERTEXT;
            case "CustomKeyStoreInvalidStateException" -> Kind.KEY_STORE_UNAVAILABLE;
            case "AccessDeniedException", "AccessDenied" -> denied(AccessDenial.of(message));
            case "ExpiredTokenException", "ExpiredToken" -> Kind.SESSION_EXPIRED;
            case "UnrecognizedClientException", "InvalidClientTokenId" -> Kind.UNKNOWN_PRINCIPAL;
            case "OptInRequired", "SubscriptionRequiredException" -> Kind.ACCOUNT_SUSPENDED;
            case "InvalidSignatureException", "SignatureDoesNotMatch", "AuthFailure" -> Kind.OUR_CREDENTIALS;
            case "RequestExpired", "RequestTimeTooSkewed", "RequestInTheFuture" -> Kind.OUR_CREDENTIALS;
            case "IncompleteSignature", "IncompleteSignatureException" -> Kind.OUR_CREDENTIALS;
            case "MissingAuthenticationToken", "MissingAuthenticationTokenException" -> Kind.OUR_CREDENTIALS;
            case "InvalidGrantTokenException" -> Kind.OUR_CREDENTIALS;
            case "MalformedPolicyDocument", "MalformedPolicyDocumentException" -> Kind.OUR_CREDENTIALS;
            case "PackedPolicyTooLarge", "PackedPolicyTooLargeException" -> Kind.OUR_CREDENTIALS;
            case "ThrottlingException", "Throttling", "ThrottledException", "RequestThrottled" -> Kind.THROTTLED;
            case "TooManyRequests", "TooManyRequestsException", "RequestLimitExceeded" -> Kind.THROTTLED;
            case "LimitExceededException", "LimitExceeded" -> Kind.THROTTLED;
            case "KeyUnavailableException", "DependencyTimeoutException", "DependencyTimeout" -> Kind.PROVIDER_FAULT;
            case "KMSInternalException", "InternalFailure", "InternalError", "InternalServerError" ->
                Kind.PROVIDER_FAULT;
            case "ServiceUnavailable", "ServiceUnavailableException" -> Kind.PROVIDER_FAULT;
            case "RequestTimeout", "RequestTimeoutException" -> Kind.TIMED_OUT;
            default -> Kind.UNKNOWN;
        };
    }

    /** One code for several states. What names none is the general failure of a custom key store, which has many causes. */
    private static Kind invalidState(@Nullable String message) {
        if (says(message, "pending deletion") || says(message, "pending replica deletion")) {
            return Kind.KEY_PENDING_DELETION;
        }
        if (says(message, "pending import")) {
            return Kind.KEY_MATERIAL_MISSING;
        }
        return says(message, "creating") || says(message, "updating") ? Kind.KEY_NOT_READY : Kind.KEY_STORE_UNAVAILABLE;
    }

    private static Kind denied(AccessDenial denial) {
        return switch (denial) {
            case VPC_ENDPOINT_POLICY -> Kind.NETWORK_POLICY;
            case SESSION_POLICY -> Kind.OUR_CREDENTIALS;
            case SERVICE_CONTROL_POLICY, RESOURCE_CONTROL_POLICY, PERMISSIONS_BOUNDARY -> Kind.ACCESS_DENIED;
            case EXPLICIT_RESOURCE_POLICY, RESOURCE_POLICY, IDENTITY_POLICY, UNNAMED -> Kind.ACCESS_DENIED;
        };
    }

    /** The innermost cause tells what happened; those around it repeat it in their own words. */
    private static AwsFailure unanswered(Throwable failure) {
        Throwable root = causes(failure).reduce((outer, inner) -> inner).orElse(failure);
        String message = root.getMessage() == null ? failure.getMessage() : root.getMessage();
        return new AwsFailure(unansweredKind(failure), root.getClass().getSimpleName(), message, null);
    }

    private static Kind unansweredKind(Throwable failure) {
        if (failure instanceof ApiCallTimeoutException || failure instanceof ApiCallAttemptTimeoutException) {
            return Kind.TIMED_OUT;
        }
        if (causes(failure).anyMatch(AwsKmsFailures::isAboutTls)) {
            return Kind.UNTRUSTED_PEER;
        }
        if (causes(failure).anyMatch(cause -> cause instanceof IOException || cause instanceof HttpException)) {
            return Kind.UNREACHABLE;
        }
        boolean withoutCredentials =
                failure instanceof SdkClientException && says(failure.getMessage(), "unable to load credentials");
        return withoutCredentials ? Kind.OUR_CREDENTIALS : Kind.UNKNOWN;
    }

    /** The HTTP client tells of some failures of TLS in words only. */
    private static boolean isAboutTls(Throwable cause) {
        return cause instanceof SSLException || cause instanceof HttpException && says(cause.getMessage(), "tls");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
    }

    private static boolean says(@Nullable String message, String phrase) {
        return message != null && message.toLowerCase(Locale.ROOT).contains(phrase);
    }
}
