package io.keyward.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Prints which numbered rules have a passing test: the rules from {@code docs/rules.md}, the results from every {@code target/rules} below
 * the repository. It informs and never fails a build: the exit code is 0.
 */
public final class RuleCoverage {
    private static final Pattern ROW = Pattern.compile("\\|\\s*\\**([A-Z]\\d+)\\**\\s*\\|\\s*(.+?)\\s*\\|.*");
    private static final Pattern RESULTS = Pattern.compile("(.*[/\\\\])?target[/\\\\]rules[/\\\\][^/\\\\]+\\.txt");
    private static final int TEXT_WIDTH = 72;

    private final Map<String, String> rules = new TreeMap<>(RuleCoverage::compareNumbers);
    private final Map<String, List<Result>> results = new TreeMap<>(RuleCoverage::compareNumbers);

    private record Result(boolean passed, String test) {}

    private RuleCoverage() {}

    /** Arguments: the repository's root; the current folder when absent. */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args.length > 0 ? args[0] : "");
        System.out.print(of(root));
    }

    static String of(Path root) throws IOException {
        RuleCoverage coverage = new RuleCoverage();
        coverage.readRules(root.resolve("docs").resolve("rules.md"));
        coverage.readResults(root);
        return coverage.table();
    }

    private void readRules(Path page) throws IOException {
        if (!Files.exists(page)) {
            return;
        }
        for (String line : Files.readAllLines(page)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rules.putIfAbsent(row.group(1), row.group(2).replace("**", ""));
            }
        }
    }

    private void readResults(Path root) throws IOException {
        List<Path> files;
        try (Stream<Path> paths = Files.find(
                root, 6, (path, attributes) -> RESULTS.matcher(path.toString()).matches())) {
            files = paths.sorted().toList();
        }
        for (Path file : files) {
            String type = file.getFileName().toString().replace(".txt", "").replaceAll(".*\\.", "");
            for (String line : Files.readAllLines(file)) {
                String[] words = line.split(" ", 3);
                results.computeIfAbsent(words[0], rule -> new ArrayList<>())
                        .add(new Result(words[1].equals("passed"), type + "." + words[2]));
            }
        }
    }

    private String table() {
        StringBuilder table = new StringBuilder("Rules with tests that ran:\n");
        results.forEach((rule, tests) -> {
            long passed = tests.stream().filter(Result::passed).count();
            table.append("  %-4s %-7s %3d/%-3d %s%n".formatted(rule, verdict(tests), passed, tests.size(), text(rule)));
            tests.stream()
                    .filter(test -> !test.passed())
                    .forEach(test -> table.append("         failed: %s%n".formatted(test.test())));
        });
        List<String> without = rules.keySet().stream()
                .filter(rule -> !verdict(results.getOrDefault(rule, List.of())).equals("passing"))
                .toList();
        table.append("%d of %d rules have passing tests, for as much of them as is built. None yet: %s%n"
                .formatted(rules.size() - without.size(), rules.size(), String.join(" ", without)));
        return table.toString();
    }

    /** A rule passes when it has tests and none of them fails. */
    private static String verdict(List<Result> tests) {
        if (tests.isEmpty()) {
            return "no test";
        }
        return tests.stream().allMatch(Result::passed) ? "passing" : "FAILED";
    }

    private String text(String rule) {
        String text = rules.getOrDefault(rule, "(not in docs/rules.md)");
        return text.length() <= TEXT_WIDTH ? text : text.substring(0, TEXT_WIDTH - 1) + "…";
    }

    private static int compareNumbers(String one, String other) {
        int byLetter = Character.compare(one.charAt(0), other.charAt(0));
        return byLetter != 0 ? byLetter : Integer.compare(number(one), number(other));
    }

    private static int number(String rule) {
        return Integer.parseInt(rule.substring(1));
    }
}
