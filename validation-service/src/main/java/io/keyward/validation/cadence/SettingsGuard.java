package io.keyward.validation.cadence;

import io.keyward.clouds.aws.AwsConfig;
import io.keyward.startup.SettingsCheck;
import io.keyward.validation.check.CheckConfig;
import io.keyward.validation.verdict.ConfirmationConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.Stream;

/**
 * Refuses to start with settings under which keys would silently never be checked, or a revocation be noticed later than promised. Whoever uses a
 * setting is made at first use, which is too late to complain to anybody.
 */
@ApplicationScoped
class SettingsGuard implements SettingsCheck {
    private final CadenceConfig cadence;
    private final CheckConfig checks;
    private final ConfirmationConfig confirmation;
    private final AwsConfig aws;

    SettingsGuard(CadenceConfig cadence, CheckConfig checks, ConfirmationConfig confirmation, AwsConfig aws) {
        this.cadence = cadence;
        this.checks = checks;
        this.confirmation = confirmation;
        this.aws = aws;
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

    @Override
    public Stream<Runnable> looks() {
        return Stream.of(
                () -> {
                    var unused = new CheckCadence(cadence.interval());
                },
                () -> ConfirmationConfig.policyOf(confirmation),
                () -> requirePositive(cadence.concurrency(), "concurrency"),
                () -> requirePositive(cadence.regionConcurrency(), "region-concurrency"),
                () -> requirePositive(cadence.laneConcurrency(), "lane-concurrency"),
                this::requireSensiblePauses,
                this::requireConnections,
                () -> require(checks.timeLimit().isPositive(), "keyward.check.time-limit", "must be positive"),
                this::requireLongLease,
                this::requireShortSessions);
    }

    private void requireConnections() {
        require(
                cadence.regionConcurrency() <= aws.connectionsPerRegion(),
                "keyward.check.region-concurrency",
                "(" + cadence.regionConcurrency() + ") must not be more than keyward.aws.connections-per-region ("
                        + aws.connectionsPerRegion() + "), or checks wait for a connection until they have no answer");
    }

    private void requireLongLease() {
        require(
                cadence.lease().compareTo(checks.timeLimit()) > 0,
                "keyward.check.lease",
                "(" + cadence.lease() + ") must be longer than keyward.check.time-limit (" + checks.timeLimit()
                        + "), or results of slow checks are never recorded");
    }

    private void requireShortSessions() {
        require(
                aws.sessionCache().compareTo(cadence.interval()) <= 0,
                "keyward.aws.session-cache",
                "(" + aws.sessionCache() + ") must not be longer than keyward.check.interval (" + cadence.interval()
                        + "), or a role that was taken away goes unnoticed for longer");
    }

    private void requireSensiblePauses() {
        require(cadence.lanePause().isPositive(), "keyward.check.lane-pause", "must be positive");
        require(
                cadence.longestLanePause().compareTo(cadence.lanePause()) >= 0,
                "keyward.check.longest-lane-pause",
                "(" + cadence.longestLanePause() + ") must not be shorter than keyward.check.lane-pause ("
                        + cadence.lanePause() + ")");
    }

    private static void requirePositive(int number, String key) {
        require(number > 0, "keyward.check." + key, "must be positive, or nothing is ever checked");
    }

    private static void require(boolean holds, String key, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException(key + " " + complaint);
        }
    }
}
