package io.keyward.testkit.errorcode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compares the codes of {@code docs/errors.md} with those that tests were answered with, anywhere below the repository. Ends with 1 when a
 * code was never provoked, because then nothing proves that it is answered, or when one was answered that the page does not have.
 */
public final class ErrorCodeCoverage {
    private static final Pattern ROW = Pattern.compile("\\|\\s*\\d{3}\\s*\\|\\s*`([A-Z0-9_]+)`\\s*\\|.*");
    private static final Pattern RESULTS = Pattern.compile("(.*[/\\\\])?target[/\\\\]error-codes[/\\\\]\\d+\\.txt");
    private static final int DEPTH = 6;

    private final Set<String> known = new TreeSet<>();
    private final Set<String> seen = new TreeSet<>();

    private ErrorCodeCoverage() {}

    /** Arguments: the repository's root and a file that is older than all that counts; the current folder and everything when absent. */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args.length > 0 ? args[0] : "");
        FileTime since = args.length > 1 ? Files.getLastModifiedTime(Path.of(args[1])) : FileTime.fromMillis(0);
        ErrorCodeCoverage coverage = of(root, since);
        System.out.print(coverage.report());
        System.exit(coverage.isComplete() ? 0 : 1);
    }

    static ErrorCodeCoverage of(Path root, FileTime since) throws IOException {
        ErrorCodeCoverage coverage = new ErrorCodeCoverage();
        for (String line : Files.readAllLines(root.resolve("docs").resolve("errors.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                coverage.known.add(row.group(1));
            }
        }
        for (Path file : results(root, since)) {
            coverage.seen.addAll(Files.readAllLines(file));
        }
        return coverage;
    }

    boolean isComplete() {
        return known.equals(seen);
    }

    String report() {
        Set<String> never = without(known, seen);
        Set<String> unknown = without(seen, known);
        return "Error codes that tests were answered with over HTTP: %d of %d.%s%s%n"
                .formatted(
                        known.size() - never.size(),
                        known.size(),
                        never.isEmpty() ? "" : " Never: " + String.join(" ", never) + ".",
                        unknown.isEmpty() ? "" : " Not in docs/errors.md: " + String.join(" ", unknown) + ".");
    }

    private static List<Path> results(Path root, FileTime since) throws IOException {
        try (Stream<Path> paths = Files.find(
                root,
                DEPTH,
                (path, attributes) -> RESULTS.matcher(path.toString()).matches()
                        && attributes.lastModifiedTime().compareTo(since) >= 0)) {
            return paths.sorted().toList();
        }
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
