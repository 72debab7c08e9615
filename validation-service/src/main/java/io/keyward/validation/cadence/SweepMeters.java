package io.keyward.validation.cadence;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;

/** How the sweep is doing, for dashboards and alerts: what was recorded in which batches, how late checks are, what is under way where. */
@ApplicationScoped
class SweepMeters {
    private static final int MOST_REGIONS = 64;
    private static final String CHECKS = "keyward.sweep.checks";

    private final DistributionSummary claims;
    private final DistributionSummary batches;
    private final Counter unchanged;
    private final Counter changed;
    private final Counter dropped;
    private final MultiGauge underWay;
    private volatile double oldestDueSeconds;
    private volatile long pausing;

    SweepMeters(MeterRegistry meters) {
        this.claims = meters.summary("keyward.sweep.claims");
        this.batches = meters.summary("keyward.sweep.batches");
        this.unchanged = meters.counter(CHECKS, "result", "unchanged");
        this.changed = meters.counter(CHECKS, "result", "changed");
        this.dropped = meters.counter(CHECKS, "result", "dropped");
        this.underWay = MultiGauge.builder("keyward.sweep.under.way").register(meters);
        Gauge.builder("keyward.sweep.oldest.due", () -> oldestDueSeconds)
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("keyward.sweep.lanes.pausing", () -> pausing).register(meters);
    }

    /** One claim, one statement, brought so many checks. */
    void claimed(int checks) {
        claims.record(checks);
    }

    /** One statement recorded so many of the results that change nothing. */
    void unchanged(int results, int counted) {
        batches.record(results);
        unchanged.increment(counted);
        dropped.increment(results - counted);
    }

    /** One result that changes something was recorded, or came too late. */
    void changed(boolean counted) {
        (counted ? changed : dropped).increment();
    }

    /** How late the check is that is due longest, and what is held up where. */
    void measured(Duration oldestDue, long lanesPausing, Map<String, Integer> underWayByRegion) {
        oldestDueSeconds = oldestDue.toMillis() / 1000.0;
        pausing = lanesPausing;
        underWay.register(
                underWayByRegion.entrySet().stream()
                        .limit(MOST_REGIONS)
                        .map(region -> Row.of(Tags.of("region", region.getKey()), region.getValue()))
                        .toList(),
                true);
    }
}
