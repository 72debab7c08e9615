package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Fleet;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.testkit.Rule;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A verdict is about a key in one region, and concerns who runs there. */
@ExtendWith(Stage.Extension.class)
@TestInstance(Lifecycle.PER_CLASS)
@Rule("C18")
class RegionVerdictScenario {
    private static final String WITHOUT_REPLICA = "ap-south-1";

    private final Stage stage;
    private Fleet fleet;
    private Tenant tenant;

    RegionVerdictScenario(Stage stage) {
        this.stage = stage;
    }

    @BeforeAll
    void threeClustersInTwoRegions() {
        fleet = Fleet.arrive(stage);
        tenant = fleet.tenant();
    }

    @ParameterizedTest
    @CsvSource({"eu-west-1, away, at-home", "us-east-1, at-home, away"})
    @Rule({"P1", "V2", "V4", "K7"})
    void aKeyThatIsDisabledInOneRegionStopsWhoRunsThere(String region, String there, String elsewhere) {
        // Given
        long stopsOfBoth = fleet.stopRequests(Fleet.IN_BOTH);
        long stopsElsewhere = fleet.stopRequests(elsewhere);

        // When
        tenant.disableKey(region);

        // Then
        List.of(there, Fleet.IN_BOTH).forEach(cluster -> {
            tenant.awaitStopped(cluster);
            JsonNode stopped = tenant.cluster(cluster).path("customerKey");
            assertThat(stopped.path("key").asText()).isEqualTo(tenant.keyArn(region));
            assertThat(stopped.path("reason").asText()).isEqualTo("KEY_DISABLED");
            assertThat(stopped.at("/regions/0").asText()).isEqualTo(Tenant.atlasName(region));
            assertThat(stopped.path("regions")).hasSize(1);
        });
        tenant.awaitValid(false);
        Tenant.assertRunning(tenant.cluster(elsewhere));
        assertThat(fleet.stopRequests(elsewhere)).isEqualTo(stopsElsewhere);

        // When
        tenant.enableKey(region);

        // Then
        Fleet.ALL.forEach(tenant::awaitRunning);
        tenant.awaitValid(true);
        assertThat(fleet.stopRequests(Fleet.IN_BOTH)).isEqualTo(stopsOfBoth + 1);
    }

    @Test
    @Rule({"E1", "E8"})
    void aRegionWithoutAReplicaTakesNeitherEndpointNorCluster() {
        // Given
        Tenant newcomer = Tenant.arriveWithReplicas(stage, Fleet.HOME, Fleet.AWAY);
        newcomer.configure().expect(200);
        newcomer.privateNetworking(true).expect(200);

        // When
        Reply endpoint = newcomer.endpoints().create(WITHOUT_REPLICA);
        Reply cluster = newcomer.createCluster("far", WITHOUT_REPLICA);
        Reply both = newcomer.createCluster("far", Fleet.HOME, WITHOUT_REPLICA);

        // Then
        assertThat(List.of(endpoint, cluster, both)).allSatisfy(refused -> {
            assertThat(refused.expect(400).at("/errorCode")).isEqualTo("AWS_KMS_KEY_NOT_REPLICATED_IN_REGION");
            assertThat(refused.at("/detail")).contains("ReplicateKey", newcomer.keyArn(), "AP_SOUTH_1");
        });
        assertThat(newcomer.endpoints().list()).isEmpty();

        // When
        stage.cloud().replicate(newcomer.keyArn(), WITHOUT_REPLICA);

        // Then
        newcomer.endpoints().create(WITHOUT_REPLICA).expect(202);
    }

    @Test
    @Rule({"E8", "K8"})
    void onceThereAreEndpointsClustersGoOnlyWhereOneIsActive() {
        // Given
        String region = "eu-central-1";
        stage.cloud().replicate(tenant.keyArn(), region);

        // When
        Reply created = tenant.createCluster("far", Fleet.HOME, region);
        Reply extended = tenant.patchClusterRegions(Fleet.AT_HOME, Fleet.HOME, region);

        // Then
        assertThat(List.of(created, extended)).allSatisfy(refused -> {
            assertThat(refused.expect(400).at("/errorCode")).isEqualTo("KMS_PRIVATE_ENDPOINT_MISSING_IN_REGION");
            assertThat(refused.at("/detail")).contains("EU_CENTRAL_1").doesNotContain("US_EAST_1");
        });

        // When
        tenant.endpoints().activate(region);

        // Then
        tenant.createCluster("far", Fleet.HOME, region).expect(201);
        tenant.awaitRunning("far");
    }
}
