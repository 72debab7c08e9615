package io.keyward.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Containers cannot run where this is tested: what their files say of the programs is held to the programs themselves. */
class ComposeTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path COMPOSE = ROOT.resolve("deploy/compose");
    private static final Path IMAGES = ROOT.resolve("deploy/images");
    private static final Set<String> OURS = Set.of("config-service", "endpoint-service", "validation-service");
    private static final Pattern SETTING = Pattern.compile("(keyward\\.[a-z.-]+)=");
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern METHOD = Pattern.compile("(\\w+)\\(\\);");

    private final JsonNode file = read(COMPOSE.resolve("compose.yaml"));

    @Test
    void runsNothingAsRootAndConfinesEverything() {
        services((name, service) -> {
            assertThat(service.path("user").asText())
                    .as("user of %s", name)
                    .matches("[1-9]\\d*:\\d+")
                    .doesNotStartWith("0");
            assertThat(service.at("/cap_drop/0").asText())
                    .as("capabilities of %s", name)
                    .isEqualTo("ALL");
            assertThat(service.path("security_opt").toString()).contains("no-new-privileges:true");
            if (!name.equals("kafka")) {
                assertThat(service.path("read_only").asBoolean())
                        .as("read_only of %s", name)
                        .isTrue();
            }
        });
    }

    /** Debian's docker-compose knows no other; the project's name is in {@code .env}. */
    @Test
    void hasOnlyTheSectionsThatEveryClientKnows() {
        assertThat(file.fieldNames())
                .toIterable()
                .allMatch(section -> section.matches("services|volumes|networks|secrets|configs|x-[a-z-]+"));
        assertThat(text(COMPOSE.resolve("init")).split("COMPOSE_PROJECT_NAME=keyward\n", -1))
                .hasSize(3);
    }

    @Test
    void holdsNoSecret() {
        services((name, service) -> service.path("environment").properties().forEach(variable -> {
            String value = variable.getValue().asText();
            if (variable.getKey().matches(".*(PASSWORD|SECRET|KEYSET|PRIVATE_KEY|TOKEN).*")) {
                assertThat(value).as(variable.getKey()).startsWith("/run/secrets/");
            }
        }));
        assertThat(text(COMPOSE.resolve(".gitignore"))).contains("secrets/", ".env");
        file.path("secrets")
                .forEach(secret -> assertThat(secret.path("file").asText()).startsWith("secrets/"));
    }

    @Test
    void setsOnlyWhatIsASetting() {
        Set<String> known = settings();

        services((name, service) -> service.path("environment").properties().forEach(variable -> {
            if (variable.getKey().startsWith("KEYWARD_")) {
                assertThat(known).contains(variable.getKey());
            }
        }));
        SETTING.matcher(text(COMPOSE.resolve("init")))
                .results()
                .map(found -> asVariable(found.group(1)))
                .forEach(variable -> assertThat(known).contains(variable));
    }

    @Test
    void waitsForWhatIsHealthyAndSaysHowEachIs() {
        services((name, service) -> {
            service.path("depends_on").properties().forEach(dependency -> {
                assertThat(dependency.getValue().path("condition").asText()).isEqualTo("service_healthy");
                assertThat(file.path("services").has(dependency.getKey())).isTrue();
            });
            boolean ofOurs = service.path("image").asText().startsWith("keyward/");
            assertThat(ofOurs || service.has("healthcheck"))
                    .as("health of %s", name)
                    .isTrue();
        });
        String containerfile = text(IMAGES.resolve("Containerfile"));
        assertThat(containerfile).contains("ARG HEALTH_PATH=/q/health/ready", "HEALTHCHECK", "USER 10001:10001");
    }

    @Test
    void buildsEachImageOfOursAndPinsTheOthers() {
        String build = text(IMAGES.resolve("build"));
        services((name, service) -> {
            String image = service.path("image").asText();
            if (image.startsWith("keyward/")) {
                assertThat(build).contains(image.substring("keyward/".length()).replaceAll(":.*", ""));
            } else {
                assertThat(image).matches("[a-z0-9-]+(/[a-z0-9-]+)?:.*\\d.*");
            }
        });
    }

    @Test
    void listensWhereItIsLookedFor() {
        for (String name : OURS) {
            JsonNode environment = file.path("services").path(name).path("environment");
            String port = environment.path("QUARKUS_HTTP_PORT").asText();
            assertThat(text(COMPOSE.resolve("gateway.conf"))).contains(name + ":" + port);
            assertThat(text(ROOT.resolve("deploy/observability/prometheus/prometheus.yaml")))
                    .contains(name + ":" + port);
            assertThat(text(IMAGES.resolve("build"))).contains(name + ") echo " + port);
        }
    }

    @Test
    void routesAsTheGatewayDoes() {
        String conf = text(COMPOSE.resolve("gateway.conf"));

        assertThat(conf).contains("\"^" + RouteTable.ENDPOINT.pattern() + "$\"");
        assertThat(conf).contains("\"^(?:" + RouteTable.VALIDATION.pattern() + ")$\"");
    }

    /** Each topic is some service's to create, so the broker need not. */
    @Test
    void leavesTopicsToTheirOwners() {
        Set<String> owned = OURS.stream()
                .map(name -> text(ROOT.resolve(name + "/src/main/resources/application.properties")))
                .flatMap(String::lines)
                .filter(line -> line.startsWith("keyward.messaging.owned-topics="))
                .flatMap(line -> Stream.of(line.substring(line.indexOf('=') + 1).split(",")))
                .collect(Collectors.toSet());

        assertThat(file.at("/services/kafka/environment/KAFKA_AUTO_CREATE_TOPICS_ENABLE")
                        .asText())
                .isEqualTo("false");
        assertThat(owned).contains("keyward.projects", "keyward.encryption", "keyward.keys", "keyward.endpoints");
    }

    private void services(BiConsumer<String, JsonNode> each) {
        file.path("services").properties().forEach(entry -> each.accept(entry.getKey(), entry.getValue()));
    }

    /** Every setting as a variable, from the interfaces that declare them. */
    private static Set<String> settings() {
        try (Stream<Path> sources = Files.walk(ROOT, 12)) {
            return sources.filter(source -> source.toString().contains("src/main/java"))
                    .filter(source -> source.toString().endsWith(".java"))
                    .map(ComposeTest::text)
                    .flatMap(ComposeTest::declared)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> declared(String source) {
        Matcher mapping = MAPPING.matcher(source);
        return mapping.find()
                ? METHOD.matcher(source).results().map(method -> asVariable(mapping.group(1) + "." + method.group(1)))
                : Stream.empty();
    }

    /** {@code keyward.aws.account-arn} and {@code keyward.aws.accountArn} are KEYWARD_AWS_ACCOUNT_ARN. */
    private static String asVariable(String property) {
        return property.replaceAll("([a-z])([A-Z])", "$1_$2")
                .replaceAll("[.-]", "_")
                .toUpperCase(Locale.ROOT);
    }

    private static JsonNode read(Path path) {
        Object tree = new Yaml().load(text(path));
        return new ObjectMapper().valueToTree(tree);
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
