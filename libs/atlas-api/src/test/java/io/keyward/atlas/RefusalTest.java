package io.keyward.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusalTest {

    @Test
    void repeatsWhatIsOfReasonableLength() {
        assertThat(Refusal.of(ErrorCode.RESOURCE_NOT_FOUND, "x".repeat(4000)).parameters())
                .containsExactly("x".repeat(4000));
    }

    @Test
    void showsTheBeginningOfWhatIsEndless() {
        Refusal refusal = Refusal.of(ErrorCode.RESOURCE_NOT_FOUND, "x".repeat(100_000));
        assertThat(refusal.parameters()).containsExactly("x".repeat(4000) + "…");
        assertThat(refusal.detail()).contains("x…").hasSizeLessThan(5000);
    }

    @Test
    void cutsNoCharacterInTwo() {
        assertThat(Refusal.of(ErrorCode.RESOURCE_NOT_FOUND, "x".repeat(3999) + "\uD83D\uDD11")
                        .parameters())
                .containsExactly("x".repeat(3999) + "…");
    }
}
