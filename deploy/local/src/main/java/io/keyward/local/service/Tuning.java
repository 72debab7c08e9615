package io.keyward.local.service;

import io.keyward.local.service.process.Machine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How the services behave. Begin with {@link #QUICK} and change what matters.
 *
 * @param checkInterval how often every key is checked
 * @param acknowledge who says that a cluster stopped
 * @param settings further settings by their configuration keys, which win over the stack's own
 * @param machine how their virtual machines are started
 */
public record Tuning(Duration checkInterval, Acknowledge acknowledge, Map<String, String> settings, Machine machine) {

    /** A check every two seconds, clusters that obey at once. */
    public static final Tuning QUICK =
            new Tuning(Duration.ofSeconds(2), Acknowledge.AUTOMATIC, Map.of(), Machine.FRUGAL);

    public Tuning {
        settings = Map.copyOf(settings);
    }

    public Tuning withCheckInterval(Duration changed) {
        return new Tuning(changed, acknowledge, settings, machine);
    }

    public Tuning withAcknowledge(Acknowledge changed) {
        return new Tuning(checkInterval, changed, settings, machine);
    }

    /** Adds a setting, for example {@code keyward.check.confirmation.key-state.checks}. */
    public Tuning withSetting(String key, String value) {
        return withSettings(Map.of(key, value));
    }

    /** Adds settings by their configuration keys. */
    public Tuning withSettings(Map<String, String> added) {
        Map<String, String> more = new HashMap<>(settings);
        more.putAll(added);
        return new Tuning(checkInterval, acknowledge, more, machine);
    }

    /** As many requests as anybody likes, which a packaged service wants to be permitted. */
    public Tuning withoutRateLimits() {
        return withSettings(
                Map.of("keyward.rate-limit.enabled", "false", "keyward.insecure.allow-unlimited-requests", "true"));
    }

    public Tuning withMachine(Machine changed) {
        return new Tuning(checkInterval, acknowledge, settings, changed);
    }

    /** Who says that a cluster stopped or started. */
    public enum Acknowledge {
        /** The announcing driver believes itself: what is requested counts as done. */
        AUTOMATIC,
        /** A driver's report is waited for. */
        REPORTED
    }
}
