package io.keyward.atlas.error;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.FieldError;
import io.keyward.atlas.Refusal;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refusal on the wire. Clients decode exactly these names; {@code error} must be a number.
 *
 * @param badRequestDetail the fields that are wrong, where there are any
 * @param error the HTTP status
 * @param reason the reason phrase of that status
 */
@JsonPropertyOrder(alphabetic = true)
public record ErrorBody(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BadRequestDetail badRequestDetail,
        String detail,
        int error,
        String errorCode,
        List<Object> parameters,
        String reason) {

    /** The fields of the request that are wrong. */
    public record BadRequestDetail(List<FieldError> fields) {}

    static ErrorBody of(Refusal refusal) {
        int status = refusal.code().status();
        return new ErrorBody(
                refusal.fields().isEmpty() ? null : new BadRequestDetail(refusal.fields()),
                refusal.detail(),
                status,
                refusal.code().name(),
                refusal.parameters(),
                reasonOf(status));
    }

    /**
     * The refusal that another of our services answered with, in its words; empty when this version does not know its code. What is absent
     * from the body is taken as empty.
     */
    public Optional<Refusal> refusal() {
        return ErrorCode.find(errorCode)
                .map(code -> Refusal.worded(
                        code,
                        requireNonNullElse(detail, ""),
                        requireNonNullElse(parameters, List.of()),
                        badRequestDetail == null ? List.of() : badRequestDetail.fields()));
    }

    private static String reasonOf(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "" : known.getReasonPhrase();
    }
}
