package io.keyward.startup;

import io.keyward.startup.rules.Problem;
import io.smallrye.config.ConfigValidationException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What to do about settings that SmallRye Config could not make values of. It says what is wrong with each in a sentence of its own, by number. */
final class Unreadable {
    private static final Pattern NAMED = Pattern.compile("(SRCFG\\d{5}).*?[Cc]onfig property ([^ ]+)");
    private static final Map<String, String> REMEDIES = Map.of(
            "SRCFG00014", "has to be set",
            "SRCFG00040", "must not be empty");

    private Unreadable() {}

    /** A line for each property, with the environment variable that sets it; empty for a failure that is not about settings. Values are left out. */
    static Optional<String> explain(@Nullable Throwable failure) {
        Map<String, String> lines = new LinkedHashMap<>();
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(ConfigValidationException.class::isInstance)
                .map(ConfigValidationException.class::cast)
                .flatMap(Unreadable::messages)
                .map(NAMED::matcher)
                .filter(Matcher::find)
                .forEach(found -> lines.putIfAbsent(found.group(2), line(found.group(1), found.group(2))));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(lines.values().stream()
                        .collect(Collectors.joining(
                                "\n",
                                "\nNot started, because settings cannot be read:\n",
                                "\n\ndocs/operations/configuration.md says what each may be.\n")));
    }

    private static Stream<String> messages(ConfigValidationException invalid) {
        return IntStream.range(0, invalid.getProblemCount())
                .mapToObj(index -> invalid.getProblem(index).getMessage());
    }

    private static String line(String number, String property) {
        return "  " + property + " " + REMEDIES.getOrDefault(number, "has a value that is none of its kind")
                + "; as an environment variable it is " + Problem.variable(property) + ".";
    }
}
