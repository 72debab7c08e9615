package io.keyward.clouds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionCacheTest {
    private static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final SessionCache<Integer, String> cache = new SessionCache<>(10, KEPT);

    @Test
    void givesWhatIsYoungEnoughForTheCallerAndForTheCache() {
        cache.keep(1, "one", T0);

        assertThat(cache.find(1, Duration.ofSeconds(60), T0.plusSeconds(59))).contains("one");
        assertThat(cache.find(1, Duration.ofSeconds(60), T0.plusSeconds(60))).isEmpty();
        assertThat(cache.find(1, Duration.ofHours(1), T0.plusSeconds(299))).contains("one");
        assertThat(cache.find(1, Duration.ofHours(1), T0.plus(KEPT))).isEmpty();
    }

    @Test
    void neverKeepsMoreThanItMayAndForgetsWhatNobodyAskedFor() {
        for (int i = 0; i < 1000; i++) {
            cache.keep(i, "session", T0);
            assertThat(cache.find(0, KEPT, T0)).contains("session");
            assertThat(cache.size()).isLessThanOrEqualTo(10);
        }

        assertThat(cache.find(500, KEPT, T0)).isEmpty();
        assertThat(cache.find(999, KEPT, T0)).contains("session");
    }

    @Test
    void whatIsNewerStays() {
        cache.keep(1, "newer", T0.plusSeconds(10));
        cache.keep(1, "older", T0);

        assertThat(cache.find(1, KEPT, T0.plusSeconds(10))).contains("newer");
    }

    @Test
    void forgetsWhatWasRefused() {
        cache.keep(1, "one", T0);
        cache.forget(1);

        assertThat(cache.find(1, KEPT, T0)).isEmpty();
    }
}
