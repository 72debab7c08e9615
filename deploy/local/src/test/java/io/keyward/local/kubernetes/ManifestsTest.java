package io.keyward.local.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No cluster can run where this is tested: each overlay is built, held to the schemas of its kinds and to rules of our own, and to the programs. */
class ManifestsTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path KUBERNETES = ROOT.resolve("deploy/kubernetes");
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern METHOD = Pattern.compile("(\\w+)\\(\\);");

    @ParameterizedTest
    @ValueSource(strings = {"small", "production", "production-percona"})
    void isWhatItsKindsAllow(String overlay) {
        assertThat(build(overlay)).hasSizeGreaterThan(15).allSatisfy(Schemas::check);
    }

    @Test
    void schemasFindWhatIsWrong() {
        assertThatThrownBy(() -> Schemas.check(changed("Deployment", "/spec/template/spec", "restartPolcy", "Always")))
                .hasMessageContaining("restartPolcy");
        assertThatThrownBy(() -> Schemas.check(changed("Deployment", "/spec", "template", null)))
                .hasMessageContaining("template");
        assertThatThrownBy(() -> Schemas.check(changed("NetworkPolicy", "/spec", "podSelector", "all")))
                .hasMessageContaining("Not a JSON Object");
        assertThatThrownBy(() -> Schemas.check(changed("HTTPRoute", "/spec/rules/0/matches/0/path", "prefix", "/")))
                .hasMessageContaining("prefix");
        assertThatThrownBy(() -> Schemas.check(changed("ServiceMonitor", "/spec/endpoints/0", "intervall", "1s")))
                .hasMessageContaining("intervall");
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "production", "production-percona"})
    void confinesEveryContainer(String overlay) {
        assertThat(deployments(overlay)).isNotEmpty().allSatisfy(deployment -> {
            JsonNode pod = deployment.at("/spec/template/spec");
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/securityContext/runAsUser").asInt()).isEqualTo(10001);
            assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            assertThat(pod.path("hostNetwork").isMissingNode()).isTrue();
            assertThat(pod.path("containers")).allSatisfy(container -> {
                JsonNode may = container.path("securityContext");
                assertThat(may.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
                assertThat(may.path("readOnlyRootFilesystem").asBoolean()).isTrue();
                assertThat(may.at("/capabilities/drop").toString()).isEqualTo("[\"ALL\"]");
                assertThat(container.at("/resources/requests/cpu").asText()).isNotEmpty();
                assertThat(container.at("/resources/limits/memory"))
                        .isEqualTo(container.at("/resources/requests/memory"));
                assertThat(container.path("image").asText()).matches(".*:\\d.*");
            });
        });
    }

    /** Nothing is asked of a replica before it can answer, and nothing cut off that it began. */
    @ParameterizedTest
    @ValueSource(strings = {"small", "production", "production-percona"})
    void losesNoRequestWhenItIsReplaced(String overlay) {
        int shutdown = seconds(data(overlay, "keyward-settings").path("QUARKUS_SHUTDOWN_TIMEOUT"));
        assertThat(services(overlay)).hasSize(3).allSatisfy(deployment -> {
            JsonNode rolling = deployment.at("/spec/strategy/rollingUpdate");
            assertThat(rolling.path("maxUnavailable").asInt(1)).isZero();
            assertThat(rolling.path("maxSurge").asInt()).isPositive();
            JsonNode pod = deployment.at("/spec/template/spec");
            JsonNode container = pod.at("/containers/0");
            int leaving = container.at("/lifecycle/preStop/sleep/seconds").asInt();
            assertThat(leaving).isGreaterThanOrEqualTo(5);
            assertThat(pod.path("terminationGracePeriodSeconds").asInt()).isGreaterThan(leaving + shutdown);
            for (String probe : List.of("startup", "liveness", "readiness")) {
                assertThat(container.at("/" + probe + "Probe/httpGet/path").asText())
                        .startsWith("/q/health/");
            }
            // Flyway tries for its lock fifty times, once a second; whoever holds it is migrating.
            JsonNode startup = container.path("startupProbe");
            assertThat(startup.path("periodSeconds").asInt()
                            * startup.path("failureThreshold").asInt())
                    .isGreaterThanOrEqualTo(120);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "production", "production-percona"})
    void keepsEveryDeploymentUpAndApart(String overlay) {
        List<ObjectNode> all = build(overlay);
        assertThat(deployments(overlay)).allSatisfy(deployment -> {
            String name = deployment.at("/metadata/name").asText();
            JsonNode labels = deployment.at("/spec/template/metadata/labels");
            assertThat(labels.path("app.kubernetes.io/name").asText()).isEqualTo(name);
            for (String kind : List.of("PodDisruptionBudget", "NetworkPolicy", "ServiceAccount")) {
                assertThat(find(all, kind, name)).as("%s of %s", kind, name).isNotNull();
            }
            assertThat(deployment.at("/spec/template/spec/serviceAccountName").asText())
                    .isEqualTo(name);
        });
        assertThat(services("production")).allSatisfy(deployment -> {
            assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(2);
            assertThat(deployment
                            .at("/spec/template/spec/topologySpreadConstraints")
                            .findValuesAsText("topologyKey"))
                    .containsExactly("kubernetes.io/hostname", "topology.kubernetes.io/zone");
        });
        JsonNode rest = find(all, "NetworkPolicy", "nothing-unless-told").path("spec");
        assertThat(rest.path("podSelector")).isEmpty();
        assertThat(rest.path("policyTypes").toString()).isEqualTo("[\"Ingress\",\"Egress\"]");
        assertThat(rest.has("ingress") || rest.has("egress")).isFalse();
    }

    /** The internal port is for our own services, by name; the other one for the gateway and the scraper. */
    @Test
    void letsOnlyOurOwnToTheInternalPort() {
        build("production").stream()
                .filter(resource -> resource.path("kind").asText().equals("NetworkPolicy"))
                .flatMap(policy -> policy.at("/spec/ingress").valueStream())
                .forEach(rule -> {
                    assertThat(rule.path("ports")).hasSize(1);
                    assertThat(rule.path("from")).isNotEmpty();
                    String port = rule.at("/ports/0/port").asText();
                    String needed = port.equals("internal") ? "podSelector" : "namespaceSelector";
                    assertThat(rule.path("from")).allSatisfy(from -> assertThat(from.at("/" + needed + "/matchLabels"))
                            .isNotEmpty());
                });
        JsonNode route = find(build("production"), "HTTPRoute", "keyward");
        assertThat(route.findValuesAsText("port")).containsOnly("8080", "8081", "8082");
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "production", "production-percona"})
    void holdsNoSecret(String overlay) {
        List<ObjectNode> all = build(overlay);
        assertThat(all).noneMatch(resource -> resource.path("kind").asText().equals("Secret"));
        assertThat(variables(overlay))
                .noneMatch(name -> name.matches(".*(PASSWORD|SECRET|KEYSET|PRIVATE_KEY|TOKEN).*"));
        assertThat(services(overlay)).allSatisfy(deployment -> assertThat(
                        deployment.at("/spec/template/spec/volumes").findValuesAsText("secretName"))
                .containsExactly(deployment.at("/metadata/name").asText()));
        assertThat(all.stream()
                        .filter(resource -> resource.path("kind").asText().equals("ExternalSecret"))
                        .map(resource -> resource.at("/spec/target/name").asText()))
                .hasSize(overlay.equals("small") ? 0 : 3)
                .doesNotContain("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "production", "production-percona"})
    void setsOnlyWhatIsASettingAndAllThatComposeSets(String overlay) {
        Set<String> known = settings();
        String driver = text(ROOT.resolve("deploy/kubernetes-driver/src/main/java/io/keyward/driver/Settings.java"));
        assertThat(variables(overlay).stream().filter(name -> name.startsWith("KEYWARD_")))
                .allMatch(name ->
                        known.contains(name) || driver.contains(name) || driver.contains("\"" + ofDriver(name) + "\""));
        String compose = text(ROOT.resolve("deploy/compose/compose.yaml"));
        for (String name : List.of(
                "SMALLRYE_CONFIG_LOCATIONS",
                "QUARKUS_DATASOURCE_JDBC_URL",
                "QUARKUS_DATASOURCE_REACTIVE_URL",
                "KAFKA_BOOTSTRAP_SERVERS",
                "KEYWARD_AWS_ACCOUNT_ARN",
                "KEYWARD_AWS_CANARY_ROLE_ARN",
                "KEYWARD_AWS_PRIVATE_ENDPOINT_URL",
                "QUARKUS_MAILER_FROM")) {
            assertThat(compose).contains(name);
            assertThat(variables(overlay)).contains(name);
        }
    }

    /** Both drivers of PostgreSQL, and Kafka, believe one authority, whose certificate is where they look for it; nothing is permitted that TLS is about. */
    @ParameterizedTest
    @ValueSource(strings = {"production", "production-percona"})
    void believesOneAuthorityInProduction(String overlay) {
        JsonNode all = data(overlay, "keyward-settings");
        String folder = "/etc/keyward-authorities/";
        assertThat(all.path("QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE").asText())
                .isEqualTo("verify-full");
        assertThat(all.path("QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM")
                        .asText())
                .isEqualTo("HTTPS");
        assertThat(all.path("QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM").asText())
                .isEqualTo("true");
        String authority = all.path("QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS")
                .asText();
        assertThat(authority).startsWith(folder);
        assertThat(all.path("KAFKA_SECURITY_PROTOCOL").asText()).isEqualTo("SASL_SSL");
        assertThat(all.path("KAFKA_SSL_TRUSTSTORE_LOCATION").asText()).startsWith(folder);
        assertThat(variables(overlay))
                .noneMatch(name -> name.matches("KEYWARD_INSECURE_ALLOW_PLAIN_(KAFKA|POSTGRESQL|MAIL)"));
        assertThat(deployments(overlay)).allSatisfy(deployment -> {
            JsonNode pod = deployment.at("/spec/template/spec");
            assertThat(pod.at("/containers/0/volumeMounts").findValuesAsText("mountPath"))
                    .contains("/etc/keyward-authorities");
            assertThat(pod.path("volumes").findValuesAsText("name")).contains("authorities");
        });
        assertThat(services(overlay)).allSatisfy(deployment -> {
            String name = deployment.at("/metadata/name").asText();
            assertThat(data(overlay, name).path("QUARKUS_DATASOURCE_JDBC_URL").asText())
                    .endsWith("?sslmode=verify-full&sslrootcert=" + authority);
        });
    }

    /** Services are nobody at the API server; the driver may look at three kinds and change one. */
    @Test
    void mayDoNothingInTheClusterButPauseDatabases() {
        List<ObjectNode> all = build("production-percona");
        assertThat(services("production-percona")).allSatisfy(deployment -> assertThat(deployment
                        .at("/spec/template/spec/automountServiceAccountToken")
                        .asBoolean(true))
                .isFalse());
        assertThat(all.stream()
                        .filter(resource -> resource.path("kind").asText().matches("(Cluster)?Role")))
                .hasSize(1);
        JsonNode rules = find(all, "ClusterRole", "keyward-kubernetes-driver").path("rules");
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.path("apiGroups").toString()).isEqualTo("[\"psmdb.percona.com\"]");
            boolean databases = rule.path("resources").toString().equals("[\"perconaservermongodbs\"]");
            assertThat(rule.path("verbs").toString()).isEqualTo(databases ? "[\"list\",\"patch\"]" : "[\"list\"]");
        });
    }

    @Test
    void runsTheImagesThatAreBuiltAndListensWhereTheyDo() {
        String build = text(ROOT.resolve("deploy/images/build"));
        JsonNode driver = find(build("production-percona"), "Deployment", "kubernetes-driver")
                .at("/spec/template/spec/containers/0");
        assertThat(driver.path("image").asText()).contains("keyward/kubernetes-driver:");
        assertThat(build)
                .contains("kubernetes-driver) echo "
                        + driver.at("/ports/0/containerPort").asText());
        assertThat(services("production")).allSatisfy(deployment -> {
            JsonNode container = deployment.at("/spec/template/spec/containers/0");
            String name = deployment.at("/metadata/name").asText();
            assertThat(container.path("image").asText()).contains("keyward/" + name + ":");
            assertThat(build)
                    .contains(name + ") echo " + container.at("/env/0/value").asText());
            assertThat(container.at("/ports/0/containerPort").asText())
                    .isEqualTo(container.at("/env/0/value").asText());
            assertThat(container.at("/ports/1/containerPort").asText())
                    .isEqualTo(container.at("/env/1/value").asText());
            assertThat(find(build("production"), "Service", name).path("spec").findValuesAsText("port"))
                    .containsExactly(
                            container.at("/env/0/value").asText(),
                            container.at("/env/1/value").asText());
        });
    }

    @Test
    void tellsPrometheusWhatComposeTells() throws IOException, InterruptedException {
        Process script = new ProcessBuilder(
                        "bash", KUBERNETES.resolve("prometheus-rule").toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(script.getInputStream().readAllBytes());
        assertThat(script.waitFor()).isZero();

        ObjectNode rule = Kustomize.documents(printed).getFirst();
        Schemas.check(rule);
        assertThat(rule.at("/spec/groups"))
                .isEqualTo(Kustomize.documents(text(ROOT.resolve("deploy/observability/prometheus/rules.yaml")))
                        .getFirst()
                        .path("groups"));
        JsonNode monitor = find(build("production"), "ServiceMonitor", "keyward");
        assertThat(monitor.findValuesAsText("targetLabel")).containsExactly("job", "service");
    }

    private static List<ObjectNode> build(String overlay) {
        return Kustomize.build(KUBERNETES.resolve("overlays").resolve(overlay));
    }

    private static List<ObjectNode> deployments(String overlay) {
        return build(overlay).stream()
                .filter(resource -> resource.path("kind").asText().equals("Deployment"))
                .toList();
    }

    private static List<ObjectNode> services(String overlay) {
        return deployments(overlay).stream()
                .filter(deployment -> deployment.at("/metadata/name").asText().endsWith("-service"))
                .toList();
    }

    private static JsonNode find(List<ObjectNode> all, String kind, String name) {
        return all.stream()
                .filter(resource -> resource.path("kind").asText().equals(kind))
                .filter(resource -> resource.at("/metadata/name").asText().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static JsonNode data(String overlay, String map) {
        return find(build(overlay), "ConfigMap", map).path("data");
    }

    private static Set<String> variables(String overlay) {
        return build(overlay).stream()
                .flatMap(resource -> Stream.concat(
                        resource.path("data").properties().stream().map(java.util.Map.Entry::getKey),
                        resource.at("/spec/template/spec/containers/0/env")
                                .valueStream()
                                .map(variable -> variable.path("name").asText())))
                .collect(Collectors.toSet());
    }

    private static JsonNode changed(String kind, String path, String field, String value) {
        ObjectNode manifest = build("production").stream()
                .filter(resource -> resource.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
        ObjectNode at = (ObjectNode) manifest.at(path);
        if (value == null) {
            at.remove(field);
        } else {
            at.put(field, value);
        }
        return manifest;
    }

    /** KEYWARD_DRIVER_HEALTH_PORT is health.port where the driver reads it. */
    private static String ofDriver(String variable) {
        return variable.replace("KEYWARD_DRIVER_", "").toLowerCase(Locale.ROOT).replace('_', '.');
    }

    private static int seconds(JsonNode value) {
        return Integer.parseInt(value.asText().replaceAll("[sS]$", ""));
    }

    /** Every setting as a variable, from the interfaces that declare them. */
    private static Set<String> settings() {
        return Stream.of("libs", "config-service", "endpoint-service", "validation-service")
                .map(ROOT::resolve)
                .filter(Files::isDirectory)
                .flatMap(ManifestsTest::sources)
                .map(ManifestsTest::text)
                .flatMap(ManifestsTest::declared)
                .collect(Collectors.toSet());
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(source -> source.toString().contains("src/main/java"))
                    .filter(source -> source.toString().endsWith(".java"))
                    .toList()
                    .stream();
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

    private static String asVariable(String property) {
        return property.replaceAll("([a-z])([A-Z])", "$1_$2")
                .replaceAll("[.-]", "_")
                .toUpperCase(Locale.ROOT);
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
