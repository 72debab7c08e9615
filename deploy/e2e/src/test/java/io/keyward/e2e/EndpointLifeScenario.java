package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.e2e.clients.EndpointWaiter;
import io.keyward.e2e.cloud.VpcEndpoints.VpcEndpoint;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.testkit.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An endpoint's way out, from wherever it is. Each situation has a region for itself, because what becomes of new endpoints is a region's. */
@ExtendWith(Stage.Extension.class)
@Execution(ExecutionMode.CONCURRENT)
class EndpointLifeScenario {
    private static final String HOME = "ap-southeast-5";
    private static final String[] AWAY = {"ap-southeast-6", "ap-southeast-7", "il-central-1"};

    private final Stage stage;

    EndpointLifeScenario(Stage stage) {
        this.stage = stage;
    }

    /** Where an endpoint can be in its life. */
    enum Situation {
        INITIATING("ap-northeast-1", "pending"),
        PENDING_ACCEPTANCE("ap-northeast-2", "pendingAcceptance"),
        ACTIVE("ap-northeast-3", "available"),
        FAILED("ap-southeast-1", "failed"),
        PENDING_RECREATION("ap-southeast-3", "available"),
        DELETING("ap-southeast-4", "available");

        private final String region;
        private final String made;

        Situation(String region, String made) {
            this.region = region;
            this.made = made;
        }
    }

    @AfterAll
    static void everythingIsMadeAsUsual(Stage stage) {
        Stream.of(Situation.values()).forEach(situation -> stage.vpcEndpoints().createAsUsual(situation.region));
    }

    @ParameterizedTest
    @EnumSource
    @Rule({"E5", "E7"})
    void anEndpointIsDeletedFromWhereverItIs(Situation situation) {
        // Given
        Tenant tenant = overPrivatePaths(situation.region);
        stage.vpcEndpoints().creationsEnd(situation.region, situation.made);
        String id = bring(tenant, situation);
        EndpointWaiter client = new EndpointWaiter(tenant.endpoints());

        // When
        tenant.endpoints().delete(id).expect(204);

        // Then
        client.untilGone(id);
        assertThat(tenant.endpoints().list())
                .as("whatever replaces it goes with it, and before it")
                .isEmpty();
        Tenant.waiting().untilAsserted(() -> assertThat(standing(tenant)).isEmpty());
        tenant.endpoints().delete(id).expect(404);

        // When
        stage.vpcEndpoints().createAsUsual(situation.region);
        String next = tenant.endpoints().create(situation.region).expect(202).at("/id");

        // Then
        assertThat(client.untilMade(next).path("status").asText()).isEqualTo("ACTIVE");
    }

    @Test
    @Rule({"E5", "E12"})
    void anEndpointThatIsDeletedAtOnceLeavesNothingInTheCloud() {
        // Given
        Tenant tenant = Tenant.arriveWithReplicas(stage, HOME, AWAY);
        tenant.configure().expect(200);
        tenant.privateNetworking(true).expect(200);

        // When
        Map<String, String> ids = Stream.concat(Stream.of(HOME), Stream.of(AWAY))
                .collect(Collectors.toMap(region -> region, region -> createAndDelete(tenant, region)));

        // Then
        EndpointWaiter client = new EndpointWaiter(tenant.endpoints());
        ids.values().forEach(client::untilGone);
        assertThat(tenant.endpoints().list()).isEmpty();
        Tenant.waiting().untilAsserted(() -> assertThat(standing(tenant)).isEmpty());
        tenant.privateNetworking(false).expect(200);
    }

    private static String createAndDelete(Tenant tenant, String region) {
        String id = tenant.endpoints().create(region).expect(202).at("/id");
        tenant.endpoints().delete(id).expect(204);
        assertThat(tenant.endpoints().get(id))
                .matches(
                        reply -> reply.status() == 404 || reply.at("/status").equals("DELETING"),
                        "on its way out in the first look");
        return id;
    }

    private Tenant overPrivatePaths(String region) {
        Tenant tenant = Tenant.arrive(stage, region);
        tenant.configure().expect(200);
        tenant.privateNetworking(true).expect(200);
        return tenant;
    }

    private String bring(Tenant tenant, Situation situation) {
        String id = tenant.endpoints().create(situation.region).expect(202).at("/id");
        switch (situation) {
            case INITIATING ->
                Tenant.waiting()
                        .until(
                                () -> tenant.endpoints().get(id).json(),
                                endpoint -> endpoint.path("status").asText().equals("INITIATING")
                                        && endpoint.path("privateEndpointConnectionName")
                                                .isTextual());
            case PENDING_ACCEPTANCE, ACTIVE, FAILED -> tenant.endpoints().awaitStatus(id, situation.name());
            case PENDING_RECREATION -> lose(tenant, situation.region, id);
            case DELETING -> {
                tenant.endpoints().awaitStatus(id, "ACTIVE");
                tenant.endpoints().delete(id).expect(204);
            }
        }
        return id;
    }

    /** The replacement waits to be approved, or the loss would be over at once. */
    private void lose(Tenant tenant, String region, String id) {
        JsonNode endpoint = tenant.endpoints().awaitStatus(id, "ACTIVE");
        stage.vpcEndpoints().demandApproval(region);
        stage.vpcEndpoints()
                .happen(endpoint.path("privateEndpointConnectionName").asText(), "vanish");
        tenant.endpoints().awaitStatus(id, "PENDING_RECREATION");
        tenant.endpoints().awaitStatus(tenant.endpoints().awaitReplacement(id), "PENDING_ACCEPTANCE");
    }

    private List<VpcEndpoint> standing(Tenant tenant) {
        return stage.vpcEndpoints().of(tenant.groupId()).stream()
                .filter(VpcEndpoint::exists)
                .toList();
    }
}
