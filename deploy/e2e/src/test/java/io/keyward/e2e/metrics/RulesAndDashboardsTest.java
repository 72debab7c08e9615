package io.keyward.e2e.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules and dashboards ask for is there, and whoever is woken by a rule finds what to do. */
class RulesAndDashboardsTest {
    private static final Path OBSERVABILITY = MetricsPage.REPOSITORY.resolve("deploy/observability");
    private static final Path RUNBOOK = MetricsPage.REPOSITORY.resolve("docs/operations/runbook.md");
    private static final Pattern ENTRY = Pattern.compile("## (Keyward\\w+)");
    private static final Pattern SUMMARY_ENDING = Pattern.compile("_(count|sum|max)$");

    /** Of Prometheus itself, and of the scrape configuration. */
    private static final Set<String> EVERYWHERE = Set.of("job", "instance", "service");

    private final Map<String, Metric> listed = MetricsPage.listed().stream()
            .map(MetricsPage.Listed::metric)
            .collect(Collectors.toMap(Metric::name, Function.identity()));

    @Test
    void rulesAskForMetricsThatAreListed() throws IOException {
        assertThat(rules())
                .isNotEmpty()
                .allSatisfy(rule -> assertAsksForWhatIsListed(rule.path("expr").asText()));
    }

    @Test
    void dashboardsAskForMetricsThatAreListed() throws IOException {
        assertThat(dashboards()).isNotEmpty().allSatisfy(dashboard -> {
            assertThat(dashboard.path("uid").asText()).startsWith("keyward-");
            assertThat(dashboard.findValuesAsText("expr")).isNotEmpty().allSatisfy(this::assertAsksForWhatIsListed);
        });
    }

    @Test
    void everyRuleHasItsEntryInTheRunbookAndEveryEntryItsRule() throws IOException {
        List<String> names =
                rules().stream().map(rule -> rule.path("alert").asText()).toList();
        List<String> entries = Files.readAllLines(RUNBOOK).stream()
                .map(ENTRY::matcher)
                .filter(entry -> entry.matches())
                .map(entry -> entry.group(1))
                .toList();

        assertThat(entries).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void everyRuleSaysHowBadItIsAndWhereToLook() throws IOException {
        assertThat(rules()).allSatisfy(rule -> {
            String name = rule.path("alert").asText();
            assertThat(rule.at("/labels/severity").asText()).isIn("page", "ticket", "info");
            assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
            assertThat(rule.at("/annotations/runbook_url").asText())
                    .isEqualTo("docs/operations/runbook.md#" + name.toLowerCase());
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            max(a) > 60                                                ; a               ;
            sum by (x, y) (rate(b_total{z=~"1|2"}[5m])) / sum(c_count) ; b_total c_count ; x y z
            d and on (x) e unless f{u!="d (q)"}                        ; d e f           ; u x
            """)
    void readsExpressions(String written, String metrics, String labels) {
        Expression expression = Expression.of(written);

        assertThat(expression.metrics()).containsExactly(metrics.split(" "));
        assertThat(String.join(" ", expression.labels()))
                .isEqualTo(Optional.ofNullable(labels).orElse(""));
    }

    private void assertAsksForWhatIsListed(String written) {
        Expression expression = Expression.of(written);
        Set<String> labels = new HashSet<>(EVERYWHERE);
        for (String name : expression.metrics()) {
            if (!name.equals("up")) {
                assertThat(metric(name))
                        .as("%s in docs/operations/metrics.md", name)
                        .isPresent();
                labels.addAll(metric(name).orElseThrow().labels());
            }
        }
        assertThat(labels).as("the labels in %s", written).containsAll(expression.labels());
    }

    private Optional<Metric> metric(String name) {
        String family = SUMMARY_ENDING.matcher(name).replaceFirst("");
        return Optional.ofNullable(listed.get(name)).or(() -> Optional.ofNullable(listed.get(family))
                .filter(metric -> metric.type().equals("summary")));
    }

    private static List<JsonNode> rules() throws IOException {
        List<JsonNode> rules = new ArrayList<>();
        JsonNode file = new YAMLMapper()
                .readTree(OBSERVABILITY.resolve("prometheus/rules.yaml").toFile());
        file.path("groups").forEach(group -> group.path("rules").forEach(rules::add));
        return rules;
    }

    private static List<JsonNode> dashboards() throws IOException {
        List<JsonNode> dashboards = new ArrayList<>();
        try (Stream<Path> files = Files.list(OBSERVABILITY.resolve("grafana/dashboards"))) {
            for (Path file : files.toList()) {
                dashboards.add(new ObjectMapper().readTree(file.toFile()));
            }
        }
        return dashboards;
    }
}
