package io.keyward.local.demo.clouds;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.demo.telling.Expect;

/** The one cluster of a project, and what becomes of it. */
record OneCluster(Project project, String name) {

    String awaitRunning() {
        return describe(Expect.await(name + " to run", this::look, OneCluster::runs));
    }

    String awaitStopped() {
        return describe(Expect.await(name + " to stop", this::look, OneCluster::isStopped));
    }

    /** Waits until its nodes take their private endpoint. */
    String awaitPrivatePath() {
        return describe(
                Expect.await(name + " to be moved", this::look, cluster -> runs(cluster) && isPrivate(cluster)));
    }

    String requireRunning() {
        JsonNode cluster = look();
        Expect.require(runs(cluster), name + " does not run: " + cluster);
        return describe(cluster);
    }

    private JsonNode look() {
        return project.cluster(name);
    }

    private static boolean runs(JsonNode cluster) {
        return cluster.path("stateName").asText().equals("IDLE")
                && !cluster.path("paused").asBoolean()
                && cluster.at("/customerKey/state").asText().equals("RUNNING");
    }

    private static boolean isStopped(JsonNode cluster) {
        return cluster.path("stateName").asText().equals("IDLE")
                && cluster.path("paused").asBoolean()
                && cluster.at("/customerKey/state").asText().equals("STOPPED");
    }

    private static boolean isPrivate(JsonNode cluster) {
        return cluster.at("/customerKey/privatePath").asBoolean();
    }

    private static String describe(JsonNode cluster) {
        return "%s  stateName: %s, paused: %s, customerKey: %s, privatePath: %s"
                .formatted(
                        cluster.path("name").asText(),
                        cluster.path("stateName").asText(),
                        cluster.path("paused").asText(),
                        cluster.at("/customerKey/state").asText(),
                        isPrivate(cluster));
    }
}
