package io.keyward.local.chaos.validation.world;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.client.DigestClient;
import io.keyward.local.client.DigestClient.Reply;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** What one project's owner does through the API, asking again until there is an answer. */
final class ProjectApi {
    private static final String V2023 = "2023-01-01";
    private static final String NEWEST = "2025-03-12";
    private static final String CLUSTERS_WRITE = "2024-10-23";
    private static final String CLUSTERS_READ = "2024-08-05";
    private static final String CLUSTERS_DELETE = "2023-02-01";

    private final DigestClient client;
    private final String groupId;

    private ProjectApi(DigestClient client, String groupId) {
        this.client = client;
        this.groupId = groupId;
    }

    static ProjectApi create(DigestClient client, String orgId, String name) {
        String body = "{\"name\":\"%s\",\"orgId\":\"%s\"}".formatted(name, orgId);
        JsonNode project =
                client.post("/api/atlas/v2/groups", V2023, body).expect(201).body();
        return new ProjectApi(client, project.path("id").asText());
    }

    String groupId() {
        return groupId;
    }

    JsonNode createRole() {
        return client.post(in("cloudProviderAccess"), V2023, "{\"providerName\":\"AWS\"}")
                .expect(200)
                .body();
    }

    void use(Customer.Property property, String roleId) {
        patch("cloudProviderAccess/" + roleId, """
                {"providerName":"AWS","iamAssumedRoleArn":"%s"}""".formatted(property.roleArn()));
        patch("encryptionAtRest", """
                {"awsKms":{"enabled":true,"roleId":"%s","customerMasterKeyID":"%s","region":"%s"}}""".formatted(roleId, property.keyArn(), atlasName(property.region())));
    }

    /** Under the same role. */
    void useKey(String keyArn, String region) {
        patch("encryptionAtRest", """
                {"awsKms":{"enabled":true,"customerMasterKeyID":"%s","region":"%s"}}""".formatted(keyArn, atlasName(region)));
    }

    private void patch(String resource, String body) {
        Insistence.onReply(() -> client.patch(in(resource), V2023, body)).expect(200);
    }

    /** From now on that address is told of alerts of that type. */
    void tell(String eventTypeName, String url, String secret) {
        client.post(in("alertConfigs"), NEWEST, """
                        {"eventTypeName":"%s","enabled":true,"notifications":[
                         {"typeName":"WEBHOOK","delayMin":0,"intervalMin":60,"webhookUrl":"%s","webhookSecret":"%s"}]}""".formatted(eventTypeName, url, secret))
                .expect(201);
    }

    Insistence.Insisted createCluster(String name, String region) {
        String body = """
                {"name":"%s","clusterType":"REPLICASET","encryptionAtRestProvider":"AWS","replicationSpecs":[{"regionConfigs":[
                 {"providerName":"AWS","regionName":"%s","priority":7,"electableSpecs":{"instanceSize":"M10","nodeCount":3}}]}]}""".formatted(name, atlasName(region));
        return Insistence.countingOnReply(() -> client.post(in("clusters"), CLUSTERS_WRITE, body));
    }

    Reply pauseCluster(String name, boolean paused) {
        String body = "{\"paused\":" + paused + "}";
        return Insistence.onReply(() -> client.patch(in("clusters/" + name), CLUSTERS_WRITE, body));
    }

    Reply deleteCluster(String name) {
        return Insistence.onReply(() -> client.delete(in("clusters/" + name), CLUSTERS_DELETE));
    }

    /** Try Again; nobody waits for it. */
    Reply checkNow() {
        return client.call("POST", checks(), "application/json", "{}");
    }

    List<JsonNode> clusters() {
        return results(Insistence.onReply(() -> client.get(in("clusters?itemsPerPage=100"), CLUSTERS_READ)));
    }

    /** The latest answer of each kind, newest first. */
    List<JsonNode> keyChecks() {
        return results(Insistence.onReply(() -> client.call("GET", checks(), "application/json", null)));
    }

    private static List<JsonNode> results(Reply reply) {
        return StreamSupport.stream(reply.expect(200).body().path("results").spliterator(), false)
                .toList();
    }

    private String checks() {
        return "/api/keyward/v1/groups/" + groupId + "/keyChecks";
    }

    private String in(String resource) {
        return "/api/atlas/v2/groups/" + groupId + "/" + resource;
    }

    private static String atlasName(String region) {
        return region.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
