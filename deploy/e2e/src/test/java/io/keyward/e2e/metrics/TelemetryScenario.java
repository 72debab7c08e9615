package io.keyward.e2e.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.contracts.Topics;
import io.keyward.e2e.http.Curl;
import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Collector.Step;
import io.keyward.e2e.stage.Message;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.local.folder.Credentials;
import io.keyward.testkit.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a request caused is found again: in the log by its id, and in all services by its trace, by way of Kafka. */
@ExtendWith(Stage.Extension.class)
class TelemetryScenario {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| (`\\w+`(?:, `\\w+`)*) \\|");
    private static final Pattern KEY_MATERIAL = Pattern.compile("\"value\"\\s*:\\s*\"([^\"]+)\"");
    private static final int SECRETS_AT_LEAST = 8;
    private static final String STOP = "keyward.cluster.stop-requested.v1";
    private static final String STOPPED = "keyward.cluster.stopped.v1";

    private final Stage stage;

    TelemetryScenario(Stage stage) {
        this.stage = stage;
    }

    @Test
    void whatAnOperatorDoesIsInTheLogUnderTheIdOfItsRequest() throws IOException {
        String id = "it-" + UUID.randomUUID();

        Reply reply = Curl.run(
                "--request",
                "PUT",
                "--header",
                "Authorization: Bearer " + stage.operators().token(),
                "--header",
                "Content-Type: application/json",
                "--header",
                "X-Request-Id: " + id,
                "--data",
                "{\"frozen\":false}",
                stage.baseUrl().resolve("/api/keyward/v1/enforcement").toString());

        assertThat(reply.expect(200).header("X-Request-Id")).contains(id);
        Tenant.waiting().untilAsserted(() -> assertThat(lines("\"" + id + "\"")).anySatisfy(line -> {
            assertThat(line.at("/mdc/requestId").asText()).isEqualTo(id);
            assertThat(line.at("/mdc/frozen").asText()).isEqualTo("false");
            assertThat(line.path("service").asText()).isEqualTo("validation-service");
        }));
        Set<String> listed = listed();
        assertThat(lines("")).allSatisfy(line -> {
            assertThat(line.fieldNames()).toIterable().isSubsetOf(listed);
            assertThat(line.path("mdc").fieldNames()).toIterable().isSubsetOf(listed);
        });
    }

    @Test
    @Rule("P4")
    void noSecretOfTheInstallationIsInTheLog() {
        String logs = stage.logs();

        assertThat(secrets()).hasSizeGreaterThanOrEqualTo(SECRETS_AT_LEAST).allSatisfy((name, secret) -> {
            assertThat(secret).as(name).isNotBlank();
            assertThat(logs.contains(secret)).as(name + " in the logs").isFalse();
        });
    }

    @Test
    void aTraceLeadsFromThePatchToTheStoppedCluster() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "us-west-2", "traced");
        String clusterId = tenant.clusterId("traced");
        String trace = UUID.randomUUID().toString().replace("-", "");
        stage.collector().follow(trace);
        stage.driver().hold(clusterId);

        // When
        send("PATCH", stage.user(), parent(trace), tenant.project("/clusters/traced"), "{\"paused\":true}");
        Tenant.waiting().until(() -> told(clusterId, STOP, trace).size() == 1);
        Message request = told(clusterId, STOP, trace).getFirst();
        send(
                "PUT",
                stage.stack().credentials().driverPublicKey() + ":"
                        + stage.stack().credentials().driverPrivateKey(),
                request.headers().get("traceparent"),
                "/api/keyward/v1/clusters/" + clusterId + "/observed",
                "{\"requestRevision\":%d,\"state\":\"STOPPED\"}"
                        .formatted(request.value()
                                .at("/enforcement/requestRevision")
                                .asLong()));

        // Then
        Tenant.waiting().untilAsserted(() -> assertIsWhole(stage.collector().of(trace)));
        assertThat(told(clusterId, STOPPED, trace)).isNotEmpty();
        stage.driver().release(clusterId);
    }

    @Test
    void theIdThatARequestWasGivenLeadsToWhatItCaused() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "us-west-2", "asked");
        String clusterId = tenant.clusterId("asked");

        // When
        Reply reply = send("PATCH", stage.user(), "none", tenant.project("/clusters/asked"), "{\"paused\":true}");

        // Then
        String id = reply.header("X-Request-Id").orElseThrow();
        assertThat(id).matches("[0-9a-f]{32}");
        Tenant.waiting().until(() -> told(clusterId, STOP, id).size() == 1);
    }

    /** From the request to the cluster that was seen stopped; each event is handled after a step that is known. */
    private static void assertIsWhole(List<Step> steps) {
        assertThat(steps)
                .extracting(step -> step.service() + ": " + step.name())
                .contains(
                        "config-service: PATCH /api/atlas/v2/groups/{id}/clusters/traced",
                        "validation-service: handle keyward.cluster.updated.v1",
                        "config-service: handle " + STOP,
                        "validation-service: PUT /api/keyward/v1/clusters/{id}/observed",
                        "config-service: handle " + STOPPED);
        Set<String> known = steps.stream().map(Step::id).collect(Collectors.toSet());
        assertThat(steps).filteredOn(step -> step.name().startsWith("handle ")).allSatisfy(step -> assertThat(known)
                .contains(step.parent()));
    }

    private Reply send(String method, String user, String parent, String path, String body) {
        return Curl.run(
                        "--digest",
                        "--user",
                        user,
                        "--request",
                        method,
                        "--header",
                        "traceparent: " + parent,
                        "--header",
                        "Accept: application/vnd.atlas.2025-03-12+json, application/json",
                        "--header",
                        "Content-Type: "
                                + (path.contains("/atlas/")
                                        ? "application/vnd.atlas.2025-03-12+json"
                                        : "application/json"),
                        "--data",
                        body,
                        stage.baseUrl().resolve(path).toString())
                .expect(200);
    }

    private Map<String, String> secrets() {
        Credentials all = stage.stack().credentials();
        Map<String, String> secrets = new HashMap<>(Map.of(
                "the owner's private key", all.privateKey(),
                "HA1", stage.ha1(),
                "the service account's secret", all.clientSecret(),
                "the driver's private key", all.driverPrivateKey(),
                "the operator's token", stage.operators().token(),
                "the secret of nonces", all.nonceSecret()));
        KEY_MATERIAL
                .matcher(all.sealingKeyset() + all.internalKeyset())
                .results()
                .forEach(found -> secrets.put("key " + secrets.size(), found.group(1)));
        return secrets;
    }

    private static String parent(String trace) {
        return "00-" + trace + "-00f067aa0ba902b7-01";
    }

    private List<Message> told(String clusterId, String type, String trace) {
        return stage.events().of(Topics.ENFORCEMENT, clusterId).stream()
                .filter(message -> message.type().equals(type))
                .filter(message ->
                        message.headers().getOrDefault("traceparent", "").contains(trace))
                .toList();
    }

    /** What the services said as the production profile has them say it; the virtual machine has lines of its own. */
    private List<JsonNode> lines(String part) {
        return stage.logs()
                .lines()
                .filter(line -> line.startsWith("{") && line.contains(part))
                .map(TelemetryScenario::read)
                .toList();
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            // The last line may be under way.
            return JSON.createObjectNode();
        }
    }

    private static Set<String> listed() throws IOException {
        String page = Files.readString(MetricsPage.REPOSITORY.resolve("docs/operations/logs.md"));
        return LISTED.matcher(page)
                .results()
                .flatMap(row -> Pattern.compile("\\w+").matcher(row.group(1)).results())
                .map(name -> name.group())
                .collect(Collectors.toSet());
    }
}
