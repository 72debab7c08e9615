package io.keyward.local.chaos.rolling;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.chaos.rolling.Ledger.Kind;
import io.keyward.local.client.DigestClient;
import io.keyward.local.client.DigestClient.Reply;
import io.keyward.local.client.Patience;
import java.time.Duration;

/** What the people of one project do again and again, through all services. */
final class Routine {
    private static final String V2023 = "2023-01-01";
    private static final String CLUSTERS_WRITE = "2024-10-23";
    private static final String CLUSTERS_READ = "2024-08-05";
    private static final String CLUSTERS_DELETE = "2023-02-01";
    private static final String NEWEST = "2025-03-12";
    private static final String PLAIN = "application/json";
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final int NO_CONTENT = 204;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final DigestClient client;
    private final String groupId;
    private final String region;
    private final String hookUrl;
    private final Ledger ledger;

    /** @param key of the project, as the API shows it */
    Routine(DigestClient client, String groupId, JsonNode key, String hookUrl, Ledger ledger) {
        this.client = client;
        this.groupId = groupId;
        this.region = key.path("region").asText();
        this.hookUrl = hookUrl;
        this.ledger = ledger;
    }

    /** The key of a project, as the API shows it. */
    static JsonNode key(DigestClient client, String groupId) {
        return client.get("/api/atlas/v2/groups/" + groupId + "/encryptionAtRest", V2023)
                .expect(OK)
                .body()
                .path("awsKms");
    }

    /** Insists on private networking from now on, so that there can be endpoints. */
    static void insistOnPrivacy(DigestClient client, String groupId, JsonNode key) {
        String body = """
            {"awsKms":{"enabled":true,"roleId":"%s","customerMasterKeyID":"%s","region":"%s","requirePrivateNetworking":true}}\
            """.formatted(
                        key.path("roleId").asText(),
                        key.path("customerMasterKeyID").asText(),
                        key.path("region").asText());
        client.patch("/api/atlas/v2/groups/" + groupId + "/encryptionAtRest", V2023, body)
                .expect(OK);
    }

    /** A cluster comes and goes, and people look at it. */
    void cluster(int number) {
        String name = "rolling-" + number;
        String body = """
            {"name":"%s","clusterType":"REPLICASET","encryptionAtRestProvider":"AWS","replicationSpecs":[{"regionConfigs":[
             {"providerName":"AWS","regionName":"%s","priority":7,"electableSpecs":{"instanceSize":"M10","nodeCount":3}}]}]}\
            """.formatted(name, region);
        ledger.answered("creating " + name, CREATED, client.post(in("clusters"), CLUSTERS_WRITE, body));
        ledger.acknowledge(Kind.CLUSTER_CREATED, groupId, name);
        ledger.answered("reading " + name, OK, client.get(in("clusters/" + name), CLUSTERS_READ));
        ledger.answered("deleting " + name, ACCEPTED, client.delete(in("clusters/" + name), CLUSTERS_DELETE));
        ledger.acknowledge(Kind.CLUSTER_DELETION_REQUESTED, groupId, name);
    }

    /** An alert is configured, and no longer. */
    void alertConfiguration(int number) {
        String body = """
            {"eventTypeName":"AWS_ENCRYPTION_KEY_INVALID","enabled":true,"notifications":[
             {"typeName":"WEBHOOK","delayMin":0,"intervalMin":60,"webhookUrl":"%s?%d","webhookSecret":"a-secret-of-%s"}]}\
            """.formatted(hookUrl, number, groupId);
        Reply made = ledger.answered("configuring an alert", CREATED, client.post(in("alertConfigs"), NEWEST, body));
        String id = made.body().path("id").asText();
        ledger.acknowledge(Kind.ALERT_CONFIG_CREATED, groupId, id);
        ledger.answered("listing alert configurations", OK, client.get(in("alertConfigs"), NEWEST));
        ledger.answered("removing an alert", NO_CONTENT, client.delete(in("alertConfigs/" + id), NEWEST));
        ledger.acknowledge(Kind.ALERT_CONFIG_DELETED, groupId, id);
    }

    /** The key is configured as it was: config-service has validation-service check it, whichever replicas of the two those are. */
    void key(int number) {
        JsonNode key = key(client, groupId);
        String body =
                "{\"awsKms\":{\"enabled\":true,\"roleId\":\"%s\",\"customerMasterKeyID\":\"%s\",\"region\":\"%s\"}}"
                        .formatted(
                                key.path("roleId").asText(),
                                key.path("customerMasterKeyID").asText(),
                                region);
        ledger.answered("configuring the key", OK, client.patch(in("encryptionAtRest"), V2023, body));
        ledger.answered("reading the key's state", OK, client.call("GET", extension("keyUses"), PLAIN, null));
        ledger.answered("listing clusters, time " + number, OK, client.get(in("clusters"), CLUSTERS_READ));
    }

    /** A private endpoint is asked for, comes, and goes. */
    void endpoint(int number) {
        Reply asked = ledger.answered(
                "asking for endpoint " + number,
                ACCEPTED,
                client.post(endpoints(), V2023, "{\"regionName\":\"" + region + "\"}"));
        String id = asked.body().path("id").asText();
        ledger.acknowledge(Kind.ENDPOINT_REQUESTED, groupId, id);
        awaitEndpoint(id, "ACTIVE", true);
        ledger.answered("removing endpoint " + number, NO_CONTENT, client.delete(endpoints() + "/" + id, V2023));
        awaitEndpoint(id, id, false);
    }

    private void awaitEndpoint(String id, String text, boolean there) {
        boolean found = Patience.until(
                LIMIT,
                PAUSE,
                () -> ledger.answered("listing endpoints", OK, client.get(endpoints(), V2023))
                                .text()
                                .contains(text)
                        == there);
        if (!found) {
            throw new IllegalStateException("endpoint " + id + " did not come to " + (there ? text : "its end"));
        }
    }

    private String endpoints() {
        return in("encryptionAtRest/AWS/privateEndpoints");
    }

    private String in(String resource) {
        return "/api/atlas/v2/groups/" + groupId + "/" + resource;
    }

    private String extension(String resource) {
        return "/api/keyward/v1/groups/" + groupId + "/" + resource;
    }
}
