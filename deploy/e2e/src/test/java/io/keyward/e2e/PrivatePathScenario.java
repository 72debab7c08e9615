package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.contracts.Topics;
import io.keyward.e2e.cloud.Trail.Call;
import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Fleet;
import io.keyward.e2e.stage.Message;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.local.service.Service;
import io.keyward.testkit.Rule;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Once a region is covered by an endpoint, its key is asked through it or not at all, whatever happens. What was really called is read in the
 * cloud's own trail.
 */
@ExtendWith(Stage.Extension.class)
@Isolated("kills services")
@TestInstance(Lifecycle.PER_CLASS)
@Rule("E9")
class PrivatePathScenario {
    private static final String NETWORK_ALERT = "ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED";
    private static final String ENDPOINT_ALERT = "ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_FAILED";
    private static final List<String> REGIONS = List.of(Fleet.HOME, Fleet.AWAY);
    /** The calls of two checks. */
    private static final int TWO_CHECKS = 6;

    private final Stage stage;
    private final Map<String, Long> coveredAt = new HashMap<>();
    private Fleet fleet;
    private Tenant tenant;

    PrivatePathScenario(Stage stage) {
        this.stage = stage;
    }

    @BeforeAll
    void twoRegionsAreCovered() {
        long before = stage.trail().latest();
        fleet = Fleet.arrive(stage);
        tenant = fleet.tenant();
        REGIONS.forEach(region -> coveredAt.put(region, firstPrivateUse(region, before)));
    }

    @AfterEach
    void noCallOfACoveredRegionWentOverTheInternet() {
        assertThat(REGIONS).allSatisfy(region -> assertThat(uses(region, coveredAt.get(region)))
                .isNotEmpty()
                .noneMatch(Call::isPublic));
    }

    @Test
    @Rule({"V1", "V5", "P6"})
    void checksTakeTheEndpointOnScheduleOnDemandAndBeforeAChange() {
        // Given
        long before = stage.trail().latest();

        // Then
        REGIONS.forEach(region -> awaitUses(region, before));

        // When
        Reply again = tenant.checkNow();

        // Then
        assertThat(again.expect(200).results()).hasSize(2).allSatisfy(check -> {
            assertThat(check.path("outcome").asText()).isEqualTo("VALID");
            assertThat(kmsPaths(check)).isNotEmpty().containsOnly("PRIVATE");
        });

        // When
        long beforePatch = stage.trail().latest();
        String keyId = tenant.keyArn().substring(tenant.keyArn().lastIndexOf('/') + 1);
        Reply renamed = tenant.configure(keyId);

        // Then
        assertThat(renamed.expect(200).at("/awsKms/valid")).isEqualTo("true");
        assertThat(uses(Fleet.HOME, beforePatch)).isNotEmpty();
    }

    @Test
    @Rule({"E12", "P3"})
    void servicesThatStartAgainStayOnTheEndpoint() {
        // When
        stage.killAndStart(Service.ENDPOINT);
        stage.killAndStart(Service.VALIDATION);
        long before = stage.trail().latest();

        // Then
        REGIONS.forEach(region -> awaitUses(region, before));
        tenant.checkNow().expect(200);
        fleet.assertAllRunning();
        assertThat(stage.vpcEndpoints().of(tenant.groupId()))
                .filteredOn(endpoint -> endpoint.exists())
                .hasSize(2);
    }

    @Test
    @Rule({"E6", "P2", "V3"})
    void anEndpointThatIsDeletedBehindOurBackEndsTheCallsAndStopsNothing() {
        // Given
        JsonNode endpoint = tenant.endpoints().of(Fleet.AWAY);
        String lost = endpoint.path("id").asText();
        stage.vpcEndpoints().demandApproval(Fleet.AWAY);

        // When
        stage.vpcEndpoints()
                .happen(endpoint.path("privateEndpointConnectionName").asText(), "delete");

        // Then
        tenant.endpoints().awaitStatus(lost, "PENDING_RECREATION");
        String replacement = tenant.endpoints().awaitReplacement(lost);
        waiting().untilAsserted(() -> {
            JsonNode check = tenant.lastCheck(Fleet.AWAY);
            assertThat(check.path("reason").asText()).isEqualTo("PRIVATE_ENDPOINT_MISSING");
            assertThat(check.path("explanation").asText()).contains(replacement, "PENDING_ACCEPTANCE");
        });
        long silent = stage.trail().latest();
        awaitUses(Fleet.HOME, silent);
        assertThat(uses(Fleet.AWAY, silent)).isEmpty();
        fleet.assertAllRunning();
        assertThat(keyEvents(Fleet.AWAY)).last().returns("keyward.key.unverified.v1", Message::type);
        JsonNode alert = awaitAlert(NETWORK_ALERT);
        assertThat(alert.at("/keyward/region").asText()).isEqualTo(Fleet.AWAY);
        assertThat(alert.at("/keyward/clusters").findValuesAsText("name"))
                .containsExactlyInAnyOrder(Fleet.AT_AWAY, Fleet.IN_BOTH);
        assertThat(awaitAlert(ENDPOINT_ALERT).at("/keyward/subject/id").asText())
                .isEqualTo(lost);

        // When
        stage.vpcEndpoints().createAsUsual(Fleet.AWAY);
        stage.vpcEndpoints().approve(tenant.endpoints().reference(replacement));
        tenant.endpoints().awaitGone(lost);

        // Then
        long restored = stage.trail().latest();
        awaitUses(Fleet.AWAY, restored);
        waiting().untilAsserted(() -> assertThat(tenant.alerts("OPEN")).isEmpty());
        assertThat(Fleet.ALL)
                .allSatisfy(cluster -> assertThat(fleet.stopRequests(cluster)).isZero());
    }

    @Test
    @Rule({"P2", "V6"})
    void anEndpointWhosePolicyDeniesKeyManagementStopsNothing() {
        // Given
        String endpoint = tenant.endpoints()
                .of(Fleet.AWAY)
                .path("privateEndpointConnectionName")
                .asText();

        // When
        stage.vpcEndpoints().denyAll(endpoint);

        // Then
        waiting().untilAsserted(() -> {
            JsonNode check = tenant.lastCheck(Fleet.AWAY);
            assertThat(check.path("reason").asText()).isEqualTo("NETWORK_POLICY");
            assertThat(check.path("checks").asInt()).isGreaterThanOrEqualTo(3);
            assertThat(check.path("remedy").asText()).isNotBlank();
        });
        fleet.assertAllRunning();

        // When
        stage.vpcEndpoints().admitAll(endpoint);

        // Then
        waiting().untilAsserted(() -> assertThat(
                        tenant.lastCheck(Fleet.AWAY).path("outcome").asText())
                .isEqualTo("VALID"));
        assertThat(Fleet.ALL)
                .allSatisfy(cluster -> assertThat(fleet.stopRequests(cluster)).isZero());
    }

    private long firstPrivateUse(String region, long after) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> uses(region, after).stream()
                                .filter(call -> !call.isPublic())
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow()
                .number();
    }

    private void awaitUses(String region, long after) {
        waiting().untilAsserted(() -> assertThat(uses(region, after)).hasSizeGreaterThanOrEqualTo(TWO_CHECKS));
    }

    private List<Call> uses(String region, long after) {
        return stage.trail().usesOf(tenant.keyArn(region), after);
    }

    private JsonNode awaitAlert(String type) {
        return waiting().until(() -> tenant.alerts("OPEN", type).getFirst(), alert -> true);
    }

    private List<Message> keyEvents(String region) {
        return stage.events().all().stream()
                .filter(message -> message.topic().equals(Topics.KEYS))
                .filter(message -> message.value().at("/facts/groupId").asText().equals(tenant.groupId()))
                .filter(message -> message.value().at("/facts/region").asText().equals(region))
                .toList();
    }

    private static List<String> kmsPaths(JsonNode check) {
        return check.path("calls")
                .valueStream()
                .filter(call -> call.path("operation").asText().startsWith("kms:"))
                .map(call -> call.path("path").asText())
                .toList();
    }

    private static ConditionFactory waiting() {
        return await().atMost(Duration.ofSeconds(45))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions();
    }
}
