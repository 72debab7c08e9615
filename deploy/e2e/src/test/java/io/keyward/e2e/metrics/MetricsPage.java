package io.keyward.e2e.metrics;

import io.keyward.local.service.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code docs/operations/metrics.md}: written by hand, and read here. */
final class MetricsPage {
    /** The top of the repository. */
    static final Path REPOSITORY = Path.of("..", "..");

    private static final Path PAGE = REPOSITORY.resolve("docs/operations/metrics.md");
    private static final Pattern ROW = Pattern.compile(
            "\\| `([a-z0-9_]+)` \\| (gauge|counter|summary) \\|[^|]*\\|([^|]*)\\| ([^|]*) \\| (start|first) \\| .* \\|");
    private static final Pattern LABEL = Pattern.compile("`([a-z_]+)`");

    private MetricsPage() {}

    /**
     * A line of its tables.
     *
     * @param fromStart whether it is there without anything having happened
     */
    record Listed(Metric metric, Set<Service> services, boolean fromStart) {

        boolean isOurs() {
            return metric.name().startsWith("keyward_");
        }
    }

    /** All lines of its tables. */
    static List<Listed> listed() {
        try (var lines = Files.lines(PAGE)) {
            return lines.map(ROW::matcher)
                    .filter(Matcher::matches)
                    .map(MetricsPage::listed)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Listed listed(Matcher row) {
        Set<String> labels = LABEL.matcher(row.group(3))
                .results()
                .map(label -> label.group(1))
                .collect(Collectors.toSet());
        return new Listed(
                new Metric(row.group(1), row.group(2), labels),
                services(row.group(4)),
                row.group(5).equals("start"));
    }

    private static Set<Service> services(String words) {
        return words.equals("all")
                ? EnumSet.allOf(Service.class)
                : Arrays.stream(words.split(", "))
                        .map(word -> Service.valueOf(word.toUpperCase()))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Service.class)));
    }
}
