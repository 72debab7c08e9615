package io.keyward.validation.provider.aws.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.provider.aws.call.AwsFailure.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** A row per answer that AWS documents or that was seen in the wild. */
@Rule("V6")
class AwsKmsFailuresTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        DisabledException               | arn:aws:kms:…:key/1 is disabled.              | KEY_DISABLED
        DisabledException               | arn:aws:kms:…:key/1 is pending deletion.      | KEY_PENDING_DELETION
        KMSInvalidStateException        | arn:aws:kms:…:key/1 is pending deletion.      | KEY_PENDING_DELETION
        KMSInvalidStateException        | …:key/1 is pending replica deletion.          | KEY_PENDING_DELETION
        KMSInvalidStateException        | arn:aws:kms:…:key/1 is pending import.        | KEY_MATERIAL_MISSING
        KMSInvalidStateException        | arn:aws:kms:…:key/1 is Creating.              | KEY_NOT_READY
        KMSInvalidStateException        | arn:aws:kms:…:key/1 is Updating.              | KEY_NOT_READY
        KMSInvalidStateException        | The custom key store is not connected.        | KEY_STORE_UNAVAILABLE
        KMSInvalidStateException        |                                               | KEY_STORE_UNAVAILABLE
        NotFoundException               | Key 'arn:…' does not exist                    | KEY_NOT_FOUND
        InvalidKeyUsageException        | key usage is SIGN_VERIFY                      | WRONG_KEY_USAGE
        UnsupportedOperationException   | not valid for this key                        | WRONG_KEY_USAGE
        InvalidArnException             | Invalid arn                                   | INVALID_REQUEST
        ValidationException             | 1 validation error detected                   | INVALID_REQUEST
        ValidationError                 | Request ARN is invalid                        | INVALID_REQUEST
        IncorrectKeyException           | wrong key                                     | WRONG_CIPHERTEXT
        InvalidCiphertextException      |                                               | WRONG_CIPHERTEXT
        InvalidGrantTokenException      |                                               | OUR_CREDENTIALS
        KeyUnavailableException         |                                               | PROVIDER_FAULT
        DependencyTimeoutException      |                                               | PROVIDER_FAULT
        KMSInternalException            |                                               | PROVIDER_FAULT
        InternalFailure                 |                                               | PROVIDER_FAULT
        ServiceUnavailable              |                                               | PROVIDER_FAULT
        LimitExceededException          |                                               | THROTTLED
        ThrottlingException             | Rate exceeded                                 | THROTTLED
        TooManyRequests                 |                                               | THROTTLED
        RegionDisabledException         | STS is not activated in this region           | INVALID_REQUEST
        MalformedPolicyDocument         |                                               | OUR_CREDENTIALS
        PackedPolicyTooLarge            |                                               | OUR_CREDENTIALS
        ExpiredTokenException           | The security token … is expired               | SESSION_EXPIRED
        ExpiredToken                    |                                               | SESSION_EXPIRED
        UnrecognizedClientException     | The security token … is invalid.              | UNKNOWN_PRINCIPAL
        InvalidClientTokenId            |                                               | UNKNOWN_PRINCIPAL
        InvalidSignatureException       | Signature expired                             | OUR_CREDENTIALS
        SignatureDoesNotMatch           |                                               | OUR_CREDENTIALS
        RequestExpired                  |                                               | OUR_CREDENTIALS
        IncompleteSignature             |                                               | OUR_CREDENTIALS
        MissingAuthenticationToken      |                                               | OUR_CREDENTIALS
        AccessDenied                    | not authorized to perform: sts:AssumeRole     | ACCESS_DENIED
        OptInRequired                   |                                               | ACCOUNT_SUSPENDED
        RequestTimeTooSkewed            |                                               | OUR_CREDENTIALS
        RequestLimitExceeded            |                                               | THROTTLED
        InternalServerError             |                                               | PROVIDER_FAULT
        DryRunOperationException        | we never ask for a dry run                    | UNKNOWN
        SomethingAddedLater             |                                               | UNKNOWN
        """)
    void classesByCode(String code, String message, Kind kind) {
        var failure = AwsKmsFailures.classify(AwsAnswer.answered(code, message, 400));

        assertThat(failure).isEqualTo(new AwsFailure(kind, code, message, "request-1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        because no VPC endpoint policy allows the kms:Decrypt action          | VPC_ENDPOINT_POLICY     | NETWORK_POLICY
        with an explicit deny in a VPC endpoint policy                        | VPC_ENDPOINT_POLICY     | NETWORK_POLICY
        because no session policy allows the kms:Decrypt action               | SESSION_POLICY          | OUR_CREDENTIALS
        with an explicit deny in a session policy                             | SESSION_POLICY          | OUR_CREDENTIALS
        with an explicit deny in a service control policy                     | SERVICE_CONTROL_POLICY  | ACCESS_DENIED
        with an explicit deny in a resource control policy                    | RESOURCE_CONTROL_POLICY | ACCESS_DENIED
        because no permissions boundary allows the kms:Decrypt action         | PERMISSIONS_BOUNDARY    | ACCESS_DENIED
        with an explicit deny in a resource-based policy                      | EXPLICIT_RESOURCE_POLICY         | ACCESS_DENIED
        because no resource-based policy allows the kms:Decrypt action        | RESOURCE_POLICY         | ACCESS_DENIED
        because no identity-based policy allows the kms:Decrypt action        | IDENTITY_POLICY         | ACCESS_DENIED
        with an explicit deny in a policy of a kind invented later            | UNNAMED                 | ACCESS_DENIED
                                                                              | UNNAMED                 | ACCESS_DENIED
        """)
    void readsWhoDenied(String reason, AccessDenial denial, Kind kind) {
        var message = reason == null
                ? null
                : "User: arn:… is not authorized to perform: kms:Decrypt on resource: arn:… " + reason;

        var failure = AwsKmsFailures.classify(AwsAnswer.answered("AccessDeniedException", message, 400));

        assertThat(failure.denial()).isEqualTo(denial);
        assertThat(failure.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409, 412, 500, 503})
    void doesNotLookAtTheStatus(int status) {
        assertThat(AwsKmsFailures.classify(AwsAnswer.answered("DisabledException", "is disabled.", status))
                        .kind())
                .isEqualTo(Kind.KEY_DISABLED);
    }

    @Test
    void doesNotKnowAnAnswerWithoutACode() {
        var failure = AwsKmsFailures.classify(AwsAnswer.answered(null, null, 502));

        assertThat(failure.kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(failure.code()).isEqualTo("HTTP 502");
    }

    @Test
    void takesBlankWordsForNone() {
        var failure = AwsKmsFailures.classify(AwsAnswer.answered("AccessDenied", " ", 403));

        assertThat(failure.message()).isNull();
        assertThat(failure.words()).isEqualTo("AccessDenied");
    }

    @ParameterizedTest
    @MethodSource("silences")
    void classesSilenceByItsCause(Throwable silence, Kind kind, String code) {
        var failure = AwsKmsFailures.classify(new CompletionException(silence));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.requestId()).isNull();
    }

    static Stream<Arguments> silences() {
        return Stream.of(
                Arguments.of(client(new UnknownHostException("kms…")), Kind.UNREACHABLE, "UnknownHostException"),
                Arguments.of(client(new ConnectException("refused")), Kind.UNREACHABLE, "ConnectException"),
                Arguments.of(client(new SocketTimeoutException()), Kind.UNREACHABLE, "SocketTimeoutException"),
                Arguments.of(client(new IOException("reset")), Kind.UNREACHABLE, "IOException"),
                Arguments.of(client(new SSLHandshakeException("PKIX")), Kind.UNTRUSTED_PEER, "SSLHandshakeException"),
                Arguments.of(client(new IOException("TLS (SSL) was closed")), Kind.UNREACHABLE, "IOException"),
                Arguments.of(ApiCallTimeoutException.create(3000), Kind.TIMED_OUT, "ApiCallTimeoutException"),
                Arguments.of(
                        ApiCallAttemptTimeoutException.create(2000), Kind.TIMED_OUT, "ApiCallAttemptTimeoutException"),
                Arguments.of(
                        SdkClientException.create("Unable to load credentials from any of the providers in the chain"),
                        Kind.OUR_CREDENTIALS,
                        "SdkClientException"),
                Arguments.of(SdkClientException.create("something else"), Kind.UNKNOWN, "SdkClientException"),
                Arguments.of(new IllegalStateException("a bug"), Kind.UNKNOWN, "IllegalStateException"));
    }

    private static Throwable client(IOException cause) {
        return SdkClientException.create("Unable to execute HTTP request", cause);
    }
}
