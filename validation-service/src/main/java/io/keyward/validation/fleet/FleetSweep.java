package io.keyward.validation.fleet;

import io.keyward.validation.enforcement.plan.Phase;
import io.keyward.validation.fleet.Fleet.Standing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Counts keys and clusters now and then: from the database, so that every replica tells the same. */
@ApplicationScoped
class FleetSweep {
    private static final List<String> PROVIDERS = List.of("AWS", "AZURE", "GCP");
    private static final List<String> VERDICTS = List.of("UNCHECKED", "VALID", "REVOKED", "UNUSABLE");

    private final FleetStore store;
    private final MeterRegistry meters;
    private volatile Fleet counted = Fleet.NOTHING;

    FleetSweep(FleetStore store, Clock clock, MeterRegistry meters) {
        this.store = store;
        this.meters = meters;
        PROVIDERS.forEach(provider -> VERDICTS.forEach(verdict -> keyUses(new Standing(provider, verdict))));
        for (Phase phase : Phase.values()) {
            if (phase != Phase.REMOVED) {
                clusters(phase.name());
            }
        }
        Gauge.builder("keyward.keys.unverified", () -> counted.unverified())
                .description("Key uses whose last checks settled nothing")
                .register(meters);
        Gauge.builder(
                        "keyward.keys.unverified.oldest",
                        () -> counted.unverifiedFor(clock.instant()).toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("For how long the key use is unverified that is longest so")
                .register(meters);
        Gauge.builder("keyward.enforcement.frozen", () -> counted.frozen() ? 1 : 0)
                .description("1 while operators froze the enforcement")
                .register(meters);
    }

    @Scheduled(every = "{keyward.fleet.sweep}", skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return store.count().invoke(fleet -> counted = fleet).replaceWithVoid();
    }

    private void keyUses(Standing standing) {
        Gauge.builder("keyward.key.uses", () -> counted.keyUses().getOrDefault(standing, 0L))
                .tag("provider", standing.provider())
                .tag("verdict", standing.verdict())
                .description("Key uses by what is believed of them")
                .register(meters);
    }

    private void clusters(String phase) {
        Gauge.builder("keyward.clusters", () -> counted.clusters().getOrDefault(phase, 0L))
                .tag("phase", phase)
                .description("Clusters by what is asked and was seen of them")
                .register(meters);
    }
}
