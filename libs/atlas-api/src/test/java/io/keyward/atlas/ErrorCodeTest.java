package io.keyward.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCodeTest {

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyCodeHasAnErrorStatusAndADetailThatItsParametersFill(ErrorCode code) {
        // Given
        int holes = code.detail().split("%s", -1).length - 1;

        // When
        Refusal refusal = Refusal.of(code, Collections.nCopies(holes, "value").toArray());

        // Then
        assertThat(code.status()).isBetween(400, 599);
        assertThat(refusal.detail())
                .doesNotContain("%")
                .endsWith(holes == 1 && code.detail().equals("%s") ? "value" : ".");
    }

    @Test
    void aRefusalCollectsWhatIsKnownOfIt() {
        // When
        Refusal refusal = Refusal.of(ErrorCode.KMS_UNAVAILABLE)
                .withDetail("AWS KMS throttles.")
                .withField("a.b", "is odd")
                .withField("c", "is even")
                .withRetryAfter(Duration.ofSeconds(7));

        // Then
        assertThat(refusal.detail()).isEqualTo("AWS KMS throttles.");
        assertThat(refusal.fields()).containsExactly(new FieldError("a.b", "is odd"), new FieldError("c", "is even"));
        assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(refusal.getStackTrace()).isEmpty();
    }
}
