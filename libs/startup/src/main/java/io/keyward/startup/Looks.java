package io.keyward.startup;

import io.keyward.startup.rules.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the features' own checks complain of. */
final class Looks {
    private static final Pattern COMPLAINT =
            Pattern.compile("^((?:keyward|quarkus|kafka)\\.\\S*[^\\s.,:])[.,:]?\\s+(.+)$");

    private Looks() {}

    static Stream<Problem> problems(Iterable<SettingsCheck> checks) {
        return StreamSupport.stream(checks.spliterator(), false)
                .flatMap(SettingsCheck::looks)
                .flatMap(Looks::look)
                .distinct();
    }

    private static Stream<Problem> look(Runnable look) {
        try {
            look.run();
            return Stream.empty();
        } catch (IllegalArgumentException | IllegalStateException e) {
            List<Problem> told = told(e);
            if (told.isEmpty()) {
                throw e;
            }
            return told.stream();
        }
    }

    /** What a failure says, by line; empty when it names no property. */
    static List<Problem> told(RuntimeException failure) {
        return Optional.ofNullable(failure.getMessage()).stream()
                .flatMap(String::lines)
                .flatMap(Looks::complaint)
                .toList();
    }

    private static Stream<Problem> complaint(String line) {
        Matcher found = COMPLAINT.matcher(line.strip());
        return found.matches()
                ? Stream.of(new Problem(found.group(1), found.group(2).replaceFirst("\\.$", ""), null, null))
                : Stream.empty();
    }
}
