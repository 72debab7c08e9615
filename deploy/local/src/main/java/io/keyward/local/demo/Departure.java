package io.keyward.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.demo.outside.Tenant;
import io.keyward.local.demo.telling.Evidence;
import java.util.List;
import java.util.stream.Collectors;

/** Everything is taken down in the manual's order: endpoints, clusters, key. */
final class Departure {
    private static final String ALERT = "ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED";

    private final Scene scene;
    private final Tenant tenant;
    private final Fleet fleet;
    private final PrivatePath path;
    private final Alarm alarm;

    Departure(Scene scene, Fleet fleet, PrivatePath path, Alarm alarm) {
        this.scene = scene;
        this.tenant = scene.tenant();
        this.fleet = fleet;
        this.path = path;
        this.alarm = alarm;
    }

    void tell() {
        scene.reaction("The endpoints are deleted: DELETING at once, and then gone", this::deleteEndpoints);
        scene.reaction("Without its endpoint a key is not checked at all, rather than in public", this::unchecked);
        scene.call("Refused: giving the key up while clusters use it", this::refusalBelowClusters);
        scene.reaction("Private networking is turned off: checked in public, alerts closed", this::goPublic);
        scene.reaction("The clusters are deleted", this::deleteClusters);
        scene.call("The project gives the key up", this::giveTheKeyUp);
    }

    private String deleteEndpoints() {
        List<String> ids = tenant.endpoints().stream()
                .map(endpoint -> endpoint.path("id").asText())
                .toList();
        ids.forEach(tenant::deleteEndpoint);
        String seen = tenant.endpoints().stream().map(Departure::describe).collect(Collectors.joining("\n"));
        Scene.require(!seen.contains("ACTIVE"), "an endpoint is not being deleted: " + seen);
        Scene.await("the endpoints to be gone", tenant::endpoints, List::isEmpty);
        return seen;
    }

    private String unchecked() {
        JsonNode alert = alarm.awaitOpen(ALERT);
        fleet.requireRunning(Fleet.ALL);
        return Evidence.ofAlert(alert);
    }

    private String refusalBelowClusters() {
        return Scene.refusal(tenant.giveTheKeyUp(), "CANNOT_DISABLE_ENCRYPTION_AT_REST");
    }

    private String goPublic() {
        path.end();
        tenant.turnPrivateNetworkingOff().expect(200);
        JsonNode closed = alarm.awaitClosed(ALERT);
        fleet.requireRunning(Fleet.ALL);
        return Evidence.ofAlert(closed);
    }

    private String deleteClusters() {
        fleet.remove();
        return "";
    }

    private String giveTheKeyUp() {
        JsonNode left = tenant.giveTheKeyUp().expect(200).body().path("awsKms");
        Scene.require(!left.path("enabled").asBoolean(), "the key is still in use: " + left);
        return "enabled: false";
    }

    private static String describe(JsonNode endpoint) {
        return "endpoint %s in %s: %s"
                .formatted(
                        endpoint.path("id").asText(),
                        endpoint.path("regionName").asText(),
                        endpoint.path("status").asText());
    }
}
