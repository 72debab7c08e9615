package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.testkit.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A cluster that was there before its endpoints moves to them, region by region, as fast as whoever runs it says that its nodes do. */
@ExtendWith(Stage.Extension.class)
@Execution(ExecutionMode.CONCURRENT)
class MoveScenario {
    private static final String CLUSTER = "orders";
    private static final String HOME = "us-east-1";
    private static final String AWAY = "eu-west-1";

    private final Stage stage;

    MoveScenario(Stage stage) {
        this.stage = stage;
    }

    @Test
    @Rule("E9")
    void aClusterMovesRegionByRegion() {
        // Given
        Tenant tenant = Tenant.arriveWithReplicas(stage, HOME, AWAY);
        tenant.configure().expect(200);
        tenant.createCluster(CLUSTER, HOME, AWAY).expect(201);
        tenant.awaitRunning(CLUSTER);
        assertThat(tenant.cluster(CLUSTER).at("/customerKey/privatePaths").isMissingNode())
                .isTrue();
        String clusterId = tenant.clusterId(CLUSTER);
        stage.driver().holdMoves(clusterId);
        tenant.privateNetworking(true).expect(200);

        // When
        tenant.endpoints().activate(HOME);

        // Then
        awaitPaths(tenant, Map.of(HOME, "MOVING", AWAY, "NOT_COVERED"), 0);

        // When
        stage.driver().release(clusterId);

        // Then
        awaitPaths(tenant, Map.of(HOME, "MOVED", AWAY, "NOT_COVERED"), 1);
        assertThat(tenant.cluster(CLUSTER).at("/customerKey/privatePath").asBoolean())
                .isFalse();

        // When
        stage.driver().holdMoves(clusterId);
        tenant.endpoints().activate(AWAY);

        // Then
        awaitPaths(tenant, Map.of(HOME, "MOVED", AWAY, "MOVING"), 1);

        // When
        Reply unknown =
                stage.driver().report(clusterId, "RUNNING", Map.of("privateEndpoints", "[\"not-an-endpoint\"]"));

        // Then
        assertThat(unknown.status()).isEqualTo(400);

        // When
        stage.driver().release(clusterId);

        // Then
        awaitPaths(tenant, Map.of(HOME, "MOVED", AWAY, "MOVED"), 2);
        assertThat(tenant.cluster(CLUSTER).at("/customerKey/privatePath").asBoolean())
                .isTrue();
    }

    private static void awaitPaths(Tenant tenant, Map<String, String> expected, int moved) {
        Map<String, String> byName = expected.entrySet().stream()
                .collect(Collectors.toMap(region -> Tenant.atlasName(region.getKey()), Map.Entry::getValue));
        Tenant.waiting().untilAsserted(() -> {
            JsonNode key = tenant.cluster(CLUSTER).path("customerKey");
            assertThat(paths(key)).isEqualTo(byName);
            assertThat(key.at("/privatePathProgress/regionsMoved").asInt()).isEqualTo(moved);
            assertThat(key.at("/privatePathProgress/regionsTotal").asInt()).isEqualTo(2);
        });
    }

    private static Map<String, String> paths(JsonNode key) {
        List<JsonNode> paths = key.path("privatePaths").valueStream().toList();
        return paths.stream()
                .collect(Collectors.toMap(path -> path.path("regionName").asText(), path -> path.path("status")
                        .asText()));
    }
}
