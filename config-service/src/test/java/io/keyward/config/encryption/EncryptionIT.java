package io.keyward.config.encryption;

import static io.keyward.config.Tenants.KEY;
import static io.keyward.config.Tenants.OTHER_KEY;
import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.cluster;
import static io.keyward.config.Tenants.clusters;
import static io.keyward.config.Tenants.configuring;
import static io.keyward.config.Tenants.encryption;
import static io.keyward.config.Tenants.project;
import static io.keyward.config.Tenants.projectWithKey;
import static io.keyward.config.Tenants.role;
import static io.keyward.config.Tenants.rows;
import static io.keyward.config.Tenants.unauthorizedRole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.keyward.config.FarEnd;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class EncryptionIT {
    FarEnd validation;

    @BeforeEach
    void forget() {
        validation.reset();
    }

    @Test
    @Rule({"C1", "R3", "P4"})
    void takesTheManualsPatchWithAllItsFields() {
        String groupId = project();
        String roleId = role(groupId);
        String body = """
                {'awsKms':{'accessKeyID':'019dd98d94b4bb778e7552e4','customerMasterKeyID':'mrk-12345678','enabled':true,
                 'region':'US_EAST_1','roleId':'%s','secretAccessKey':'hush-hush','requirePrivateNetworking':true}}""".formatted(roleId);

        Response reply = OWNER.patch(encryption(groupId) + "/", body);

        reply.then()
                .statusCode(200)
                .contentType("application/vnd.atlas.2023-01-01+json")
                .body("awsKms.enabled", is(true))
                .body("awsKms.valid", is(true))
                .body("awsKms.customerMasterKeyID", is("mrk-12345678"))
                .body("awsKms.region", is("US_EAST_1"))
                .body("awsKms.roleId", is(roleId))
                .body("awsKms.requirePrivateNetworking", is(true))
                .body("awsKms", not(hasKey("secretAccessKey")))
                .body("azureKeyVault.enabled", is(false))
                .body("azureKeyVault", hasKey("keyIdentifier"))
                .body("googleCloudKms.valid", is(false));
        assertThat(OWNER.get(encryption(groupId)).asString()).isEqualTo(reply.asString());
        assertThat(rows("select cast(row(c.*, u.*) as text) from encryption_config c join key_use u using (group_id)"
                                + " where group_id = '" + groupId + "'")
                        .toString())
                .contains("arn:aws:kms:us-east-1:111122223333:key/mrk-12345678")
                .doesNotContain("hush-hush")
                .doesNotContain("019dd98d94b4bb778e7552e4");
        assertThat(lastEvent(groupId).getString("keyUses[0].key"))
                .isEqualTo("arn:aws:kms:us-east-1:111122223333:key/mrk-12345678");
        assertThat(lastEvent(groupId).getString("keyUses[0].region")).isEqualTo("us-east-1");
    }

    @Test
    @Rule("A5")
    void answersTheOldPathWithPrettyAndEnvelope() {
        String groupId = project();
        String path = "/api/atlas/v1.0/groups/" + groupId + "/encryptionAtRest?pretty=true&envelope=true";

        Response reply = io.restassured.RestAssured.given()
                .auth()
                .digest(OWNER.publicKey(), OWNER.privateKey())
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .body(configuring(KEY, role(groupId)).replace('\'', '"').replace("US_EAST_1", "us-east-1"))
                .patch(path);

        reply.then().statusCode(200).body("status", is(200)).body("content.awsKms.valid", is(true));
        assertThat(reply.asString()).contains("\n");
        reply.then().body("content.awsKms.region", is("US_EAST_1"));
    }

    @Test
    @Rule("C1")
    void takesItsOwnAnswerBackWithoutTellingAnybody() {
        String groupId = projectWithKey();
        String whole = OWNER.get(encryption(groupId)).asString();
        int checks = validation.asked("key-checks").size();
        int events = events(groupId).size();

        OWNER.patch(encryption(groupId), whole).then().statusCode(200);
        OWNER.patch(encryption(groupId), "{}").then().statusCode(200);
        assertThat(OWNER.patch(encryption(groupId), "{'awsKms':{}}").asString()).isEqualTo(whole);

        assertThat(events(groupId)).hasSize(events);
        assertThat(validation.asked("key-checks")).hasSize(checks);
    }

    @Test
    @Rule("C1")
    void disablingErasesAndIsRepeatable() {
        String groupId = projectWithKey();
        String all =
                "{'awsKms':{'enabled':false},'azureKeyVault':{'enabled':false},'googleCloudKms':{'enabled':false}}";

        OWNER.patch(encryption(groupId), all)
                .then()
                .statusCode(200)
                .body("awsKms.enabled", is(false))
                .body("awsKms.valid", is(false))
                .body("awsKms.customerMasterKeyID", nullValue());
        OWNER.patch(encryption(groupId), all).then().statusCode(200);

        assertThat(lastEvent(groupId).getString("type")).isEqualTo("keyward.encryption.disabled.v1");
        assertThat(events(groupId)).hasSize(2);
    }

    @Test
    @Rule({"C2", "C4", "R2", "R3", "R5"})
    void refusesWithThePreciseReasonAndChangesNothing() {
        String groupId = project();
        String roleId = role(groupId);
        String body = configuring(KEY, roleId);

        refused(groupId, configuring(KEY, unauthorizedRole(groupId)), 400, "CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED");
        refused(groupId, configuring(KEY, "0123456789abcdef01234567"), 404, "CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND");
        refused(groupId, configuring(KEY, role(project())), 404, "CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND");
        refused(groupId, body.replace("US_EAST_1", "EU_WEST_1"), 400, "INVALID_ATTRIBUTE");
        refused(groupId, body.replace("US_EAST_1", "MOON_1"), 400, "INVALID_REGION");
        refused(groupId, "{'googleCloudKms':{'enabled':true}}", 400, "MISSING_ATTRIBUTE");
        refused(
                groupId,
                "{'awsKms':{'enabled':true,'accessKeyID':'AKIAIOSFODNN7EXAMPLE','secretAccessKey':'hush'}}",
                400,
                "AWS_KMS_CREDENTIALS_AUTH_DEPRECATED");
        refused(groupId, "{'awsKms':{'enabled':true,'colour':'red'}}", 400, "INVALID_ATTRIBUTE");
        refused(groupId, "{'awsKms':{'enabled':'perhaps'}}", 400, "INVALID_JSON_ATTRIBUTE");
        validation.onKey(FarEnd.refusing("REVOKED", "KEY_DISABLED"));
        refused(groupId, body, 400, "AWS_KMS_CUSTOMER_MASTER_KEY_NOT_ENABLED");
        validation.onKey(FarEnd.refusing("REVOKED", "KEY_PENDING_DELETION"));
        refused(groupId, body, 400, "AWS_KMS_CUSTOMER_MASTER_KEY_PENDING_DELETION");
        validation.onKey(FarEnd.refusing("REVOKED", "KEY_MATERIAL_MISSING"));
        refused(groupId, body, 400, "AWS_KMS_CUSTOMER_MASTER_KEY_PENDING_IMPORT");
        validation.onKey(FarEnd.refusing("UNUSABLE", "WRONG_KEY_USAGE"));
        refused(groupId, body, 400, "AWS_KMS_KEY_USAGE_NOT_SUPPORTED");
        validation.onKey(FarEnd.refusing("UNUSABLE", "ENCRYPT_DENIED"));
        refused(groupId, body, 400, "NO_PERMISSION_TO_ENCRYPT_DECRYPT");
        validation.onKey(FarEnd.refusing("INCONCLUSIVE", "UNREACHABLE"));
        refused(groupId, body, 400, "KMS_NETWORK_ACCESS_DENIED");
        validation.onKey(FarEnd.refusing("INCONCLUSIVE", "THROTTLED"));
        refused(groupId, body, 503, "KMS_UNAVAILABLE");
        validation.onKey(question -> "");
        refused(groupId, body, 503, "SERVICE_UNAVAILABLE");

        OWNER.get(encryption(groupId)).then().body("awsKms.enabled", is(false));
        assertThat(events(groupId)).isEmpty();
    }

    @Test
    @Rule("C2")
    void behindPrivateNetworkingAKeyOutOfReachIsPending() {
        String groupId = project();
        String body = configuring(KEY, role(groupId)).replace("'enabled'", "'requirePrivateNetworking':true,'enabled'");
        validation.onKey(FarEnd.refusing("INCONCLUSIVE", "UNREACHABLE"));

        OWNER.patch(encryption(groupId), body)
                .then()
                .statusCode(200)
                .body("awsKms.enabled", is(true))
                .body("awsKms.valid", is(false));
        refused(
                project(),
                configuring("mrk-1", "0123456789abcdef01234567"),
                404,
                "CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND");
    }

    @Test
    @Rule({"C8", "C9"})
    void aKeyThatClustersUseIsNotDisabled() {
        String groupId = projectWithKey();
        String keyUse = lastEvent(groupId).getString("keyUses[0].keyUseId");
        OWNER.call("2024-10-23")
                .body(cluster("orders", "AWS").replace('\'', '"'))
                .post(clusters(groupId))
                .then()
                .statusCode(201);

        OWNER.patch(encryption(groupId), "{'awsKms':{'enabled':false}}")
                .then()
                .statusCode(409)
                .body("errorCode", is("CANNOT_DISABLE_ENCRYPTION_AT_REST"))
                .body("detail", containsString("orders"));
        OWNER.patch(encryption(groupId), "{'awsKms':{'roleId':'" + role(groupId) + "'}}")
                .then()
                .statusCode(200);
        assertThat(lastEvent(groupId).getString("keyUses[0].keyUseId")).isEqualTo(keyUse);

        OWNER.call("2023-02-01").delete(clusters(groupId) + "/orders").then().statusCode(202);
        OWNER.patch(encryption(groupId), "{'awsKms':{'enabled':false}}").then().statusCode(200);
    }

    @Test
    @Rule({"C1", "P3"})
    void ofTwoAtOnceOneWinsWhole() throws Exception {
        String groupId = projectWithKey();
        String otherRole = role(groupId);
        CyclicBarrier both = new CyclicBarrier(2);
        validation.onKey(question -> {
            try {
                both.await(5, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return FarEnd.valid(question);
        });

        List<Response> replies;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            CompletableFuture<Response> one = CompletableFuture.supplyAsync(
                    () -> OWNER.patch(encryption(groupId), "{'awsKms':{'roleId':'" + otherRole + "'}}"), threads);
            CompletableFuture<Response> two = CompletableFuture.supplyAsync(
                    () -> OWNER.patch(encryption(groupId), "{'awsKms':{'customerMasterKeyID':'" + OTHER_KEY + "'}}"),
                    threads);
            replies = List.of(one.get(), two.get());
        }

        assertThat(replies.stream().map(Response::statusCode)).containsExactlyInAnyOrder(200, 409);
        boolean roleWon = replies.getFirst().statusCode() == 200;
        OWNER.get(encryption(groupId))
                .then()
                .body("awsKms.customerMasterKeyID", is(roleWon ? KEY : OTHER_KEY))
                .body("awsKms.roleId", roleWon ? is(otherRole) : not(otherRole))
                .body("awsKms.valid", notNullValue());
        assertThat(events(groupId)).hasSize(2);
    }

    private static void refused(String groupId, String body, int status, String code) {
        Response reply = OWNER.patch(encryption(groupId), body);
        reply.then().statusCode(status).body("errorCode", is(code)).header("X-Error-Code", is(code));
        if (status == 503) {
            reply.then().header("Retry-After", notNullValue());
        }
    }

    private static List<String> events(String groupId) {
        return rows("select cast(payload as text) from outbox where topic = 'keyward.encryption' and key = '" + groupId
                + "' order by position");
    }

    private static JsonPath lastEvent(String groupId) {
        return JsonPath.from(events(groupId).getLast());
    }
}
