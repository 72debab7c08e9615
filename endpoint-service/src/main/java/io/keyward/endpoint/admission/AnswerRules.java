package io.keyward.endpoint.admission;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.error.ErrorBody;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which refusals of config-service are meant for whoever asked us for an endpoint. */
final class AnswerRules {
    /** These are about how we call config-service, or about its own troubles: they would only puzzle our caller. */
    private static final Set<ErrorCode> BETWEEN_SERVICES = EnumSet.of(
            ErrorCode.MALFORMED_JSON,
            ErrorCode.INVALID_JSON,
            ErrorCode.INVALID_JSON_ATTRIBUTE,
            ErrorCode.INVALID_ATTRIBUTE,
            ErrorCode.MISSING_ATTRIBUTE,
            ErrorCode.VALIDATION_ERROR,
            ErrorCode.BAD_REQUEST,
            ErrorCode.USER_UNAUTHORIZED,
            ErrorCode.ACCESS_FORBIDDEN,
            ErrorCode.RESOURCE_NOT_FOUND,
            ErrorCode.METHOD_NOT_ALLOWED,
            ErrorCode.INVALID_VERSION_DATE,
            ErrorCode.REQUEST_TOO_LARGE,
            ErrorCode.UNSUPPORTED_MEDIA_TYPE,
            ErrorCode.UNEXPECTED_ERROR);

    private AnswerRules() {}

    /**
     * The refusal to pass on, in every word as it came; empty when the answer is none that our caller could use.
     *
     * @param retryAfter the header of that name
     */
    static Optional<Refusal> refusal(int status, ErrorBody body, @Nullable String retryAfter) {
        return body.refusal()
                .filter(refusal -> refusal.code().status() == status)
                .filter(refusal -> !BETWEEN_SERVICES.contains(refusal.code()))
                .map(refusal -> seconds(retryAfter).map(refusal::withRetryAfter).orElse(refusal));
    }

    private static Optional<Duration> seconds(@Nullable String header) {
        return Optional.ofNullable(header)
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }
}
