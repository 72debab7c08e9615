package io.keyward.local.bench.sweep.stop;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.client.DigestClient;
import io.keyward.local.client.Exchange;
import io.keyward.local.demo.outside.CustomerCloud;
import io.keyward.local.demo.outside.Tenant;
import io.keyward.local.folder.Addresses;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A project whose clusters are all under one key, as its owner sees it, and the customer's EventBridge, which tells of what is done to the key. */
final class Fleet {
    private static final String JSON = "application/json";
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final int OK = 200;

    private static final String EVENT = """
            {"version":"0","id":"%1$s","detail-type":"AWS API Call via CloudTrail","source":"aws.kms","account":"111122223333",
             "time":"%2$s","region":"us-east-1","resources":[],
             "detail":{"eventVersion":"1.11","eventSource":"kms.amazonaws.com","eventName":"%3$s","awsRegion":"us-east-1","eventTime":"%2$s",
              "eventID":"%1$s","requestParameters":{"keyId":"%4$s"},
              "resources":[{"accountId":"111122223333","type":"AWS::KMS::Key","ARN":"%4$s"}]}}""";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Addresses addresses;
    private final Tenant tenant;
    private final DigestClient api;
    private final String keyArn;
    private String groupId = "";
    private String token = "";

    Fleet(Addresses addresses, CustomerCloud customer) {
        this.addresses = addresses;
        this.tenant = new Tenant(addresses);
        this.api = new DigestClient(addresses.baseUrl(), addresses.publicKey(), addresses.privateKey());
        this.keyArn = customer.keyArn();
    }

    /** Makes the project, so many clusters, and a source of hints. */
    void create(int clusters) {
        groupId = tenant.createProject("fleet");
        String roleId = tenant.createRole().path("roleId").asText();
        tenant.authorizeRole(roleId);
        tenant.useKey(keyArn, roleId);
        tenant.turnPrivateNetworkingOff().expect(OK);
        for (int number = 1; number <= clusters; number++) {
            tenant.createCluster("cluster-" + number, "US_EAST_1").expect(CREATED);
        }
        JsonNode source = api.call("POST", project("hintSources"), JSON, "{\"cloudProvider\":\"AWS\"}")
                .expect(CREATED)
                .body();
        token = source.path("token").asText();
    }

    String groupId() {
        return groupId;
    }

    /** Has the key checked so often from now on. */
    void checkEvery(Duration interval) {
        String body = "{\"intervalSeconds\":%d}".formatted(interval.toSeconds());
        api.call("PUT", project("keyCheckSettings"), JSON, body).expect(OK);
    }

    /** EventBridge tells that the key was treated so. */
    void hint(String eventName) {
        String body = EVENT.formatted(UUID.randomUUID(), Instant.now(), eventName, keyArn);
        HttpResponse<String> answer = Exchange.send(
                http,
                HttpRequest.newBuilder(URI.create(addresses.baseUrl() + "/api/keyward/v1/hints/aws"))
                        .header("Content-Type", JSON)
                        .header("Accept", JSON)
                        .header("Keyward-Hint-Token", token)
                        .POST(BodyPublishers.ofString(body))
                        .build());
        if (answer.statusCode() != ACCEPTED) {
            throw new IllegalStateException("the hint was refused: " + answer.statusCode() + " " + answer.body());
        }
    }

    private String project(String resource) {
        return "/api/keyward/v1/groups/" + groupId + "/" + resource;
    }
}
