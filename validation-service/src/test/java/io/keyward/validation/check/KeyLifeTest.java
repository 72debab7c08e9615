package io.keyward.validation.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.validation.check.KeyLife.End;
import io.keyward.validation.check.KeyLife.RotationSource;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeyLifeTest {
    private static final Instant ENDS = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant ROTATED = Instant.parse("2026-05-01T00:00:00Z");
    private static final KeyLife ROTATES =
            new KeyLife(null, null, ROTATED, RotationSource.ROTATION_RECORD, ENDS.plusSeconds(60));

    @Test
    void whatWasNotAskedStaysAsItIsKnown() {
        assertThat(KeyLife.merged(ROTATES, null)).isEqualTo(ROTATES);
        assertThat(KeyLife.merged(null, ROTATES)).isEqualTo(ROTATES);
        assertThat(KeyLife.merged(null, null)).isNull();
    }

    @Test
    void theEndIsTakenFromTheLastAnswerAndRotationFromTheLastThatTellsOfIt() {
        var doomed = new KeyLife(ENDS, End.DELETION, null, null, null);
        var spared = new KeyLife(null, null, null, null, null);
        var neverRotated = new KeyLife(null, null, ROTATED.minusSeconds(1), RotationSource.CREATION, null);

        assertThat(KeyLife.merged(ROTATES, doomed))
                .isEqualTo(new KeyLife(
                        ENDS, End.DELETION, ROTATED, RotationSource.ROTATION_RECORD, ROTATES.nextRotationAt()));
        assertThat(KeyLife.merged(KeyLife.merged(ROTATES, doomed), spared)).isEqualTo(ROTATES);
        assertThat(KeyLife.merged(ROTATES, neverRotated)).isEqualTo(neverRotated);
    }
}
