package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.contracts.Topics;
import io.keyward.e2e.clients.EndpointWaiter;
import io.keyward.e2e.cloud.VpcEndpoints.VpcEndpoint;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.e2e.stage.TenantEndpoints;
import io.keyward.testkit.Rule;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What becomes of an endpoint that is removed or rejected in the cloud. The other side has to approve every new one, as a customer's vault does; each test
 * has a region for itself.
 */
@ExtendWith(Stage.Extension.class)
@Execution(ExecutionMode.CONCURRENT)
@Rule("E6")
class RecreationScenario {
    private static final String CLUSTER = "orders";
    private static final String ENDPOINT_ALERT = "ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_FAILED";
    private static final int REPLACEMENTS_A_DAY = 3;

    private final Stage stage;
    private String region = "";

    RecreationScenario(Stage stage) {
        this.stage = stage;
    }

    @AfterEach
    void nobodyHasToApproveAnyMore() {
        stage.vpcEndpoints().createAsUsual(region);
    }

    @Test
    @Rule({"E2", "P2", "V3"})
    void aRejectedEndpointIsReplacedAndItsKeyIsNotTakenForRevoked() {
        // Given
        region = "me-central-1";
        Tenant tenant = approved();
        TenantEndpoints endpoints = tenant.endpoints();
        tenant.createCluster(CLUSTER).expect(201);
        tenant.awaitRunning(CLUSTER);
        awaitOnPrivatePath(tenant);
        String old = endpoints.id(region);

        // When
        stage.vpcEndpoints().reject(endpoints.reference(old));

        // Then
        endpoints.awaitStatus(old, "PENDING_RECREATION");
        String replacement = endpoints.awaitReplacement(old);
        JsonNode waiting = endpoints.awaitStatus(replacement, "PENDING_ACCEPTANCE");
        assertThat(endpoints.view(replacement).path("replaces").asText()).isEqualTo(old);
        assertThat(condition(endpoints.view(replacement), "Approved")
                        .path("status")
                        .asText())
                .isEqualTo("FALSE");
        Tenant.waiting().untilAsserted(() -> {
            JsonNode check = tenant.lastCheck();
            assertThat(check.path("outcome").asText()).isEqualTo("INCONCLUSIVE");
            assertThat(check.path("reason").asText()).isEqualTo("PRIVATE_ENDPOINT_MISSING");
            assertThat(check.path("checks").asInt()).isGreaterThanOrEqualTo(3);
        });
        Tenant.assertRunning(tenant.cluster(CLUSTER));
        tenant.createCluster("another").expect(400);

        // When
        stage.vpcEndpoints()
                .approve(waiting.path("privateEndpointConnectionName").asText());

        // Then
        endpoints.awaitStatus(replacement, "ACTIVE");
        endpoints.awaitGone(old);
        assertThat(condition(endpoints.view(replacement), "Usable")
                        .path("status")
                        .asText())
                .isEqualTo("TRUE");
        Tenant.waiting().untilAsserted(() -> {
            assertThat(tenant.lastCheck().path("outcome").asText()).isEqualTo("VALID");
            assertThat(tenant.alerts("OPEN")).isEmpty();
        });
        awaitOnPrivatePath(tenant);
        assertThat(stopRequests(tenant)).isZero();
        assertThat(standing(tenant)).singleElement().returns(replacement, VpcEndpoint::clientToken);
    }

    @Test
    @Rule("N3")
    void aCustomerWhoKeepsRejectingIsToldInTheEnd() {
        // Given
        region = "eu-central-2";
        Tenant tenant = approved();
        TenantEndpoints endpoints = tenant.endpoints();
        String newest = endpoints.id(region);

        // When
        for (int replacements = 0; replacements < REPLACEMENTS_A_DAY; replacements++) {
            stage.vpcEndpoints().reject(endpoints.reference(newest));
            newest = endpoints.awaitReplacement(newest);
            endpoints.awaitStatus(newest, "PENDING_ACCEPTANCE");
        }
        stage.vpcEndpoints().reject(endpoints.reference(newest));

        // Then
        JsonNode last = endpoints.awaitStatus(newest, "FAILED");
        assertThat(last.path("errorMessage").asText()).isNotBlank();
        assertThat(endpoints.list())
                .filteredOn(endpoint -> !endpoint.equals(last))
                .hasSize(REPLACEMENTS_A_DAY)
                .allSatisfy(
                        endpoint -> assertThat(endpoint.path("status").asText()).isEqualTo("PENDING_RECREATION"));
        Tenant.waiting().untilAsserted(() -> assertThat(tenant.alerts("OPEN", ENDPOINT_ALERT))
                .anySatisfy(alert -> assertThat(alert.at("/keyward/explanation").asText())
                        .contains(last.path("errorMessage").asText())));
        endpoints.create(region).expect(409);

        // When
        EndpointWaiter client = new EndpointWaiter(endpoints);
        endpoints.delete(newest).expect(204);

        // Then
        client.untilGone(newest);
        Tenant.waiting().untilAsserted(() -> {
            assertThat(endpoints.list()).isEmpty();
            assertThat(standing(tenant)).isEmpty();
            assertThat(tenant.alerts("OPEN", ENDPOINT_ALERT)).isEmpty();
        });
    }

    @Test
    void aClientThatAsksAgainGetsTheReplacement() {
        // Given
        region = "eu-south-2";
        Tenant tenant = Tenant.covered(stage, region);
        TenantEndpoints endpoints = tenant.endpoints();
        String old = endpoints.id(region);

        // When
        stage.vpcEndpoints().happen(endpoints.reference(old), "delete");

        // Then
        endpoints.awaitGone(old);

        // When
        String asked = endpoints.create(region).expect(202).at("/id");

        // Then
        assertThat(asked).isEqualTo(endpoints.id(region)).isNotEqualTo(old);
        assertThat(new EndpointWaiter(endpoints).untilMade(asked).path("status").asText())
                .isEqualTo("ACTIVE");
        endpoints.create(region).expect(409);
        assertThat(standing(tenant)).singleElement().returns(asked, VpcEndpoint::clientToken);
    }

    @Test
    void anEndpointThatIsApprovedAfterAllStaysAndItsReplacementGoes() {
        // Given
        region = "ap-south-2";
        Tenant tenant = approved();
        TenantEndpoints endpoints = tenant.endpoints();
        String old = endpoints.id(region);
        String reference = endpoints.reference(old);
        stage.vpcEndpoints().reject(reference);
        String replacement = endpoints.awaitReplacement(old);
        endpoints.awaitStatus(replacement, "PENDING_ACCEPTANCE");

        // When
        stage.vpcEndpoints().approve(reference);

        // Then
        endpoints.awaitStatus(old, "ACTIVE");
        endpoints.awaitGone(replacement);
        Tenant.waiting()
                .untilAsserted(
                        () -> assertThat(standing(tenant)).singleElement().returns(old, VpcEndpoint::clientToken));
        Tenant.waiting().untilAsserted(() -> assertThat(tenant.alerts("OPEN", ENDPOINT_ALERT))
                .isEmpty());
    }

    /** A tenant whose endpoint was let in, as every further one in that region has to be. */
    private Tenant approved() {
        stage.vpcEndpoints().demandApproval(region);
        Tenant tenant = Tenant.arrive(stage, region);
        tenant.configure().expect(200);
        tenant.privateNetworking(true).expect(200);
        String id = tenant.endpoints().create(region).expect(202).at("/id");
        JsonNode made = new EndpointWaiter(tenant.endpoints()).untilMade(id);
        assertThat(made.path("status").asText()).isEqualTo("PENDING_ACCEPTANCE");
        stage.vpcEndpoints().approve(made.path("privateEndpointConnectionName").asText());
        tenant.endpoints().awaitStatus(id, "ACTIVE");
        return tenant;
    }

    private static void awaitOnPrivatePath(Tenant tenant) {
        Tenant.waiting().untilAsserted(() -> assertThat(
                        tenant.cluster(CLUSTER).at("/customerKey/privatePath").asBoolean())
                .isTrue());
    }

    private static JsonNode condition(JsonNode view, String type) {
        return view.path("conditions")
                .valueStream()
                .filter(condition -> condition.path("type").asText().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no condition " + type + ": " + view));
    }

    private long stopRequests(Tenant tenant) {
        return stage.events().typesOf(Topics.ENFORCEMENT, tenant.clusterId(CLUSTER)).stream()
                .filter("keyward.cluster.stop-requested.v1"::equals)
                .count();
    }

    private List<VpcEndpoint> standing(Tenant tenant) {
        return stage.vpcEndpoints().of(tenant.groupId()).stream()
                .filter(VpcEndpoint::exists)
                .toList();
    }
}
