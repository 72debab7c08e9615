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
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A region in which EC2 cannot be asked: what is elsewhere does not wait for it, and what is there comes to an end, and back. */
@ExtendWith(Stage.Extension.class)
@Execution(ExecutionMode.CONCURRENT)
class EndpointOutageScenario {
    /** For each outage a region, in which only one tenant is. */
    private static final List<String> CUT_OFF = List.of("mx-central-1", "ap-east-1", "us-east-2");

    private static final String WELL = "us-east-1";
    private static final String SLOW = "af-south-1";
    private static final Duration DELAY = Duration.ofMillis(1500);

    private final Stage stage;

    EndpointOutageScenario(Stage stage) {
        this.stage = stage;
    }

    @ParameterizedTest
    @EnumSource(NetworkOutage.class)
    @Rule({"E3", "E4", "E12"})
    void anEndpointInARegionThatIsDownFailsWithAReasonAndComesBackByItself(NetworkOutage outage) {
        // Given
        String region = CUT_OFF.get(outage.ordinal());
        Tenant tenant = Tenant.arriveWithReplicas(stage, WELL, region);
        tenant.configure().expect(200);
        tenant.privateNetworking(true).expect(200);
        EndpointWaiter client = new EndpointWaiter(tenant.endpoints());
        stage.outages().beginNetwork(region, outage);
        try {
            // When
            String stuck = tenant.endpoints().create(region).expect(202).at("/id");
            String well = tenant.endpoints().create(WELL).expect(202).at("/id");

            // Then
            assertThat(client.untilMade(well).path("status").asText()).isEqualTo("ACTIVE");
            assertThat(tenant.endpoints().get(stuck).at("/status")).isEqualTo("INITIATING");
            assertThat(tenant.endpoints().view(stuck).at("/region/trouble").asText())
                    .isNotBlank();
            JsonNode failed = client.untilMade(stuck);
            assertThat(failed.path("status").asText()).isEqualTo("FAILED");
            assertThat(failed.path("errorMessage").asText()).isNotBlank();

            // When
            stage.outages().endNetwork(region);

            // Then
            patience().untilAsserted(() -> assertThat(
                            tenant.endpoints().get(stuck).expect(200).at("/status"))
                    .isEqualTo("ACTIVE"));
            patience()
                    .untilAsserted(() -> assertThat(stage.vpcEndpoints().of(tenant.groupId(), region))
                            .singleElement()
                            .returns(stuck, VpcEndpoint::clientToken));
        } finally {
            stage.outages().endNetwork(region);
        }
    }

    @Test
    @Rule({"E3", "E4"})
    void anEndpointInARegionThatIsSlowIsMadeInTheEnd() {
        // Given
        Tenant tenant = Tenant.arriveWithReplicas(stage, WELL, SLOW);
        tenant.configure().expect(200);
        tenant.privateNetworking(true).expect(200);
        EndpointWaiter client = new EndpointWaiter(tenant.endpoints());
        stage.outages().delayNetwork(SLOW, DELAY);
        try {
            // When
            String slow = tenant.endpoints().create(SLOW).expect(202).at("/id");
            String well = tenant.endpoints().create(WELL).expect(202).at("/id");

            // Then
            assertThat(client.untilMade(well).path("status").asText()).isEqualTo("ACTIVE");
            assertThat(client.untilMade(slow).path("status").asText()).isEqualTo("ACTIVE");
        } finally {
            stage.outages().endNetwork(SLOW);
        }
    }

    private static ConditionFactory patience() {
        return await().atMost(Duration.ofSeconds(45)).pollInterval(Duration.ofMillis(200));
    }
}
