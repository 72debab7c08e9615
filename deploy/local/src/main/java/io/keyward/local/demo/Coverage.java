package io.keyward.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.demo.outside.Tenant;

/** Two regions get their private endpoints, and three clusters. Asked for in the wrong order, things are refused with the reason. */
final class Coverage {
    private static final String US = "US_EAST_1";
    private static final String EU = "EU_WEST_1";
    private static final String WITHOUT_REPLICA = "AP_SOUTHEAST_1";

    private final Scene scene;
    private final Tenant tenant;
    private final Fleet fleet;
    private final PrivatePath path;

    Coverage(Scene scene, Fleet fleet, PrivatePath path) {
        this.scene = scene;
        this.tenant = scene.tenant();
        this.fleet = fleet;
        this.path = path;
    }

    void tell() {
        scene.reaction("A private endpoint is asked for in US_EAST_1, and becomes ACTIVE", () -> endpoint(US));
        scene.call("Refused: a cluster, or another endpoint, where there cannot be one yet", this::refusals);
        scene.reaction("A private endpoint in EU_WEST_1", () -> endpoint(EU));
        scene.reaction("Three clusters under the key: in US_EAST_1, in EU_WEST_1, in both", this::createClusters);
        scene.reaction("The key is checked through the endpoints, where the clusters go", path::awaitBegin);
        scene.call("Refused: giving up private networking, or the key, below endpoints", this::refusalsBelowEndpoints);
    }

    private String endpoint(String region) {
        JsonNode asked = tenant.createEndpoint(region).expect(202).body();
        String id = asked.path("id").asText();
        JsonNode active = Scene.await(
                "the endpoint to become ACTIVE",
                () -> tenant.endpoint(id),
                endpoint -> endpoint.path("status").asText().equals("ACTIVE"));
        return "endpoint %s: %s, then ACTIVE as %s"
                .formatted(
                        id,
                        asked.path("status").asText(),
                        active.path("privateEndpointConnectionName").asText());
    }

    private String refusals() {
        return String.join(
                "\n",
                Scene.refusal(tenant.createCluster(Fleet.EU, EU), "KMS_PRIVATE_ENDPOINT_MISSING_IN_REGION"),
                Scene.refusal(tenant.createEndpoint(US), "KMS_PRIVATE_ENDPOINT_ALREADY_EXISTS"),
                Scene.refusal(tenant.createEndpoint(WITHOUT_REPLICA), "AWS_KMS_KEY_NOT_REPLICATED_IN_REGION"));
    }

    private String createClusters() {
        tenant.createCluster(Fleet.US, US).expect(201);
        tenant.createCluster(Fleet.EU, EU).expect(201);
        tenant.createCluster(Fleet.GLOBAL, US, EU).expect(201);
        return fleet.awaitRunning(Fleet.ALL);
    }

    private String refusalsBelowEndpoints() {
        return String.join(
                "\n",
                Scene.refusal(
                        tenant.turnPrivateNetworkingOff(),
                        "CANNOT_DISABLE_ENCRYPTION_AT_REST_REQUIRE_PRIVATE_NETWORKING_WHILE_PRIVATE_ENDPOINTS_EXIST"),
                Scene.refusal(tenant.giveTheKeyUp(), "CANNOT_DISABLE_ENCRYPTION_AT_REST_DUE_TO_PRIVATE_ENDPOINTS"));
    }
}
