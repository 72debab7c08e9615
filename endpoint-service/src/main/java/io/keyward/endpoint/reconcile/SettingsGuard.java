package io.keyward.endpoint.reconcile;

import io.keyward.endpoint.provider.PrivateEndpointProvider.Limit;
import io.keyward.endpoint.provider.Providers;
import io.keyward.startup.SettingsCheck;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Refuses to start with settings under which endpoints would silently never be looked at, or be made twice. */
@ApplicationScoped
class SettingsGuard implements SettingsCheck {
    private final ReconcileConfig config;
    private final Supplier<List<Limit>> limits;

    @Inject
    SettingsGuard(ReconcileConfig config, Providers providers) {
        this(config, providers::limits);
    }

    /** @param limits of all clouds */
    SettingsGuard(ReconcileConfig config, List<Limit> limits) {
        this(config, () -> List.copyOf(limits));
    }

    private SettingsGuard(ReconcileConfig config, Supplier<List<Limit>> limits) {
        this.config = config;
        this.limits = limits;
    }

    @Override
    public Stream<Runnable> looks() {
        return Stream.concat(settings(), Stream.of(this::requireTime));
    }

    /** Told by itself, without the places it came through. */
    void onStart(@Observes StartupEvent start) {
        try {
            requireSense();
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("Not started: " + e.getMessage());
        }
    }

    /** Every complaint is an {@link IllegalArgumentException} that names the key to be changed. */
    void requireSense() {
        looks().forEach(Runnable::run);
    }

    private Stream<Runnable> settings() {
        return Stream.of(
                () -> positive(config.creationLimit(), "creation-limit"),
                () -> positive(config.confirmLossAfter(), "confirm-loss-after"),
                () -> positive(config.retryFailedAfter(), "retry-failed-after"),
                () -> require(
                        config.replacementsPerDay() >= 0,
                        "replacements-per-day",
                        "must not be negative; 0 replaces nothing"),
                () -> positive(config.lookUnderWay(), "look-under-way"),
                () -> positive(config.lookAtRest(), "look-at-rest"),
                () -> positive(config.lookUnused(), "look-unused"),
                () -> positive(config.readAllAfter(), "read-all-after"),
                () -> positive(config.lookTimeLimit(), "look-time-limit"),
                () -> require(
                        config.commandsPerLook() > 0, "commands-per-look", "must be positive, or nothing is ever made"),
                this::requireLongestPause,
                () -> require(config.batch() > 0, "batch", "must be positive, or nothing is ever looked at"));
    }

    private void requireLongestPause() {
        require(
                config.longestPause().compareTo(config.lookUnderWay()) >= 0,
                "longest-pause",
                "(" + config.longestPause() + ") must not be shorter than keyward.endpoint.look-under-way ("
                        + config.lookUnderWay() + ")");
    }

    private void requireTime() {
        limits.get().forEach(this::requireTimeFor);
    }

    private void requireTimeFor(Limit limit) {
        require(
                config.visibleWithin().compareTo(limit.longest()) > 0,
                "visible-within",
                "(" + config.visibleWithin() + ") must be longer than " + limit.key() + " allows (" + limit.longest()
                        + "), or what is still being asked for is taken for missing");
        var longest = config.lookTimeLimit().plus(limit.longest());
        require(
                config.lease().compareTo(longest) > 0,
                "lease",
                "(" + config.lease() + ") must be longer than keyward.endpoint.look-time-limit and what " + limit.key()
                        + " allows together (" + longest + "), or slow looks are never recorded");
    }

    private static void positive(Duration duration, String key) {
        require(duration.isPositive(), key, "must be positive");
    }

    private static void require(boolean holds, String key, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException("keyward.endpoint." + key + " " + complaint);
        }
    }
}
