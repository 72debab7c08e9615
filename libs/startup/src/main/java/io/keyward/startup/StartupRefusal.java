package io.keyward.startup;

import io.keyward.startup.rules.Problem;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import java.util.stream.Collectors;

/** Ends a start over settings that only what is stored shows to be missing; told as all others are, without the places it came through. */
public final class StartupRefusal {
    private StartupRefusal() {}

    /** @param complaint each line of its message begins with the property, as {@link SettingsCheck#looks()} says */
    public static ConfigurationException of(RuntimeException complaint) {
        List<Problem> problems = Looks.told(complaint);
        return new ConfigurationException(
                problems.isEmpty()
                        ? "Not started: " + complaint.getMessage()
                        : problems.stream()
                                .map(Problem::text)
                                .collect(Collectors.joining(
                                        "\n",
                                        "\nNot started:\n\n",
                                        "\n\ndocs/operations/configuration.md has every setting.\n")));
    }
}
