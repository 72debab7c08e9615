package io.keyward.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** The HTTPRoute is another spelling of {@link RouteTable}: both are asked about every operation, and about paths that look like one. */
class KubernetesRoutesTest {
    private static final Path ROOT = Path.of("../..");
    private static final RouteTable TABLE = new RouteTable(8080, 8081, 8082);
    private static final List<String> GROUPS = List.of(
            "32b6e34b3d91647abb20e7b8", "byName", "byname", "byNam", "byNameX", "byNama", "bxName", "byOame", "xyName");

    private final JsonNode rules =
            read(ROOT.resolve("deploy/kubernetes/base/routes.yaml")).at("/spec/rules");

    @Test
    void routesAsTheGatewayDoes() {
        List<String> paths = Stream.concat(operations(), oddities()).distinct().toList();

        assertThat(paths).hasSizeGreaterThan(500);
        assertThat(paths).allSatisfy(path -> assertThat(portFor(path))
                .isEqualTo(TABLE.portsFor(path).map(List::getFirst)));
    }

    /** RE2, the language of most gateways, knows no looking ahead or behind and no reference back. */
    @Test
    void saysNothingThatAGatewayCannotRead() {
        assertThat(rules.findValuesAsText("value")).isNotEmpty().allSatisfy(value -> {
            assertThat(value).doesNotContain("(?=", "(?!", "(?<").doesNotMatch(".*\\\\\\d.*");
            assertThat(value.length()).isLessThanOrEqualTo(1024);
        });
    }

    private static Stream<String> operations() {
        return Stream.of("config-service", "endpoint-service", "validation-service")
                .map(service -> read(ROOT.resolve(service + "/src/main/resources/META-INF/openapi.yaml")))
                .flatMap(document -> document.path("paths").propertyStream())
                .flatMap(path -> GROUPS.stream().flatMap(group -> Stream.of("", "/", "/x", "x")
                        .map(end -> path.getKey().replace("{groupId}", group).replaceAll("\\{[^}]*}", "AWS") + end)));
    }

    private static Stream<String> oddities() {
        return Stream.of(
                "/",
                "/q/health",
                "/q/metrics",
                "/internal/x",
                "/api",
                "/apis/x",
                "/api/",
                "/api/atlas/v2/groups/byName/alerts",
                "/api/atlas/v2/groups/byName/alertConfigs/x",
                "/api/atlas/v2/groups//alerts");
    }

    /** Patterns before prefixes, as gateways have it; no two rules have a pattern for the same path. */
    private Optional<Integer> portFor(String path) {
        List<Integer> ports = rules.valueStream()
                .filter(rule -> rule.path("matches").valueStream().anyMatch(match -> matches(match, path)))
                .map(rule -> rule.at("/backendRefs/0/port").asInt())
                .toList();
        assertThat(ports.stream().filter(port -> port != 8080).count()).isLessThanOrEqualTo(1);
        return ports.stream().findFirst();
    }

    private static boolean matches(JsonNode match, String path) {
        String value = match.at("/path/value").asText();
        return match.at("/path/type").asText().equals("PathPrefix") ? path.startsWith(value) : path.matches(value);
    }

    private static JsonNode read(Path path) {
        try {
            var options = new LoaderOptions();
            options.setMaxAliasesForCollections(Integer.MAX_VALUE);
            Object tree = new Yaml(options).load(Files.readString(path));
            return new ObjectMapper().valueToTree(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
