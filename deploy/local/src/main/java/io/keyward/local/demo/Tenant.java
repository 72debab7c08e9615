package io.keyward.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.client.DigestClient;
import io.keyward.local.folder.Addresses;

/** What a tenant does through the API. Replies other than the expected ones fail with what they say. */
final class Tenant {
    private static final String V2023 = "2023-01-01";
    private static final String CLUSTERS_READ = "2024-08-05";
    private static final String CLUSTERS_WRITE = "2024-10-23";
    private static final String CLUSTERS_DELETE = "2023-02-01";
    private static final int NOT_FOUND = 404;

    private final DigestClient api;
    private final Addresses addresses;
    private String groupId = "";

    Tenant(Addresses addresses) {
        this.addresses = addresses;
        this.api = new DigestClient(addresses.baseUrl(), addresses.publicKey(), addresses.privateKey());
    }

    String groupId() {
        return groupId;
    }

    /** Creates the project that everything else is in, and answers its id. */
    String createProject(String name) {
        String body = "{\"name\":\"%s\",\"orgId\":\"%s\"}".formatted(name, addresses.orgId());
        groupId = api.post("/api/atlas/v2/groups", V2023, body)
                .expect(201)
                .body()
                .path("id")
                .asText();
        return groupId;
    }

    JsonNode createRole() {
        return api.post(inProject("cloudProviderAccess"), V2023, "{\"providerName\":\"AWS\"}")
                .expect(200)
                .body();
    }

    void authorizeRole(String roleId) {
        String body = "{\"providerName\":\"AWS\",\"iamAssumedRoleArn\":\"%s\"}".formatted(addresses.demoRoleArn());
        api.patch(inProject("cloudProviderAccess/" + roleId), V2023, body).expect(200);
    }

    /** The PATCH of the manual, with all the fields it prints; those of credentials are ignored beside a role. */
    JsonNode useKey(String keyArn, String roleId) {
        String body = """
                {"awsKms": {"accessKeyID": "019dd98d94b4bb778e7552e4", "customerMasterKeyID": "%s", "enabled": true,
                 "region": "US_EAST_1", "roleId": "%s", "secretAccessKey": "string", "requirePrivateNetworking": true}}
                """.formatted(keyArn, roleId);
        return api.patch(inProject("encryptionAtRest/"), "2024-11-13", body)
                .expect(200)
                .body()
                .path("awsKms");
    }

    void createCluster(String name) {
        String body = """
                {"name": "%s", "clusterType": "REPLICASET", "encryptionAtRestProvider": "AWS", "replicationSpecs": [{"regionConfigs": [
                 {"providerName": "AWS", "regionName": "US_EAST_1", "priority": 7,
                  "electableSpecs": {"instanceSize": "M10", "nodeCount": 3}}]}]}
                """.formatted(name);
        api.post(inProject("clusters"), CLUSTERS_WRITE, body).expect(201);
    }

    JsonNode cluster(String name) {
        return api.get(inProject("clusters/" + name), CLUSTERS_READ).expect(200).body();
    }

    boolean isGone(String name) {
        return api.get(inProject("clusters/" + name), CLUSTERS_READ).status() == NOT_FOUND;
    }

    void deleteCluster(String name) {
        api.delete(inProject("clusters/" + name), CLUSTERS_DELETE).expect(202);
    }

    JsonNode encryption() {
        return api.get(inProject("encryptionAtRest"), V2023).expect(200).body().path("awsKms");
    }

    /** The newest entry of the history of checks, with its evidence. */
    JsonNode latestCheck() {
        String path = "/api/keyward/v1/groups/" + groupId + "/keyChecks";
        return api.call("GET", path, "application/json", null)
                .expect(200)
                .body()
                .path("results")
                .path(0);
    }

    private String inProject(String resource) {
        return "/api/atlas/v2/groups/" + groupId + "/" + resource;
    }
}
