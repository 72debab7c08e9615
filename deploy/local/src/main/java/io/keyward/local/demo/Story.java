package io.keyward.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.client.Patience;
import io.keyward.local.demo.EventTap.Received;
import io.keyward.local.folder.Addresses;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** One tenant's key and one cluster, revoked and restored. Everything is done and seen from outside: HTTP, the AWS SDK, Kafka. */
final class Story implements AutoCloseable {
    private static final Duration CALL = Duration.ofSeconds(30);
    private static final Duration REACTION = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final String CLUSTER = "orders";

    private final Narrator narrator;
    private final Tenant tenant;
    private final CustomerCloud cloud;
    private final EventTap tap;
    private String roleId = "";
    private String clusterId = "";

    Story(Narrator narrator, Addresses addresses) {
        this.narrator = narrator;
        this.tenant = new Tenant(addresses);
        this.cloud = new CustomerCloud(addresses);
        this.tap = new EventTap(addresses.kafka());
    }

    void tell() {
        narrator.step("The tenant creates a project", CALL, () -> "project " + tenant.createProject("Orders"));
        narrator.step("… and a role for Keyward, to be trusted by its external id", CALL, this::createRole);
        narrator.step("… and names the role's ARN; Keyward proves it by assuming it", CALL, this::authorizeRole);
        narrator.step("The tenant's key becomes the project's key; it is checked by use", CALL, this::useKey);
        narrator.step("A cluster under that key is created, and runs", REACTION, this::createCluster);
        narrator.step("The tenant disables the key in their cloud: the cluster stops", REACTION, this::disableKey);
        narrator.step("The tenant enables the key again: the cluster runs by itself", REACTION, this::enableKey);
        narrator.step("The KMS cannot be reached: the cluster runs on", REACTION, this::makeUnreachable);
        narrator.step("The KMS answers again", REACTION, this::makeReachable);
        narrator.step("The cluster is deleted", REACTION, this::deleteCluster);
        narrator.step("What an independent Kafka consumer received", REACTION, this::readEvents);
    }

    @Override
    public void close() {
        cloud.close();
        tap.close();
    }

    private String createRole() {
        JsonNode role = tenant.createRole();
        roleId = role.path("roleId").asText();
        return "role " + roleId + ", external id "
                + role.path("atlasAssumedRoleExternalId").asText();
    }

    private String authorizeRole() {
        tenant.authorizeRole(roleId);
        return "";
    }

    private String useKey() {
        JsonNode answered = tenant.useKey(cloud.keyArn(), roleId);
        require(answered.path("valid").asBoolean(), "the key was accepted, but is not valid: " + answered);
        return "key " + cloud.keyArn() + ", valid: true";
    }

    private String createCluster() {
        tenant.createCluster(CLUSTER);
        JsonNode cluster = await("the cluster to run", () -> tenant.cluster(CLUSTER), Story::runs);
        clusterId = cluster.path("id").asText();
        return describe(cluster);
    }

    private String disableKey() {
        cloud.disableKey();
        JsonNode cluster = await("the cluster to stop", () -> tenant.cluster(CLUSTER), Story::isStopped);
        return describe(cluster) + "\n" + evidence();
    }

    private String enableKey() {
        cloud.enableKey();
        return describe(await("the cluster to run again", () -> tenant.cluster(CLUSTER), Story::runs));
    }

    private String makeUnreachable() {
        cloud.makeUnreachable();
        await("the checks to notice", tenant::latestCheck, check -> outcome(check)
                .equals("INCONCLUSIVE"));
        JsonNode facts = tap.awaitType("keyward.key.unverified.v1").payload().path("facts");
        JsonNode cluster = tenant.cluster(CLUSTER);
        require(runs(cluster), "the cluster does not run: " + cluster);
        return describe(cluster) + "\nverdict: " + facts.path("verdict").asText() + ", unverifiedSince: "
                + facts.path("unverifiedSince").asText() + "\n" + evidence();
    }

    private String makeReachable() {
        cloud.makeReachable();
        await("the key to be verified", tenant::latestCheck, entry -> outcome(entry)
                .equals("VALID"));
        require(runs(tenant.cluster(CLUSTER)), "the cluster does not run");
        return describe(tenant.cluster(CLUSTER));
    }

    private String deleteCluster() {
        tenant.deleteCluster(CLUSTER);
        boolean gone = Patience.until(REACTION, PAUSE, () -> tenant.isGone(CLUSTER));
        require(gone, "the cluster is still there");
        return "";
    }

    private String readEvents() {
        tap.await(event ->
                event.type().equals("keyward.cluster.deleted.v1") && event.key().equals(clusterId));
        List<Received> events = tap.received();
        StringBuilder table = new StringBuilder();
        for (Received event : events) {
            table.append("%-20s %s  %-38s %s%n"
                    .formatted(event.topic(), event.key(), event.type(), event.header("ce_time")));
        }
        return table + "headers of the last one: " + events.getLast().headers();
    }

    private String evidence() {
        return Evidence.describe(tenant.latestCheck());
    }

    private static String describe(JsonNode cluster) {
        return "stateName: %s, paused: %s, customerKey: %s"
                .formatted(
                        cluster.path("stateName").asText(),
                        cluster.path("paused").asText(),
                        cluster.path("customerKey").path("state").asText());
    }

    private static boolean runs(JsonNode cluster) {
        return cluster.path("stateName").asText().equals("IDLE")
                && !cluster.path("paused").asBoolean();
    }

    private static boolean isStopped(JsonNode cluster) {
        return cluster.path("stateName").asText().equals("IDLE")
                && cluster.path("paused").asBoolean();
    }

    private static String outcome(JsonNode check) {
        return check.path("outcome").asText();
    }

    private static JsonNode await(String what, Supplier<JsonNode> look, Predicate<JsonNode> wanted) {
        JsonNode[] seen = new JsonNode[1];
        boolean happened = Patience.until(REACTION, PAUSE, () -> {
            seen[0] = look.get();
            return wanted.test(seen[0]);
        });
        require(happened, "waited in vain for " + what + "; last seen: " + seen[0]);
        return seen[0];
    }

    private static void require(boolean held, String otherwise) {
        if (!held) {
            throw new IllegalStateException(otherwise);
        }
    }
}
