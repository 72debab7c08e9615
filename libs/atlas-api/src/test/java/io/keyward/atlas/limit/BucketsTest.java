package io.keyward.atlas.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private static final Limits.Limit THREE = new Limits.Limit(3, 2, Duration.ofSeconds(60));
    private static final String PROJECT = "64b000000000000000000001";

    private final SettableTime time = new SettableTime();
    private final Buckets buckets = new Buckets(all(THREE), time);

    @Test
    void asManyAsTheCapacityMayComeAtOnce() {
        assertThat(take()).isEqualTo(new Buckets.Taken.Allowed(THREE, 2));
        assertThat(take()).isEqualTo(new Buckets.Taken.Allowed(THREE, 1));
        assertThat(take()).isEqualTo(new Buckets.Taken.Allowed(THREE, 0));
        assertThat(take()).isEqualTo(new Buckets.Taken.Exhausted(THREE, 30));
    }

    @Test
    void whatIsToldIsEnough() {
        // Given
        exhaust();
        time.advance(Duration.ofMillis(29_001));

        // Then
        assertThat(take()).isEqualTo(new Buckets.Taken.Exhausted(THREE, 1));
        time.advance(Duration.ofSeconds(1));
        assertThat(take()).isEqualTo(new Buckets.Taken.Allowed(THREE, 0));
    }

    @Test
    void aBucketNeverHoldsMoreThanItsCapacity() {
        // Given
        exhaust();
        time.advance(Duration.ofDays(1));

        // Then
        assertThat(take()).isEqualTo(new Buckets.Taken.Allowed(THREE, 2));
    }

    @Test
    void setsAndScopesAreCountedApart() {
        // Given
        exhaust();

        // Then
        assertThat(buckets.take(EndpointSet.ALERTS, PROJECT)).isInstanceOf(Buckets.Taken.Allowed.class);
        assertThat(buckets.take(EndpointSet.CLUSTERS, "another")).isInstanceOf(Buckets.Taken.Allowed.class);
        assertThat(take()).isInstanceOf(Buckets.Taken.Exhausted.class);
    }

    @Test
    void fullBucketsAreForgottenAndOthersAreNot() {
        // Given
        for (int i = 0; i < 20_000; i++) {
            buckets.take(EndpointSet.CLUSTERS, "project " + i);
        }
        time.advance(Duration.ofDays(1));
        exhaust();

        // When
        buckets.take(EndpointSet.CLUSTERS, "one more");

        // Then
        assertThat(buckets.size()).isLessThan(10);
        assertThat(take()).isInstanceOf(Buckets.Taken.Exhausted.class);
    }

    private Buckets.Taken take() {
        return buckets.take(EndpointSet.CLUSTERS, PROJECT);
    }

    private void exhaust() {
        for (int i = 0; i < 3; i++) {
            assertThat(take()).isInstanceOf(Buckets.Taken.Allowed.class);
        }
    }

    private static Map<EndpointSet, Limits.Limit> all(Limits.Limit limit) {
        Map<EndpointSet, Limits.Limit> limits = new EnumMap<>(EndpointSet.class);
        for (EndpointSet set : EndpointSet.values()) {
            limits.put(set, limit);
        }
        return limits;
    }

    private static final class SettableTime implements TimeMeter {
        private long nanos;

        void advance(Duration time) {
            nanos += time.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
