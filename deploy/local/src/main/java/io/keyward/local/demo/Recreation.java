package io.keyward.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.demo.outside.EventTap.Received;
import io.keyward.local.demo.outside.Tenant;
import io.keyward.local.demo.telling.Evidence;
import java.util.List;

/** An endpoint is removed in the cloud. Another one takes its place by itself, and nothing stops meanwhile. */
final class Recreation {
    private static final String REGION = "EU_WEST_1";
    private static final String ALERT = "ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_FAILED";

    private final Scene scene;
    private final Tenant tenant;
    private final Fleet fleet;
    private final Alarm alarm;

    Recreation(Scene scene, Fleet fleet, Alarm alarm) {
        this.scene = scene;
        this.tenant = scene.tenant();
        this.fleet = fleet;
        this.alarm = alarm;
    }

    void tell() {
        scene.reaction("The endpoint of EU_WEST_1 is removed in the cloud: replaced, and all run on", this::lose);
    }

    private String lose() {
        JsonNode old = inRegion().getFirst();
        String id = old.path("id").asText();
        scene.cloud().removeEndpoint(old.path("privateEndpointConnectionName").asText());
        Received lost = scene.tap()
                .await(event -> event.type().equals("keyward.endpoint.lost.v1")
                        && event.payload().at("/endpoint/successorId").isTextual());
        String successor = lost.payload().at("/endpoint/successorId").asText();
        JsonNode active = Scene.await(
                        "the replacement to stand alone",
                        this::inRegion,
                        endpoints -> endpoints.size() == 1
                                && endpoints.getFirst().path("status").asText().equals("ACTIVE"))
                .getFirst();
        Scene.require(active.path("id").asText().equals(successor), "another endpoint than announced: " + active);
        fleet.requireRunning(Fleet.ALL);
        return "endpoint %s: PENDING_RECREATION, then 404\nendpoint %s: INITIATING, then ACTIVE as %s\n%s"
                .formatted(
                        id,
                        successor,
                        active.path("privateEndpointConnectionName").asText(),
                        Evidence.ofAlert(alarm.awaitClosed(ALERT)));
    }

    private List<JsonNode> inRegion() {
        return tenant.endpoints().stream()
                .filter(endpoint -> endpoint.path("regionName").asText().equals(REGION))
                .toList();
    }
}
