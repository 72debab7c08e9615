package io.keyward.startup.rules;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a service does not start.
 *
 * @param property what has to be set or changed
 * @param complaint what is wrong with it, as the rest of a sentence that begins with the property; never its value if that may be secret
 * @param remedy what it may be, as the rest of a sentence that begins with "Set it to"; null when the complaint says it
 * @param allowance what permits it, null for what nothing permits
 */
public record Problem(
        String property,
        String complaint,
        @Nullable String remedy,
        @Nullable Allowance allowance) {

    public Optional<Allowance> permit() {
        return Optional.ofNullable(allowance);
    }

    /** Two or three lines for whoever runs the service. */
    public String text() {
        String told = "  " + property + " " + complaint + ".\n    "
                + (remedy == null ? "As" : "Set it to " + remedy + "; as")
                + " an environment variable it is " + variable(property) + ".";
        return permit().map(Allowance::property)
                .map(permit ->
                        told + "\n    To start nevertheless: " + permit + "=true, or " + variable(permit) + "=true.")
                .orElse(told);
    }

    /** A property as an environment variable: {@code keyward.check.interval} is {@code KEYWARD_CHECK_INTERVAL}. */
    public static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
