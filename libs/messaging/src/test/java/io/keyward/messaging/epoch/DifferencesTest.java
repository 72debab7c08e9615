package io.keyward.messaging.epoch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    private static final Told CHANGED = new Told(7, "keyward.cluster.updated.v1", "2026-11-22T10:00:00Z");
    private static final Told GONE = new Told(8, "keyward.cluster.deleted.v1", "2026-11-22T10:00:00Z");

    private final Differences found = new Differences("keyward.clusters");

    @Test
    void whatIsKnownAsItWasToldIsNoDifference() {
        found.add("a", CHANGED, 7L);
        found.add("b", CHANGED, 8L);

        assertThat(found.outdated()).isEmpty();
        assertThat(found.unknown()).isZero();
        assertThat(found.words()).isEmpty();
    }

    @Test
    void whatWasToldOfLaterIsOutdated() {
        found.add("a", CHANGED, 6L);
        found.add("b", GONE, 7L);

        assertThat(found.outdated()).containsExactlyInAnyOrder("a", "b");
        assertThat(found.words())
                .hasSize(2)
                .first()
                .asString()
                .contains("keyward.clusters", "a", "6", "7", "keyward.cluster.updated.v1", "2026-11-22T10:00:00Z");
    }

    @Test
    void whatTheDatabaseDoesNotHaveIsUnknownUnlessItIsGoneAnyhow() {
        found.add("a", CHANGED, null);
        found.add("b", GONE, null);

        assertThat(found.unknown()).isOne();
        assertThat(found.words()).singleElement().asString().contains("does not know a");
        assertThat(found.outdated()).isEmpty();
    }

    @Test
    void bothAreMeasured() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        found.add("a", CHANGED, 6L);
        found.add("b", CHANGED, null);

        found.report(meters);

        assertThat(meters.get("keyward.compared.outdated").gauge().value()).isOne();
        assertThat(meters.get("keyward.compared.unknown").gauge().value()).isOne();
    }
}
