package io.keyward.local.bench.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void theMedianIsTheOneInTheMiddle() {
        assertThat(Spread.of(List.of(9.0, 1.0, 4.0))).isEqualTo(new Spread(4, 1, 9));
        assertThat(Spread.of(List.of(3.0))).isEqualTo(new Spread(3, 3, 3));
    }

    @Test
    void orTheMeanOfTwo() {
        assertThat(Spread.of(List.of(4.0, 1.0, 9.0, 2.0)).median()).isEqualTo(3);
    }

    @Test
    void theDeviationIsThatOfTheFarthest() {
        assertThat(new Spread(100, 90, 105).deviation()).isEqualTo(0.1, Offset.offset(1e-9));
        assertThat(new Spread(0, 0, 0).deviation()).isZero();
    }

    @Test
    void isPrintedWithItsEnds() {
        assertThat(new Spread(1.234, 1, 2).print(2)).isEqualTo("1.23 (1.00–2.00)");
        assertThat(new Spread(4310.2, 4200, 4400).print(0)).isEqualTo("4310 (4200–4400)");
    }

    @Test
    void nothingHasNoSpread() {
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(List.of()));
    }
}
