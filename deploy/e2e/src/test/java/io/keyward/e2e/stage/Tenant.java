package io.keyward.e2e.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.e2e.http.Api;
import io.keyward.e2e.http.Reply;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;

/** A tenant with a project, and an AWS account that lets exactly this project in: a role of its own and a key of its own. */
public final class Tenant {

    /** What a role has to be allowed, and nothing else. */
    public static final String[] ALL_ACTIONS = {"kms:DescribeKey", "kms:Encrypt", "kms:Decrypt"};

    private final Stage stage;
    private final Api api;
    private final String projectName;
    private final String groupId;
    private final String region;
    private final String keyArn;
    private final CustomerRole role;

    private Tenant(Stage stage, Organization organization, String region, List<String> replicas) {
        this.stage = stage;
        this.api = organization.owner();
        this.region = region;
        projectName = "tenant-" + someName();
        String body = "{\"name\":\"%s\",\"orgId\":\"%s\"}".formatted(projectName, organization.id());
        groupId = Reply.insist(() -> api.post("/api/atlas/v2/groups", body))
                .expect(201)
                .at("/id");
        keyArn = stage.cloud().createKey(region, replicas);
        role = CustomerRole.authorized(api, project("/cloudProviderAccess"), stage.cloud(), "keyward-" + projectName);
        allow(ALL_ACTIONS);
    }

    /** Eight characters that nobody else has. */
    public static String someName() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    /** A project, a role that is authorised, and a key; no configuration yet. */
    public static Tenant arrive(Stage stage) {
        return arrive(stage, "us-east-1");
    }

    public static Tenant arrive(Stage stage, String region) {
        return new Tenant(stage, stage.organization(), region, List.of());
    }

    /** The same with a multi-Region key, whose primary is in the first region. */
    public static Tenant arriveWithReplicas(Stage stage, String region, String... replicas) {
        return new Tenant(stage, stage.organization(), region, List.of(replicas));
    }

    /** A tenant with a multi-Region key over private networking, and an ACTIVE endpoint in each of its regions. */
    public static Tenant covered(Stage stage, String region, String... replicas) {
        Tenant tenant = arriveWithReplicas(stage, region, replicas);
        tenant.configure().expect(200);
        tenant.privateNetworking(true).expect(200);
        tenant.endpoints().activate(region);
        tenant.endpoints().activate(replicas);
        return tenant;
    }

    /** A tenant whose key is in use by one running cluster. */
    public static Tenant withCluster(Stage stage, String region, String cluster) {
        return withCluster(stage, stage.organization(), region, cluster);
    }

    /** The same in another organisation than the usual one. */
    public static Tenant withCluster(Stage stage, Organization organization, String region, String cluster) {
        Tenant tenant = new Tenant(stage, organization, region, List.of());
        tenant.configure().expect(200);
        tenant.createCluster(cluster).expect(201);
        tenant.awaitRunning(cluster);
        return tenant;
    }

    public String projectName() {
        return projectName;
    }

    public String groupId() {
        return groupId;
    }

    public String keyArn() {
        return keyArn;
    }

    /** The key in that region, which is its primary's or has a replica. */
    public String keyArn(String region) {
        return keyArn.replace(":" + this.region + ":", ":" + region + ":");
    }

    public String roleId() {
        return role.id();
    }

    /** A path within the project. */
    public String project(String path) {
        return "/api/atlas/v2/groups/" + groupId + path;
    }

    public Reply configure() {
        return configure(keyArn);
    }

    /** The same with another key, or another name of it. */
    public Reply configure(String key) {
        return patchEncryption("\"enabled\":true,\"roleId\":\"%s\",\"customerMasterKeyID\":\"%s\",\"region\":\"%s\""
                .formatted(role.id(), key, atlasName(region)));
    }

    /** Turns private networking on or off, and changes nothing else. */
    public Reply privateNetworking(boolean required) {
        return patchEncryption("\"requirePrivateNetworking\":" + required);
    }

    /** Gives the configuration up. */
    public Reply disableEncryption() {
        return patchEncryption("\"enabled\":false");
    }

    private Reply patchEncryption(String fields) {
        return api.patch(project("/encryptionAtRest"), "{\"awsKms\":{" + fields + "}}");
    }

    /** {@code ACTIVE} or {@code INACTIVE}. */
    public Reply changeState(String state) {
        return api.put("/api/keyward/v1/groups/" + groupId + "/state", "{\"state\":\"%s\"}".formatted(state));
    }

    public TenantEndpoints endpoints() {
        return new TenantEndpoints(api, groupId, "AWS");
    }

    public JsonNode configuration() {
        return api.get(project("/encryptionAtRest")).expect(200).json().path("awsKms");
    }

    /** Waits until the configuration says so of its key: keys are told of on a topic of their own. */
    public void awaitValid(boolean valid) {
        waiting().untilAsserted(() -> assertThat(configuration().path("valid").asBoolean())
                .isEqualTo(valid));
    }

    /** A cluster under the customer's key: in these regions, as AWS spells them, or in that of the key when there are none. */
    public Reply createCluster(String name, String... regions) {
        List<String> wanted = regions.length == 0 ? List.of(region) : List.of(regions);
        return api.post(project("/clusters"), ClusterBody.replicaSet(name, "AWS", "M10", wanted));
    }

    /** Changes a cluster by whatever {@code body} says. */
    public Reply patchCluster(String name, String body) {
        return api.patch(project("/clusters/" + name), body);
    }

    /** Moves or extends a cluster to these regions. */
    public Reply patchClusterRegions(String name, String... regions) {
        return patchCluster(name, "{\"replicationSpecs\":" + ClusterBody.specs("M10", List.of(regions)) + "}");
    }

    /** In the tenant's region alone. */
    public Reply resizeCluster(String name, String size) {
        return patchCluster(name, "{\"replicationSpecs\":" + ClusterBody.specs(size, List.of(region)) + "}");
    }

    public Reply deleteCluster(String name) {
        return api.delete(project("/clusters/" + name));
    }

    /** Deletes a cluster and waits until it is gone. */
    public void removeCluster(String name) {
        deleteCluster(name).expect(202);
        waiting().untilAsserted(() -> api.get(project("/clusters/" + name)).expect(404));
    }

    /** What is posted for a replica set of three nodes in the tenant's region. */
    public String clusterBody(String name, String encryption, String size) {
        return ClusterBody.replicaSet(name, encryption, size, List.of(region));
    }

    public JsonNode cluster(String name) {
        return api.get(project("/clusters/" + name)).expect(200).json();
    }

    public String clusterId(String name) {
        return cluster(name).path("id").asText();
    }

    public void awaitRunning(String cluster) {
        waiting().untilAsserted(() -> assertRunning(cluster(cluster)));
    }

    /** Waits until the nodes of all regions of the cluster take their private endpoints. */
    public void awaitPrivatePath(String cluster) {
        waiting().untilAsserted(() -> assertThat(
                        cluster(cluster).at("/customerKey/privatePath").asBoolean())
                .isTrue());
    }

    public void awaitStopped(String cluster) {
        waiting().untilAsserted(() -> assertStopped(cluster(cluster)));
    }

    /** Waits until nothing of the cluster is under a customer key any more. */
    public void awaitWithoutKey(String cluster) {
        waiting().untilAsserted(() -> {
            JsonNode now = cluster(cluster);
            assertThat(now.path("stateName").asText()).isEqualTo("IDLE");
            assertThat(now.has("customerKey")).isFalse();
        });
    }

    public static void assertRunning(JsonNode cluster) {
        assertThat(cluster.path("stateName").asText()).isEqualTo("IDLE");
        assertThat(cluster.path("paused").asBoolean()).isFalse();
        assertThat(cluster.at("/customerKey/state").asText()).isEqualToIgnoringCase("running");
    }

    public static void assertStopped(JsonNode cluster) {
        assertThat(cluster.path("stateName").asText()).isEqualTo("IDLE");
        assertThat(cluster.path("paused").asBoolean()).isTrue();
        assertThat(cluster.at("/customerKey/state").asText()).isEqualToIgnoringCase("stopped");
    }

    /** Try Again. */
    public Reply checkNow() {
        return api.post("/api/keyward/v1/groups/" + groupId + "/keyChecks", "{}");
    }

    /** Waits until the validation service, which hears of a configuration by Kafka, has checked its key. */
    public void awaitChecked() {
        waiting().until(() -> !checks().isEmpty());
    }

    /** The most recent check of the project's key. */
    public JsonNode lastCheck() {
        return checks().path(0);
    }

    /** The most recent check of the key in one region. */
    public JsonNode lastCheck(String region) {
        return checks().valueStream()
                .filter(check -> check.path("region").asText().equals(region))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no check in " + region));
    }

    /** The checks so far, newest first. */
    public JsonNode checks() {
        return api.get("/api/keyward/v1/groups/" + groupId + "/keyChecks")
                .expect(200)
                .json()
                .path("results");
    }

    /** The project's alerts of that status, {@code OPEN} or {@code CLOSED}. */
    public List<JsonNode> alerts(String status) {
        return api.get(project("/alerts?status=" + status)).expect(200).results();
    }

    /** Those of one type, as {@code eventTypeName} has it. */
    public List<JsonNode> alerts(String status, String type) {
        return alerts(status).stream()
                .filter(alert -> alert.path("eventTypeName").asText().equals(type))
                .toList();
    }

    /** From now on the role may do exactly these actions with the key. */
    public void allow(String... actions) {
        role.allow(keyArn, actions);
    }

    /** From now on the role may do all that is needed with that key, and nothing with the tenant's own. */
    public void allowKey(String otherArn) {
        role.allow(otherArn, ALL_ACTIONS);
    }

    /** Another key of the tenant's in the same region. From now on the role may do all that is needed with both. */
    public String addKey() {
        String another = stage.cloud().createKey(region);
        role.allow(List.of(keyArn, another), ALL_ACTIONS);
        return another;
    }

    /** The role lets nobody in any more who comes with our external id. */
    public void distrust() {
        role.distrust();
    }

    public void trustAgain() {
        role.trustAgain();
    }

    public void disableKey() {
        disableKey(region);
    }

    public void enableKey() {
        enableKey(region);
    }

    /** Disables the key in one region; its other replicas stay as they are. */
    public void disableKey(String region) {
        stage.cloud().disable(keyArn(region));
    }

    public void enableKey(String region) {
        stage.cloud().enable(keyArn(region));
    }

    /** Looks again until it holds, for a while. */
    public static ConditionFactory waiting() {
        return await().atMost(Duration.ofSeconds(45))
                .pollInterval(Duration.ofMillis(150))
                .ignoreExceptions();
    }

    /** {@code us-east-1} as the API spells it. */
    public static String atlasName(String region) {
        return region.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    }
}
