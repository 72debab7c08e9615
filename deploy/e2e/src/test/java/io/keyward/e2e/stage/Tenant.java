package io.keyward.e2e.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;

/** A tenant with a project, and an AWS account that lets exactly this project in: a role of its own and a key of its own. */
public final class Tenant {

    /** What a role has to be allowed, and nothing else. */
    public static final String[] ALL_ACTIONS = {"kms:DescribeKey", "kms:Encrypt", "kms:Decrypt"};

    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final Duration POLL = Duration.ofMillis(150);

    private final Stage stage;
    private final Api api;
    private final String groupId;
    private final String region;
    private final String keyArn;
    private final String roleName;
    private final String ourAccount;
    private final String externalId;
    private final String roleId;

    private Tenant(Stage stage, String region) {
        this.stage = stage;
        this.api = stage.api();
        this.region = region;
        String name = "tenant-" + UUID.randomUUID().toString().substring(0, 8);
        groupId = api.post("/api/atlas/v2/groups", "{\"name\":\"%s\",\"orgId\":\"%s\"}".formatted(name, stage.orgId()))
                .expect(201)
                .at("/id");
        Reply role = api.post(project("/cloudProviderAccess"), "{\"providerName\":\"AWS\"}")
                .expect(200);
        roleId = role.at("/roleId");
        ourAccount = role.at("/atlasAWSAccountArn");
        externalId = role.at("/atlasAssumedRoleExternalId");
        keyArn = stage.cloud().createKey(region);
        roleName = "keyward-" + name;
        String roleArn = stage.cloud().createRole(roleName, ourAccount, externalId);
        allow(ALL_ACTIONS);
        api.patch(
                        project("/cloudProviderAccess/" + roleId),
                        "{\"providerName\":\"AWS\",\"iamAssumedRoleArn\":\"%s\"}".formatted(roleArn))
                .expect(200);
    }

    /** A project, a role that is authorised, and a key; no configuration yet. */
    public static Tenant arrive(Stage stage) {
        return arrive(stage, "us-east-1");
    }

    public static Tenant arrive(Stage stage, String region) {
        return new Tenant(stage, region);
    }

    /** A tenant whose key is in use by one running cluster. */
    public static Tenant withCluster(Stage stage, String region, String cluster) {
        Tenant tenant = arrive(stage, region);
        tenant.configure().expect(200);
        tenant.createCluster(cluster).expect(201);
        tenant.awaitRunning(cluster);
        return tenant;
    }

    public String groupId() {
        return groupId;
    }

    public String keyArn() {
        return keyArn;
    }

    public String roleId() {
        return roleId;
    }

    /** A path within the project. */
    public String project(String path) {
        return "/api/atlas/v2/groups/" + groupId + path;
    }

    public Reply configure() {
        return api.patch(
                project("/encryptionAtRest"),
                "{\"awsKms\":{\"enabled\":true,\"roleId\":\"%s\",\"customerMasterKeyID\":\"%s\",\"region\":\"%s\"}}"
                        .formatted(roleId, keyArn, atlasName(region)));
    }

    public JsonNode configuration() {
        return api.get(project("/encryptionAtRest")).expect(200).json().path("awsKms");
    }

    public Reply createCluster(String name) {
        return api.post(project("/clusters"), clusterBody(name, "AWS", "M10"));
    }

    /** What is posted for a replica set of three nodes in the tenant's region. */
    public String clusterBody(String name, String encryption, String size) {
        return """
                {"name":"%s","clusterType":"REPLICASET","encryptionAtRestProvider":"%s","replicationSpecs":[{"regionConfigs":[
                 {"providerName":"AWS","regionName":"%s","priority":7,"electableSpecs":{"instanceSize":"%s","nodeCount":3}}]}]}""".formatted(name, encryption, atlasName(region), size);
    }

    public JsonNode cluster(String name) {
        return api.get(project("/clusters/" + name)).expect(200).json();
    }

    public String clusterId(String name) {
        return cluster(name).path("id").asText();
    }

    public void awaitRunning(String cluster) {
        await().atMost(PATIENCE)
                .pollInterval(POLL)
                .ignoreExceptions()
                .untilAsserted(() -> assertRunning(cluster(cluster)));
    }

    public void awaitStopped(String cluster) {
        await().atMost(PATIENCE)
                .pollInterval(POLL)
                .ignoreExceptions()
                .untilAsserted(() -> assertStopped(cluster(cluster)));
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

    /** The most recent check of the project's key. */
    public JsonNode lastCheck() {
        return checks().path(0);
    }

    /** The checks so far, newest first. */
    public JsonNode checks() {
        return api.get("/api/keyward/v1/groups/" + groupId + "/keyChecks")
                .expect(200)
                .json()
                .path("results");
    }

    /** From now on the role may do exactly these actions with the key. */
    public void allow(String... actions) {
        stage.cloud().allow(roleName, keyArn, actions);
    }

    /** The role lets nobody in any more who comes with our external id. */
    public void distrust() {
        stage.cloud().trust(roleName, ourAccount, "somebody-else");
    }

    public void trustAgain() {
        stage.cloud().trust(roleName, ourAccount, externalId);
    }

    public void disableKey() {
        stage.cloud().disable(keyArn);
    }

    public void enableKey() {
        stage.cloud().enable(keyArn);
    }

    /** {@code us-east-1} as the API spells it. */
    public static String atlasName(String region) {
        return region.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    }
}
