package io.keyward.local.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.testkit.npm.NpmPackages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others publish says the same of our overlays: kubectl puts them together as our tests do, and a policy linter finds nothing that we did not decide. */
@EnabledIfSystemProperty(
        named = "keyward.manifest-tools",
        matches = "true",
        disabledReason = "needs kubectl, and fetches a linter with npm; asked for with ./keyward test --manifest-tools")
@TestInstance(Lifecycle.PER_CLASS)
class PublishedToolsTest {
    private static final Path KUBERNETES = Path.of("../../deploy/kubernetes");
    private static final Path FOLDER = Path.of("target", "policy-linter").toAbsolutePath();
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What kustomize puts behind the name of a map that it generated. */
    private static final Pattern GENERATED = Pattern.compile("(?m)^  name: ([a-z-]+)(-[0-9a-z]{10})$");
    /** Decided otherwise: a service may use the processor that nobody else wants, and the driver talks to the API server. */
    private static final List<String> DECIDED = List.of(
            "KBP003 Deployment/config-service",
            "KBP003 Deployment/endpoint-service",
            "KBP003 Deployment/validation-service",
            "KBP003 Deployment/kubernetes-driver",
            "KBP106 Deployment/kubernetes-driver");

    private NpmPackages packages;

    @BeforeAll
    void theLinter() throws IOException, InterruptedException {
        packages = NpmPackages.install(FOLDER, "@monokle/validation@0.33.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "production", "production-percona"})
    void kubectlBuildsWhatWeTest(String overlay) throws IOException, InterruptedException {
        // When
        List<ObjectNode> published = Kustomize.documents(withoutHashes(kubectl(overlay)));

        // Then
        assertThat(published).containsExactlyInAnyOrderElementsOf(Kustomize.build(overlay(overlay)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "production", "production-percona"})
    void theLinterFindsOnlyWhatWasDecided(String overlay) throws IOException, InterruptedException {
        // When
        JsonNode answer = lint(Kustomize.build(overlay(overlay)));

        // Then
        assertThat(answer.path("rules").size()).isGreaterThan(60);
        assertThat(findings(answer)).isSubsetOf(DECIDED);
    }

    @Test
    void theLinterFindsWhatIsWrong() throws IOException, InterruptedException {
        // Given
        List<ObjectNode> manifests = Kustomize.build(overlay("production"));
        ObjectNode pod = (ObjectNode) manifests.stream()
                .filter(manifest -> manifest.path("kind").asText().equals("Deployment"))
                .findFirst()
                .orElseThrow()
                .at("/spec/template/spec");
        pod.put("hostNetwork", true);
        ((ObjectNode) pod.at("/containers/0")).remove("securityContext");

        // Then
        assertThat(findings(lint(manifests)))
                .contains(
                        "PSS102 Deployment/config-service",
                        "KBP102 Deployment/config-service",
                        "PSS203 Deployment/config-service");
    }

    private JsonNode lint(List<ObjectNode> manifests) throws IOException, InterruptedException {
        Path file = FOLDER.resolve("manifests.json");
        JSON.writeValue(file.toFile(), manifests);
        return JSON.readTree(
                packages.run(PublishedToolsTest.class, "policies.mjs", Map.of("MANIFESTS", file.toString())));
    }

    private static List<String> findings(JsonNode answer) {
        List<String> findings = new ArrayList<>();
        answer.path("findings")
                .forEach(finding -> findings.add(finding.path("rule").asText() + " "
                        + finding.path("resource").asText()));
        return findings;
    }

    private static Path overlay(String name) {
        return KUBERNETES.resolve("overlays").resolve(name);
    }

    private static String kubectl(String overlay) throws IOException, InterruptedException {
        Path errors = FOLDER.resolve("kubectl.log");
        Process process;
        try {
            process = new ProcessBuilder(
                            "kubectl", "kustomize", overlay(overlay).toString())
                    .redirectError(errors.toFile())
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "kubectl is not installed");
            throw e;
        }
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        return output;
    }

    private static String withoutHashes(String yaml) {
        String plain = yaml;
        Matcher generated = GENERATED.matcher(yaml);
        while (generated.find()) {
            plain = plain.replace(generated.group(1) + generated.group(2), generated.group(1));
        }
        return plain;
    }
}
