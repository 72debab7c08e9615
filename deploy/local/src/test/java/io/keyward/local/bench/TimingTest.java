package io.keyward.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimingTest {

    @Test
    void nineteenOfTwentyStayWithinThe95thPercentile() {
        long[] millis =
                LongStream.rangeClosed(1, 100).map(i -> (101 - i) * 1_000_000).toArray();

        assertThat(Timing.of(millis)).isEqualTo(new Timing(50, 95));
        assertThat(Timing.of(7_000_000)).isEqualTo(new Timing(7, 7));
    }

    @Test
    void whatWarmsUpDoesNotCount() {
        AtomicInteger calls = new AtomicInteger();

        Timing.measure(3, 4, calls::incrementAndGet);

        assertThat(calls).hasValue(7);
    }

    @Test
    void mediansAreComparedWithTheBase() {
        assertThat(new Timing(6, 9).beside(new Timing(4, 5))).isEqualTo("6.0 | 9.0 | 1.5");
    }
}
