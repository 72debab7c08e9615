package io.keyward.local.demo.clouds;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.client.DigestClient;
import io.keyward.local.client.DigestClient.Reply;
import io.keyward.local.demo.telling.Expect;
import io.keyward.local.folder.Addresses;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A project with its key on one cloud, as its owner sees it through the API. Regions are given as the API spells them. */
final class Project {
    private static final String V2023 = "2023-01-01";
    private static final String CLUSTERS_READ = "2024-08-05";
    private static final String CLUSTERS_WRITE = "2024-10-23";
    private static final String CLUSTERS_DELETE = "2023-02-01";
    private static final int NOT_FOUND = 404;

    private final DigestClient api;
    private final Provider provider;
    private final String groupId;

    /** The provider of its key, by the names that it has in paths and in bodies. */
    enum Provider {
        AZURE("azureKeyVault"),
        GCP("googleCloudKms");

        private final String field;

        Provider(String field) {
            this.field = field;
        }
    }

    private Project(DigestClient api, Provider provider, String groupId) {
        this.api = api;
        this.provider = provider;
        this.groupId = groupId;
    }

    static Project create(Addresses addresses, String name, Provider provider) {
        DigestClient api = new DigestClient(addresses.baseUrl(), addresses.publicKey(), addresses.privateKey());
        String body = "{\"name\":\"%s\",\"orgId\":\"%s\"}".formatted(name, addresses.orgId());
        String groupId = api.post("/api/atlas/v2/groups", V2023, body)
                .expect(201)
                .body()
                .path("id")
                .asText();
        return new Project(api, provider, groupId);
    }

    String groupId() {
        return groupId;
    }

    /** Changes what the provider's configuration says in these fields, and nothing else. */
    Reply configure(String fields) {
        return api.patch(path("encryptionAtRest"), V2023, "{\"%s\":{%s}}".formatted(provider.field, fields));
    }

    /** The provider's configuration as it is answered; fails when the key is not valid. */
    JsonNode accept(String fields) {
        JsonNode accepted = configure(fields).expect(200).body().path(provider.field);
        Expect.require(accepted.path("valid").asBoolean(), "the key was accepted, but is not valid: " + accepted);
        return accepted;
    }

    /** A role of Google Cloud, once it can be used. */
    JsonNode createGoogleRole() {
        String id = api.post(path("cloudProviderAccess"), V2023, "{\"providerName\":\"GCP\"}")
                .expect(200)
                .body()
                .path("roleId")
                .asText();
        return Expect.await(
                "the service account to be there",
                () -> api.get(path("cloudProviderAccess/" + id), V2023)
                        .expect(200)
                        .body(),
                role -> role.path("status").asText().equals("COMPLETE"));
    }

    Reply createEndpoint(String region) {
        return api.post(endpoints(), V2023, "{\"regionName\":\"%s\"}".formatted(region));
    }

    /** All that exist, whatever their status, the newest last. */
    List<JsonNode> allEndpoints() {
        return results(api.get(endpoints(), V2023));
    }

    JsonNode endpoint(String id) {
        return api.get(endpoints() + "/" + id, V2023).expect(200).body();
    }

    void deleteEndpoint(String id) {
        api.delete(endpoints() + "/" + id, V2023).expect(204);
    }

    /** A cluster under the key of the provider, on its cloud. */
    void createCluster(String name, String region) {
        String body = """
                {"name": "%s", "clusterType": "REPLICASET", "encryptionAtRestProvider": "%s",
                 "replicationSpecs": [{"regionConfigs": [{"providerName": "%2$s", "regionName": "%s", "priority": 7,
                  "electableSpecs": {"instanceSize": "M10", "nodeCount": 3}}]}]}""".formatted(name, provider, region);
        api.post(path("clusters"), CLUSTERS_WRITE, body).expect(201);
    }

    JsonNode cluster(String name) {
        return api.get(path("clusters/" + name), CLUSTERS_READ).expect(200).body();
    }

    /** Deletes it, and waits until it is gone. */
    void removeCluster(String name) {
        api.delete(path("clusters/" + name), CLUSTERS_DELETE).expect(202);
        Expect.await(
                name + " to be gone",
                () -> api.get(path("clusters/" + name), CLUSTERS_READ).status(),
                status -> status == NOT_FOUND);
    }

    /** The newest alert of that type and status, {@code OPEN} or {@code CLOSED}, that is about clusters; waited for. */
    JsonNode awaitAlert(String status, String type) {
        return Expect.await("an alert " + type + " that is " + status, () -> alert(status, type), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<JsonNode> alert(String status, String type) {
        return results(api.get(path("alerts?status=" + status), V2023)).stream()
                .filter(alert -> alert.path("eventTypeName").asText().equals(type))
                .filter(alert -> !alert.at("/keyward/clusters").isEmpty())
                .findFirst();
    }

    /** The latest check of the key that answers {@code outcome} and went {@code path}, {@code PRIVATE} or {@code PUBLIC}; waited for. */
    JsonNode awaitCheck(String outcome, String path) {
        return Expect.await("a check over the path " + path, this::checks, checks -> checks.stream()
                        .anyMatch(check -> is(check, outcome, path)))
                .stream()
                .filter(check -> is(check, outcome, path))
                .findFirst()
                .orElseThrow();
    }

    /** What still needs the key. */
    JsonNode usage(String key) {
        String name = URLEncoder.encode(key, StandardCharsets.UTF_8);
        return api.call("GET", keyward("keys/" + name + "/usage"), "application/json", null)
                .expect(200)
                .body();
    }

    private List<JsonNode> checks() {
        return results(api.call("GET", keyward("keyChecks"), "application/json", null));
    }

    private String keyward(String resource) {
        return "/api/keyward/v1/groups/" + groupId + "/" + resource;
    }

    private static boolean is(JsonNode check, String outcome, String path) {
        return check.path("outcome").asText().equals(outcome)
                && check.path("calls").findValuesAsText("path").contains(path);
    }

    private String endpoints() {
        return path("encryptionAtRest/" + provider + "/privateEndpoints");
    }

    private String path(String resource) {
        return "/api/atlas/v2/groups/" + groupId + "/" + resource;
    }

    private static List<JsonNode> results(Reply reply) {
        return StreamSupport.stream(reply.expect(200).body().path("results").spliterator(), false)
                .toList();
    }
}
