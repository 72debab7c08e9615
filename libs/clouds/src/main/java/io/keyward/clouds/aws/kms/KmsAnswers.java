package io.keyward.clouds.aws.kms;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.kms.model.KmsException;

/** Reads what comes back, and tells of what does not as the SDK's clients do: whoever classes failures finds one kind of each. */
final class KmsAnswers {
    private static final int OK = 200;
    private static final int SERVER_FAULT = 500;
    private static final String REQUEST_ID = "x-amzn-RequestId";

    private KmsAnswers() {}

    /** The reply, or the exception that it stands for. */
    static KmsReply read(HttpClientResponse response, Buffer body) throws IOException {
        if (response.statusCode() != OK) {
            throw refusal(response.statusCode(), response.headers(), document(body));
        }
        var document = document(body);
        if (document == null) {
            throw new IOException("KMS answered something that is no JSON object");
        }
        return new KmsReply(document, Objects.requireNonNullElse(response.getHeader(REQUEST_ID), ""));
    }

    /** What a request without an answer failed with, as one of the SDK's exceptions or an IOException. */
    static Throwable silence(Throwable failure, long limitMillis) {
        if (failure instanceof SdkException || failure instanceof IOException) {
            return failure;
        }
        return failure instanceof TimeoutException
                ? ApiCallTimeoutException.create(limitMillis)
                : new IOException(failure.getMessage(), failure);
    }

    /**
     * Whether the same may be asked again at once: a connection that was closed, an answer that did not come, a fault of the server. Not what was refused, least of
     * all for being too much: that is for the schedule to pace.
     */
    static boolean isWorthRepeating(Throwable failure) {
        if (failure instanceof AwsServiceException answer) {
            return answer.statusCode() >= SERVER_FAULT && !answer.isThrottlingException();
        }
        return failure instanceof ApiCallTimeoutException
                || failure instanceof IOException && causes(failure).noneMatch(SSLException.class::isInstance);
    }

    /** What time it is at AWS, if the failure may be about that. */
    static @Nullable Instant timeOf(Throwable failure) {
        if (!(failure instanceof AwsServiceException answer) || !answer.isClockSkewException()) {
            return null;
        }
        var details = answer.awsErrorDetails();
        return details == null || details.sdkHttpResponse() == null
                ? null
                : details.sdkHttpResponse()
                        .firstMatchingHeader("Date")
                        .map(KmsAnswers::parsed)
                        .orElse(null);
    }

    private static @Nullable Instant parsed(String date) {
        try {
            return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static AwsServiceException refusal(int status, MultiMap headers, @Nullable JsonObject body) {
        var http = SdkHttpResponse.builder().statusCode(status);
        headers.forEach(http::appendHeader);
        @Nullable String code = code(headers, body);
        return (AwsServiceException) KmsException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("Kms")
                        .errorCode(code)
                        .errorMessage(message(body))
                        .sdkHttpResponse(http.build())
                        .build())
                .message(Objects.requireNonNullElse(message(body), "HTTP " + status))
                .statusCode(status)
                .requestId(headers.get(REQUEST_ID))
                .writableStackTrace(false)
                .build();
    }

    /** {@code prefix#Code} in the body, or {@code Code:url} in a header. */
    private static @Nullable String code(MultiMap headers, @Nullable JsonObject body) {
        @Nullable String header = headers.get("x-amzn-ErrorType");
        if (header != null) {
            return header.split(":", 2)[0];
        }
        @Nullable String type = body == null ? null : text(body, "__type");
        return type == null ? null : type.substring(type.indexOf('#') + 1);
    }

    private static @Nullable String message(@Nullable JsonObject body) {
        if (body == null) {
            return null;
        }
        return Stream.of("message", "Message", "errorMessage")
                .map(name -> text(body, name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(JsonObject body, String name) {
        return body.getValue(name) instanceof String text ? text : null;
    }

    private static @Nullable JsonObject document(Buffer body) {
        try {
            return body.length() == 0 ? null : new JsonObject(body);
        } catch (DecodeException | ClassCastException e) {
            return null;
        }
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
    }
}
