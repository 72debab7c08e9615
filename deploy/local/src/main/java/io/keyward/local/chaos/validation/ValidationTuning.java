package io.keyward.local.chaos.validation;

import io.keyward.local.service.Tuning;
import java.time.Duration;
import java.util.Map;

/** How the services are set: quick, so that much happens; with leases that are shorter than anything is frozen; and with a guard that holds nothing. */
final class ValidationTuning {
    static final Duration INTERVAL = Duration.ofSeconds(2);

    /** For how long a check can go on asking, frozen in between: nothing is frozen for longer than nine seconds, and time limits follow. */
    static final Duration COUNTS = Duration.ofSeconds(15);

    static final Tuning TUNING = Tuning.QUICK
            .withCheckInterval(INTERVAL)
            .withAcknowledge(Tuning.Acknowledge.REPORTED)
            .withoutRateLimits()
            .withSettings(Map.ofEntries(
                    Map.entry("keyward.aws.call-timeout", "2s"),
                    Map.entry("keyward.check.time-limit", "4s"),
                    Map.entry("keyward.check.lease", "5s"),
                    Map.entry("keyward.guard.keys", "100000"),
                    Map.entry("keyward.guard.canary", "false"),
                    Map.entry("keyward.enforcement.sweep", "2s"),
                    Map.entry("keyward.alert.sweep", "1s"),
                    Map.entry("keyward.alert.network-delay", "2s"),
                    Map.entry("keyward.cluster.pause-again-after", "0s"),
                    Map.entry("keyward.notification.first-retry", "500ms"),
                    Map.entry("keyward.notification.longest-retry", "2s"),
                    Map.entry("keyward.notification.time-limit", "2s"),
                    Map.entry("keyward.notification.channel-time-limit", "1s"),
                    Map.entry("keyward.notification.allow-private-addresses", "true"),
                    Map.entry("keyward.notification.lease", "5s")));

    private ValidationTuning() {}
}
