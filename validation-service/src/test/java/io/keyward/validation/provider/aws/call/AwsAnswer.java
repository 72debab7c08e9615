package io.keyward.validation.provider.aws.call;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kms.model.KmsException;

/** What the SDK fails with, for tests. */
public final class AwsAnswer {
    private AwsAnswer() {}

    /** An answer of AWS as it is read. */
    public static AwsFailure failure(String code, String message, int status) {
        return AwsKmsFailures.classify(answered(code, message, status));
    }

    /** The same in a region. */
    public static AwsFailure inRegion(AwsFailure failure, String region) {
        return AwsRouteRules.inRegion(failure, region);
    }

    /** No answer, as it is read. */
    public static AwsFailure silence(String what) {
        return AwsKmsFailures.classify(
                switch (what) {
                    case "no credentials" ->
                        SdkClientException.create("Unable to load credentials from any of the providers in the chain");
                    case "no such host" -> client(new UnknownHostException("kms…"));
                    case "connection refused" -> client(new ConnectException("refused"));
                    case "connection closed" -> client(new IOException("closed"));
                    case "not trusted" -> client(new SSLHandshakeException("PKIX"));
                    case "no answer in time" -> ApiCallTimeoutException.create(3000);
                    default -> throw new IllegalArgumentException(what);
                });
    }

    static AwsServiceException answered(String code, String message, int status) {
        return KmsException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .statusCode(status)
                .requestId("request-1")
                .build();
    }

    private static Throwable client(IOException cause) {
        return SdkClientException.create("Unable to execute HTTP request", cause);
    }
}
