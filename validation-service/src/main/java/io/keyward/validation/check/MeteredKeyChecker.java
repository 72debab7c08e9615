package io.keyward.validation.check;

import io.keyward.clouds.Freshness;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Measures checks: how many, how long, with which outcome and reason. Failures are measured too, as {@code BUG}. */
final class MeteredKeyChecker<K extends KeyRef> implements KeyChecker<K> {
    private static final String TIMER = "keyward.key.check";

    private final KeyChecker<K> checker;
    private final String provider;
    private final MeterRegistry meters;
    private final InstantSource clock;
    /** Looking one up in the registry costs more than recording with it. */
    private final Map<End, Timer> timers = new ConcurrentHashMap<>();

    MeteredKeyChecker(KeyChecker<K> checker, String provider, MeterRegistry meters, InstantSource clock) {
        this.checker = checker;
        this.provider = provider;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public Uni<KeyCheck> check(K key, Freshness freshness) {
        return Uni.createFrom().deferred(() -> {
            Instant start = clock.instant();
            return checker.check(key, freshness)
                    .onItem()
                    .invoke(check ->
                            record(start, check.outcome(), check.reasonCode().orElse("NONE")))
                    .onFailure()
                    .invoke(bug -> record(start, "BUG", bug.getClass().getSimpleName()));
        });
    }

    private void record(Instant start, String outcome, String reason) {
        timers.computeIfAbsent(new End(outcome, reason), this::timer).record(Duration.between(start, clock.instant()));
    }

    private Timer timer(End end) {
        return Timer.builder(TIMER)
                .tag("provider", provider)
                .tag("outcome", end.outcome())
                .tag("reason", end.reason())
                .register(meters);
    }

    /** What a check ended with: one of a few dozen. */
    private record End(String outcome, String reason) {}
}
