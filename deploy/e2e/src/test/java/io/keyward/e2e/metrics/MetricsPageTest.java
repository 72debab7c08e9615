package io.keyward.e2e.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.e2e.metrics.MetricsPage.Listed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page has the metrics that the sources name, and no others. {@link MetricsScenario} holds it to what really comes out. */
class MetricsPageTest {
    private static final Pattern NAME = Pattern.compile("\"(keyward\\.[a-z.-]+)\"");
    private static final Pattern ENDING = Pattern.compile("(_seconds)?(_total)?");

    @Test
    void aMetricOfTheSourcesIsOnThePage() {
        List<String> listed = names();

        assertThat(inTheSources()).isNotEmpty().allSatisfy(named -> assertThat(listed)
                .as("the line of %s in docs/operations/metrics.md", named)
                .anyMatch(name -> isOf(name, named)));
    }

    @Test
    void aMetricOfThePageIsInTheSources() {
        Set<String> named = inTheSources();

        assertThat(names()).doesNotHaveDuplicates().allSatisfy(name -> assertThat(named)
                .as("what the sources name of %s, which docs/operations/metrics.md lists", name)
                .anyMatch(one -> isOf(name, one)));
    }

    private static List<String> names() {
        return MetricsPage.listed().stream()
                .filter(Listed::isOurs)
                .map(line -> line.metric().name())
                .toList();
    }

    private static boolean isOf(String listed, String named) {
        return listed.startsWith(named)
                && ENDING.matcher(listed.substring(named.length())).matches();
    }

    /** As Prometheus writes them, but for their endings. */
    private static Set<String> inTheSources() {
        return Stream.of("config-service", "endpoint-service", "validation-service", "libs")
                .flatMap(module -> sources(MetricsPage.REPOSITORY.resolve(module)))
                .filter(source -> source.contains("import io.micrometer."))
                .flatMap(source -> NAME.matcher(source).results())
                .map(name -> name.group(1).replaceAll("[.-]", "_"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> sources(Path module) {
        try (Stream<Path> files = Files.walk(module)) {
            return files
                    .filter(file -> file.toString().endsWith(".java")
                            && file.toString().contains(Path.of("src", "main").toString()))
                    .map(MetricsPageTest::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
