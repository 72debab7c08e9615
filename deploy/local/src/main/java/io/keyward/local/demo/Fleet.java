package io.keyward.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.demo.outside.Tenant;
import java.util.List;
import java.util.stream.Collectors;

/** The three clusters: one in each region, and one in both. */
final class Fleet {
    static final String US = "orders-us";
    static final String EU = "orders-eu";
    static final String GLOBAL = "orders-global";
    static final List<String> ALL = List.of(US, EU, GLOBAL);

    private final Tenant tenant;

    Fleet(Tenant tenant) {
        this.tenant = tenant;
    }

    /** Waits until these run, and tells of all. */
    String awaitRunning(List<String> clusters) {
        clusters.forEach(name -> Scene.await(name + " to run", () -> tenant.cluster(name), Fleet::runs));
        return describe();
    }

    /** Waits until these are stopped, and tells of all. */
    String awaitStopped(List<String> clusters) {
        clusters.forEach(name -> Scene.await(name + " to stop", () -> tenant.cluster(name), Fleet::isStopped));
        return describe();
    }

    void requireRunning(List<String> clusters) {
        clusters.forEach(name -> {
            JsonNode cluster = tenant.cluster(name);
            Scene.require(runs(cluster), name + " does not run: " + cluster);
        });
    }

    /** Deletes all, and waits until they are gone. */
    void remove() {
        ALL.forEach(tenant::deleteCluster);
        ALL.forEach(name -> Scene.await(name + " to be gone", () -> tenant.isGone(name), gone -> gone));
    }

    /** All of them, a line each. */
    String describe() {
        return ALL.stream().map(name -> describe(tenant.cluster(name))).collect(Collectors.joining("\n"));
    }

    private static String describe(JsonNode cluster) {
        return "%-14s stateName: %s, paused: %s, customerKey: %s"
                .formatted(
                        cluster.path("name").asText(),
                        cluster.path("stateName").asText(),
                        cluster.path("paused").asText(),
                        cluster.at("/customerKey/state").asText());
    }

    private static boolean runs(JsonNode cluster) {
        return cluster.path("stateName").asText().equals("IDLE")
                && !cluster.path("paused").asBoolean()
                && cluster.at("/customerKey/state").asText().equals("RUNNING");
    }

    private static boolean isStopped(JsonNode cluster) {
        return cluster.path("stateName").asText().equals("IDLE")
                && cluster.path("paused").asBoolean();
    }
}
