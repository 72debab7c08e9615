package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.e2e.clients.EndpointWaiter;
import io.keyward.e2e.cloud.Outages.NetworkOutage;
import io.keyward.e2e.cloud.VpcEndpoints.VpcEndpoint;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.testkit.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A region in which EC2 cannot be asked: what is elsewhere does not wait for it, and what is there comes to an end, and back. */
@ExtendWith(Stage.Extension.class)
@Execution(ExecutionMode.CONCURRENT)
class EndpointOutageScenario {
    /** For each outage a region, in which only one tenant is. */
    private static final Map<NetworkOutage, String> CUT_OFF = Map.of(
            NetworkOutage.UNREACHABLE, "mx-central-1",
            NetworkOutage.SILENT, "ap-east-1",
            NetworkOutage.THROTTLED, "us-east-2");

    private static final String WELL = "us-east-1";
    private static final String SLOW = "af-south-1";
    private static final Duration DELAY = Duration.ofMillis(1500);

    private final Stage stage;
    /** The tests run side by side: each gives back the regions that it took away itself. */
    private final List<String> disturbed = new ArrayList<>();

    EndpointOutageScenario(Stage stage) {
        this.stage = stage;
    }

    @AfterEach
    void everybodyAnswersAgain() {
        disturbed.forEach(stage.outages()::endNetwork);
    }

    @Test
    @Rule({"E3", "E4", "E12"})
    void endpointsInRegionsThatAreDownFailWithAReasonAndComeBackByThemselves() {
        // Given
        Tenant tenant = Tenant.arriveWithReplicas(stage, WELL, CUT_OFF.values().toArray(String[]::new));
        tenant.configure().expect(200);
        tenant.privateNetworking(true).expect(200);
        EndpointWaiter client = new EndpointWaiter(tenant.endpoints());
        disturbed.addAll(CUT_OFF.values());
        CUT_OFF.forEach((outage, region) -> stage.outages().beginNetwork(region, outage));

        // When
        Map<String, String> stuck =
                CUT_OFF.values().stream().collect(Collectors.toMap(region -> region, region -> ask(tenant, region)));
        String well = ask(tenant, WELL);

        // Then
        assertThat(client.untilMade(well).path("status").asText()).isEqualTo("ACTIVE");
        assertThat(stuck.values()).allSatisfy(id -> {
            patience().untilAsserted(() -> assertThat(
                            tenant.endpoints().view(id).at("/region/trouble").asText())
                    .isNotBlank());
            JsonNode failed = client.untilMade(id);
            assertThat(failed.path("status").asText()).isEqualTo("FAILED");
            assertThat(failed.path("errorMessage").asText()).isNotBlank();
        });

        // When
        CUT_OFF.values().forEach(stage.outages()::endNetwork);

        // Then
        stuck.forEach((region, id) -> patience().untilAsserted(() -> {
            assertThat(tenant.endpoints().get(id).expect(200).at("/status")).isEqualTo("ACTIVE");
            assertThat(stage.vpcEndpoints().of(tenant.groupId(), region))
                    .singleElement()
                    .returns(id, VpcEndpoint::clientToken);
        }));
    }

    @Test
    @Rule({"E3", "E4"})
    void anEndpointInARegionThatIsSlowIsMadeInTheEnd() {
        // Given
        Tenant tenant = Tenant.arriveWithReplicas(stage, WELL, SLOW);
        tenant.configure().expect(200);
        tenant.privateNetworking(true).expect(200);
        EndpointWaiter client = new EndpointWaiter(tenant.endpoints());
        disturbed.add(SLOW);
        stage.outages().delayNetwork(SLOW, DELAY);

        // When
        String slow = ask(tenant, SLOW);
        String well = ask(tenant, WELL);

        // Then
        assertThat(client.untilMade(well).path("status").asText()).isEqualTo("ACTIVE");
        assertThat(client.untilMade(slow).path("status").asText()).isEqualTo("ACTIVE");
    }

    private static String ask(Tenant tenant, String region) {
        return tenant.endpoints().create(region).expect(202).at("/id");
    }

    private static ConditionFactory patience() {
        return await().atMost(Duration.ofSeconds(45)).pollInterval(Duration.ofMillis(200));
    }
}
