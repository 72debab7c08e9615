package io.keyward.startup.rules;

import io.quarkus.runtime.configuration.DurationConverter;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The settings that say how often something is done. The scheduler reads them for itself, and ends a start with a stack trace when it cannot. */
public final class Schedules {
    private static final Set<String> OFF = Set.of("off", "disabled");

    private Schedules() {}

    /** Those that are no period. */
    public static Stream<Problem> problems(Settings settings, Set<String> properties) {
        return properties.stream()
                .sorted()
                .filter(property ->
                        settings.value(property).filter(Schedules::isUnreadable).isPresent())
                .map(property ->
                        new Problem(property, "is no period", "a period, for example 30s or PT10M, or off", null));
    }

    private static boolean isUnreadable(String value) {
        if (OFF.contains(value.toLowerCase(Locale.ROOT))) {
            return false;
        }
        try {
            return DurationConverter.parseDuration(value) == null;
        } catch (IllegalArgumentException notOne) {
            return true;
        }
    }
}
