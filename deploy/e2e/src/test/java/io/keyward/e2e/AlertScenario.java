package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.contracts.Topics;
import io.keyward.e2e.cloud.Outages.Outage;
import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Mails.Mail;
import io.keyward.e2e.stage.Message;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.e2e.stage.Wire;
import io.keyward.testkit.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People hear of what concerns them: once when it begins, and once when it is over. */
@ExtendWith(Stage.Extension.class)
class AlertScenario {
    private static final String KEY_ALERT = "AWS_ENCRYPTION_KEY_INVALID";
    private static final String NETWORK_ALERT = "ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED";
    private static final String ENDPOINT_ALERT = "ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_FAILED";
    private static final String STOP_ALERT = "CLUSTER_STOP_NOT_OBSERVED";
    /** Only one tenant is there. */
    private static final String CUT_OFF = "eu-north-1";

    private static final String OWNER = "owner@keyward.example";

    private final Stage stage;

    AlertScenario(Stage stage) {
        this.stage = stage;
    }

    @AfterEach
    void everyMessageIsAsTheContractSays() {
        stage.outages().end(CUT_OFF);
        List<Message> messages = stage.events().all().stream()
                .filter(message -> List.of(Topics.ENDPOINTS, Topics.ALERTS).contains(message.topic()))
                .toList();
        assertThat(messages).isNotEmpty().allSatisfy(Wire::verify);
    }

    @Test
    @Rule({"N3", "N4", "P6"})
    void aKeyThatIsTakenAwayIsToldWithItsEvidenceUntilItIsBack() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "us-east-1", "orders");
        tenant.createCluster("invoices").expect(201);
        tenant.awaitRunning("invoices");

        // When
        tenant.disableKey();

        // Then
        JsonNode alert = awaitAlertOn(tenant, KEY_ALERT, "orders", "invoices");
        assertThat(alert.at("/keyward/reason").asText()).isEqualTo("KEY_DISABLED");
        assertThat(alert.at("/keyward/region").asText()).isEqualTo("us-east-1");
        assertThat(alert.at("/keyward/subject").toString()).contains(tenant.keyArn());
        assertThat(alert.at("/keyward/explanation").asText()).isNotBlank();
        assertThat(alert.at("/keyward/remedy").asText()).isNotBlank();
        assertThat(alert.at("/keyward/calls")).isNotEmpty().allSatisfy(call -> {
            assertThat(call.path("requestId").asText()).isNotBlank();
            assertThat(call.path("path").asText()).isEqualTo("PUBLIC");
        });
        Mail bad = awaitMails(tenant, 1).getFirst();
        assertThat(bad.to()).contains(OWNER);
        assertThat(bad.text()).contains("orders", "invoices", tenant.keyArn());
        List.of("orders", "invoices").forEach(tenant::awaitStopped);

        // When
        String path = tenant.project("/alerts/" + alert.path("id").asText());
        Reply acknowledged = stage.api()
                .patch(path, "{\"acknowledgedUntil\":\"2120-01-01T00:00:00Z\",\"acknowledgementComment\":\"on it\"}");

        // Then
        assertThat(acknowledged.expect(200).at("/acknowledgementComment")).isEqualTo("on it");
        assertThat(acknowledged.at("/acknowledgedUntil")).startsWith("2120-01-01");
        assertThat(acknowledged.at("/acknowledgingUsername")).isNotBlank();
        assertThat(acknowledged.at("/status")).isEqualTo("OPEN");

        // When
        tenant.enableKey();

        // Then
        awaitClosed(tenant, KEY_ALERT);
        List.of("orders", "invoices").forEach(tenant::awaitRunning);
        Mail good = awaitMails(tenant, 2).getLast();
        assertThat(good.text()).contains("orders", "invoices");
        assertThat(good.messageId()).isNotEqualTo(bad.messageId());
        assertThat(stage.api().get(path).expect(200).at("/resolved")).isNotBlank();
        awaitEvents(alert, "keyward.alert.opened.v1", "keyward.alert.acknowledged.v1", "keyward.alert.closed.v1");
    }

    @Test
    @Rule({"V3", "N2", "P2"})
    void aKeyManagementThatCannotBeReachedIsToldAfterAWhile() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, CUT_OFF, "orders");
        assertThat(stage.api().get(tenant.project("/alertConfigs")).expect(200).results())
                .anySatisfy(config -> {
                    assertThat(config.path("eventTypeName").asText()).isEqualTo(NETWORK_ALERT);
                    assertThat(config.path("enabled").asBoolean()).isTrue();
                });

        // When
        stage.outages().begin(CUT_OFF, Outage.UNREACHABLE);

        // Then
        JsonNode alert = awaitAlertOn(tenant, NETWORK_ALERT, "orders");
        Duration waited = Duration.between(
                Instant.parse(alert.at("/keyward/since").asText()),
                Instant.parse(alert.path("created").asText()));
        assertThat(waited).isGreaterThanOrEqualTo(Stage.NETWORK_DELAY);
        assertThat(awaitMails(tenant, 1).getFirst().text()).contains("orders", CUT_OFF);
        Tenant.assertRunning(tenant.cluster("orders"));

        // When
        stage.outages().end(CUT_OFF);

        // Then
        awaitClosed(tenant, NETWORK_ALERT);
        awaitMails(tenant, 2);
        Tenant.assertRunning(tenant.cluster("orders"));
    }

    @Test
    @Rule({"E4", "N3"})
    void anEndpointThatCannotBeMadeIsTold() {
        // Given
        String region = "eu-south-1";
        Tenant tenant = Tenant.arrive(stage, region);
        tenant.configure().expect(200);
        tenant.privateNetworking(true).expect(200);
        stage.vpcEndpoints().creationsEnd(region, "failed");

        // When
        tenant.endpoints().create(region).expect(202);

        // Then
        JsonNode endpoint = tenant.endpoints().await(region, "FAILED");
        assertThat(endpoint.path("errorMessage").asText()).isNotBlank();
        JsonNode alert = awaitAlertOn(tenant, ENDPOINT_ALERT);
        assertThat(alert.at("/keyward/subject/id").asText())
                .isEqualTo(endpoint.path("id").asText());
        assertThat(alert.at("/keyward/remedy").asText()).isNotBlank();
        assertThat(awaitMails(tenant, 1).getFirst().text()).contains(region);

        // When
        stage.vpcEndpoints().createAsUsual(region);
        tenant.endpoints().remove(region);

        // Then
        awaitClosed(tenant, ENDPOINT_ALERT);
    }

    @Test
    @Rule({"P1"})
    void aStopThatNobodySeesIsTold() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "us-east-1", "stubborn");
        String clusterId = tenant.clusterId("stubborn");
        stage.driver().hold(clusterId);

        // When
        tenant.disableKey();

        // Then
        JsonNode alert = awaitAlertOn(tenant, STOP_ALERT, "stubborn");
        assertThat(alert.at("/keyward/subject/id").asText()).isEqualTo(clusterId);
        assertThat(alert.at("/keyward/explanation").asText()).isNotBlank();
        assertThat(tenant.cluster("stubborn").path("paused").asBoolean()).isFalse();

        // When
        stage.driver().release(clusterId);

        // Then
        awaitClosed(tenant, STOP_ALERT);
        tenant.awaitStopped("stubborn");
        assertThat(tenant.alerts("OPEN", KEY_ALERT)).hasSize(1);
    }

    /** Waits for the one open alert of that type to concern these clusters. */
    private static JsonNode awaitAlertOn(Tenant tenant, String type, String... clusters) {
        JsonNode[] seen = new JsonNode[1];
        waiting().untilAsserted(() -> {
            List<JsonNode> open = tenant.alerts("OPEN", type);
            assertThat(open).hasSize(1);
            seen[0] = open.getFirst();
            assertThat(seen[0].at("/keyward/clusters").findValuesAsText("name")).containsExactlyInAnyOrder(clusters);
        });
        return seen[0];
    }

    private static void awaitClosed(Tenant tenant, String type) {
        waiting().untilAsserted(() -> {
            assertThat(tenant.alerts("OPEN", type)).isEmpty();
            assertThat(tenant.alerts("CLOSED", type)).hasSize(1);
        });
    }

    private List<Mail> awaitMails(Tenant tenant, int count) {
        waiting().untilAsserted(() -> assertThat(stage.mails().about(tenant)).hasSizeGreaterThanOrEqualTo(count));
        List<Mail> mails = stage.mails().about(tenant);
        assertThat(mails).hasSize(count);
        return mails;
    }

    private void awaitEvents(JsonNode alert, String... types) {
        waiting().untilAsserted(() -> assertThat(
                        stage.events().typesOf(Topics.ALERTS, alert.path("id").asText()))
                .filteredOn(type -> !type.equals("keyward.alert.updated.v1"))
                .containsExactly(types));
    }

    private static ConditionFactory waiting() {
        return await().atMost(Duration.ofSeconds(45))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions();
    }
}
