package io.keyward.endpoint.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.FieldError;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.error.ErrorBody;
import io.keyward.atlas.error.ErrorBody.BadRequestDetail;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerRulesTest {

    @ParameterizedTest
    @EnumSource(
            names = {
                "ENCRYPTION_AT_REST_NOT_ENABLED",
                "KMS_PRIVATE_NETWORKING_NOT_REQUIRED",
                "KMS_PRIVATE_NETWORKING_NOT_SUPPORTED",
                "AWS_KMS_KEY_NOT_REPLICATED_IN_REGION",
                "GROUP_NOT_FOUND",
                "CONCURRENT_MODIFICATION",
                "SERVICE_UNAVAILABLE"
            })
    void passesOnWhatIsAboutTheProject(ErrorCode code) {
        var refusal = AnswerRules.refusal(code.status(), body(code.name()), null);

        assertThat(refusal).hasValueSatisfying(told -> {
            assertThat(told.code()).isEqualTo(code);
            assertThat(told.detail()).isEqualTo("100% so, because %s.");
            assertThat(told.parameters()).containsExactly("a", 1);
            assertThat(told.fields()).containsExactly(new FieldError("region", "is wrong"));
            assertThat(told.retryAfter()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "USER_UNAUTHORIZED",
                "VALIDATION_ERROR",
                "INVALID_ATTRIBUTE",
                "RESOURCE_NOT_FOUND",
                "METHOD_NOT_ALLOWED",
                "UNEXPECTED_ERROR"
            })
    void keepsToItselfWhatIsBetweenTheServices(ErrorCode code) {
        assertThat(AnswerRules.refusal(code.status(), body(code.name()), null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"400,NOT_HEARD_OF_YET", "400,", "502,ENCRYPTION_AT_REST_NOT_ENABLED"})
    void doesNotGuess(int status, String code) {
        assertThat(AnswerRules.refusal(status, body(code), null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"7,7", "0,0", "999999,999999"})
    void tellsWhenToComeBack(String header, long seconds) {
        assertThat(AnswerRules.refusal(503, body("SERVICE_UNAVAILABLE"), header).flatMap(Refusal::retryAfter))
                .contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"soon", "-1", "99999999999999999999", "''"})
    void ignoresATimeThatIsNone(String header) {
        assertThat(AnswerRules.refusal(503, body("SERVICE_UNAVAILABLE"), header))
                .hasValueSatisfying(refusal -> assertThat(refusal.retryAfter()).isEmpty());
    }

    @Test
    void takesABodyWithTheCodeAlone() {
        var bare = new ErrorBody(null, null, 400, "GROUP_NOT_FOUND", null, null);

        assertThat(AnswerRules.refusal(404, bare, null)).hasValueSatisfying(refusal -> {
            assertThat(refusal.detail()).isEmpty();
            assertThat(refusal.parameters()).isEmpty();
            assertThat(refusal.fields()).isEmpty();
        });
    }

    private static ErrorBody body(String code) {
        var fields = new BadRequestDetail(List.of(new FieldError("region", "is wrong")));
        return new ErrorBody(fields, "100% so, because %s.", 400, code, List.of("a", 1), "Reason");
    }
}
