package io.keyward.local.demo.outside;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.client.DigestClient;
import io.keyward.local.client.DigestClient.Reply;
import io.keyward.local.folder.Addresses;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant does through the API. What the story expects to succeed fails with what the reply says when it does not; what may be refused
 * answers with the reply. Regions are given as the API spells them.
 */
public final class Tenant {
    private static final String V2023 = "2023-01-01";
    private static final String CLUSTERS_READ = "2024-08-05";
    private static final String CLUSTERS_WRITE = "2024-10-23";
    private static final String CLUSTERS_DELETE = "2023-02-01";
    private static final String ENDPOINTS = "encryptionAtRest/AWS/privateEndpoints";
    private static final int HIGHEST_PRIORITY = 7;
    private static final int NOT_FOUND = 404;

    private final DigestClient api;
    private final Addresses addresses;
    private String groupId = "";

    public Tenant(Addresses addresses) {
        this.addresses = addresses;
        this.api = new DigestClient(addresses.baseUrl(), addresses.publicKey(), addresses.privateKey());
    }

    /** Creates the project that everything else is in, and answers its id. */
    public String createProject(String name) {
        String body = "{\"name\":\"%s\",\"orgId\":\"%s\"}".formatted(name, addresses.orgId());
        groupId = api.post("/api/atlas/v2/groups", V2023, body)
                .expect(201)
                .body()
                .path("id")
                .asText();
        return groupId;
    }

    public JsonNode createRole() {
        return api.post(inProject("cloudProviderAccess"), V2023, "{\"providerName\":\"AWS\"}")
                .expect(200)
                .body();
    }

    public void authorizeRole(String roleId) {
        String body = "{\"providerName\":\"AWS\",\"iamAssumedRoleArn\":\"%s\"}".formatted(addresses.demoRoleArn());
        api.patch(inProject("cloudProviderAccess/" + roleId), V2023, body).expect(200);
    }

    /** The PATCH of the manual, with all the fields it prints; those of credentials are ignored beside a role. */
    public JsonNode useKey(String keyArn, String roleId) {
        String body = """
                {"awsKms": {"accessKeyID": "019dd98d94b4bb778e7552e4", "customerMasterKeyID": "%s", "enabled": true,
                 "region": "US_EAST_1", "roleId": "%s", "secretAccessKey": "string", "requirePrivateNetworking": true}}
                """.formatted(keyArn, roleId);
        return api.patch(inProject("encryptionAtRest/"), "2024-11-13", body)
                .expect(200)
                .body()
                .path("awsKms");
    }

    public Reply turnPrivateNetworkingOff() {
        return api.patch(inProject("encryptionAtRest"), V2023, "{\"awsKms\":{\"requirePrivateNetworking\":false}}");
    }

    public Reply giveTheKeyUp() {
        return api.patch(inProject("encryptionAtRest"), V2023, "{\"awsKms\":{\"enabled\":false}}");
    }

    public Reply createEndpoint(String region) {
        return api.post(inProject(ENDPOINTS), V2023, "{\"regionName\":\"%s\"}".formatted(region));
    }

    /** All that exist, whatever their status. */
    public List<JsonNode> endpoints() {
        return results(api.get(inProject(ENDPOINTS), V2023));
    }

    public JsonNode endpoint(String id) {
        return api.get(inProject(ENDPOINTS + "/" + id), V2023).expect(200).body();
    }

    public void deleteEndpoint(String id) {
        api.delete(inProject(ENDPOINTS + "/" + id), V2023).expect(204);
    }

    /** A cluster under the customer's key with nodes in these regions, the first of them preferred. */
    public Reply createCluster(String name, String... regions) {
        List<String> wanted = List.of(regions);
        String configs = Arrays.stream(regions)
                .map(region -> regionConfig(region, wanted.indexOf(region)))
                .collect(Collectors.joining(","));
        String body = """
                {"name": "%s", "clusterType": "REPLICASET", "encryptionAtRestProvider": "AWS",
                 "replicationSpecs": [{"regionConfigs": [%s]}]}""".formatted(name, configs);
        return api.post(inProject("clusters"), CLUSTERS_WRITE, body);
    }

    public JsonNode cluster(String name) {
        return api.get(inProject("clusters/" + name), CLUSTERS_READ).expect(200).body();
    }

    public boolean isGone(String cluster) {
        return api.get(inProject("clusters/" + cluster), CLUSTERS_READ).status() == NOT_FOUND;
    }

    public void deleteCluster(String name) {
        api.delete(inProject("clusters/" + name), CLUSTERS_DELETE).expect(202);
    }

    /** Newest first; {@code status} is {@code OPEN} or {@code CLOSED}. */
    public List<JsonNode> alerts(String status) {
        return results(api.get(inProject("alerts?status=" + status), V2023));
    }

    /** The history of checks with their evidence, newest first; checks in a row with the same answer are one entry. */
    public List<JsonNode> checks() {
        return results(api.call("GET", keyward("keyChecks"), "application/json", null));
    }

    /** How often the project's keys are checked; {@code null} as often as everybody's. */
    public void checkEvery(@Nullable Duration interval) {
        String seconds = interval == null ? "null" : String.valueOf(interval.toSeconds());
        api.call("PUT", keyward("keyCheckSettings"), "application/json", "{\"intervalSeconds\":" + seconds + "}")
                .expect(200);
    }

    /** A source of hints: where it has to send them, under which header, and with which token. */
    public JsonNode createHintSource() {
        return api.call("POST", keyward("hintSources"), "application/json", "{\"cloudProvider\":\"AWS\"}")
                .expect(201)
                .body();
    }

    private String keyward(String resource) {
        return "/api/keyward/v1/groups/" + groupId + "/" + resource;
    }

    private static String regionConfig(String region, int position) {
        return """
                {"providerName": "AWS", "regionName": "%s", "priority": %d,
                 "electableSpecs": {"instanceSize": "M10", "nodeCount": %d}}""".formatted(region, HIGHEST_PRIORITY - position, position == 0 ? 3 : 2);
    }

    private static List<JsonNode> results(Reply reply) {
        return StreamSupport.stream(reply.expect(200).body().path("results").spliterator(), false)
                .toList();
    }

    private String inProject(String resource) {
        return "/api/atlas/v2/groups/" + groupId + "/" + resource;
    }
}
