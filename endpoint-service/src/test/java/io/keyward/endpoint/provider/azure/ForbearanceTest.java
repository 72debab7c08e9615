package io.keyward.endpoint.provider.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.endpoint.provider.azure.AzureEndpointFailures.Failure;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ForbearanceTest {
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final Failure WHY = new Failure(AzureTrouble.THROTTLED, "TooManyRequests");

    private final Forbearance forbearance = new Forbearance();

    @Test
    void lastsForAsLongAsItWasAskedFor() {
        assertThat(forbearance.reason(NOW)).isEmpty();

        forbearance.ask(Duration.ofSeconds(10), WHY, NOW);

        assertThat(forbearance.reason(NOW.plusSeconds(9))).contains(WHY);
        assertThat(forbearance.reason(NOW.plusSeconds(10))).isEmpty();
    }

    @Test
    void aShorterPauseDoesNotEndALongerOne() {
        forbearance.ask(Duration.ofSeconds(10), WHY, NOW);
        forbearance.ask(Duration.ofSeconds(1), new Failure(AzureTrouble.UNAVAILABLE, null), NOW);

        assertThat(forbearance.reason(NOW.plusSeconds(5))).contains(WHY);
    }

    @Test
    void moreThanAFewMinutesAreNotBelieved() {
        forbearance.ask(Duration.ofDays(1), WHY, NOW);

        assertThat(forbearance.reason(NOW.plus(Duration.ofMinutes(5)))).isEmpty();
    }
}
