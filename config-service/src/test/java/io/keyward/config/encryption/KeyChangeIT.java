package io.keyward.config.encryption;

import static io.keyward.config.Tenants.KEY;
import static io.keyward.config.Tenants.OTHER_KEY;
import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.authorize;
import static io.keyward.config.Tenants.cluster;
import static io.keyward.config.Tenants.clusters;
import static io.keyward.config.Tenants.encryption;
import static io.keyward.config.Tenants.peer;
import static io.keyward.config.Tenants.projectWithKey;
import static io.keyward.config.Tenants.role;
import static io.keyward.config.Tenants.rows;
import static io.keyward.config.Tenants.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.config.FarEnd;
import io.keyward.config.FarEnd.Asked;
import io.keyward.config.project.ProjectStore;
import io.keyward.contracts.Actor;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another key while clusters are under the present one: who moves, what stays, and what stands in the way. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class KeyChangeIT {
    private static final String THIRD_KEY = KEY.replace("12345678", "11111111");
    private static final String SINGLE_KEY = KEY.replace("mrk-", "");
    private static final String OFF = "{'awsKms':{'enabled':false}}";

    FarEnd others;

    @Inject
    RegionKeys regionKeys;

    @Inject
    ProjectStore projects;

    private String groupId;

    @BeforeEach
    void aKeyInUse() {
        others.reset();
        groupId = projectWithKey();
        build(cluster("orders", "AWS"));
    }

    @Test
    @Rule({"C5", "C9", "C10", "C16"})
    void everyClusterMovesAndTheFormerKeyStaysUntilTheLastHasLeftIt() {
        String former = currentKey();

        change(OTHER_KEY).then().statusCode(200).body("awsKms.customerMasterKeyID", is(OTHER_KEY));

        String current = currentKey();
        assertThat(keyUses("key")).containsExactly(OTHER_KEY, KEY);
        assertThat(keyUses("former")).containsExactly("false", "true");
        assertThat(keyUses("keyId")).containsExactly(current, former).doesNotHaveDuplicates();
        assertThat(keyIdsOf("orders")).containsExactly(current, former);

        change(THIRD_KEY).then().statusCode(200);
        assertThat(keyUses("key")).containsExactly(THIRD_KEY, OTHER_KEY, KEY);
        change(KEY).then().statusCode(200);
        assertThat(currentKey()).isEqualTo(former);
        assertThat(keyUses("former")).containsExactly("false", "true", "true");
        assertThat(keyIdsOf("orders")).startsWith(former).hasSize(3).contains(current);

        moved("orders", former);
        assertThat(keyUses("key")).containsExactly(KEY);
        assertThat(rows("select arn from project_key where group_id = '" + groupId + "'"))
                .containsExactly(KEY);
    }

    @Test
    @Rule("C10")
    void aSecondPatchOfTheSameKeyTellsNobody() {
        change(OTHER_KEY).then().statusCode(200);
        int told = events("encryption", groupId).size();
        List<String> keyIds = keyIdsOf("orders");

        change(OTHER_KEY).then().statusCode(200);

        assertThat(events("encryption", groupId)).hasSize(told);
        assertThat(keyIdsOf("orders")).isEqualTo(keyIds);
    }

    @Test
    @Rule({"C8", "C9"})
    void aKeyThatIsNotValidLetsNoClusterGo() {
        revoked(KEY);

        for (String body : List.of(otherKey(OTHER_KEY), OFF)) {
            refused(body, 400, "ENCRYPTION_AT_REST_SETTINGS_INVALID")
                    .body(
                            "detail",
                            allOf(containsString("orders"), containsString(KEY), containsString("valid again")));
        }
        OWNER.patch(encryption(groupId), "{'awsKms':{'roleId':'" + role(groupId) + "'}}")
                .then()
                .statusCode(200);
        assertThat(keyUses("key")).containsExactly(KEY);

        OWNER.call("2023-02-01").delete(clusters(groupId) + "/orders").then().statusCode(202);
        change(OTHER_KEY).then().statusCode(200);
        assertThat(keyUses("key")).containsExactly(OTHER_KEY, KEY);
        OWNER.patch(encryption(groupId), OFF).then().statusCode(200);
        assertThat(keyUses("key")).containsExactly(KEY);
        assertThat(events("encryption", groupId).getLast()).contains("keyward.encryption.disabled.v1");
        moved("orders", "");
        assertThat(keyUses("key")).isEmpty();
    }

    @Test
    @Rule({"R4", "R7"})
    void aNewRoleHasToOpenTheFormerKeyToo() {
        change(OTHER_KEY).then().statusCode(200);
        String newRole = role(groupId);
        others.onKey(KeyChangeIT::allButTheFormerKey);

        refused("{'awsKms':{'roleId':'" + newRole + "'}}", 400, "NO_PERMISSION_TO_ENCRYPT_DECRYPT")
                .body("detail", allOf(containsString(KEY), containsString("still needed")));
        String present = OWNER.get(encryption(groupId)).path("awsKms.roleId");
        authorize(groupId, present, "arn:aws:iam::111122223333:role/another")
                .then()
                .statusCode(400)
                .body("errorCode", is("NO_PERMISSION_TO_ENCRYPT_DECRYPT"))
                .body("detail", containsString(KEY));

        revoked(KEY);
        OWNER.patch(encryption(groupId), "{'awsKms':{'roleId':'" + newRole + "'}}")
                .then()
                .statusCode(200);
        assertThat(rows("select distinct role_id from project_key where group_id = '" + groupId + "'"))
                .containsExactly(newRole);
    }

    @Test
    @Rule({"C10", "C18"})
    void behindPrivateNetworkingTheNewKeyIsProvedInEveryRegionWithAnEndpoint() {
        OWNER.patch(encryption(groupId), "{'awsKms':{'requirePrivateNetworking':true}}")
                .then()
                .statusCode(200);
        others.onClosing(FarEnd.endpoints("us-east-1:ACTIVE", "eu-west-1:ACTIVE"));

        refused(otherKey(SINGLE_KEY), 400, "AWS_KMS_KEY_NOT_REPLICATED_IN_REGION")
                .body("detail", containsString("EU_WEST_1"));
        others.onKey(question -> region(question).equals("eu-west-1")
                ? FarEnd.refusing("INCONCLUSIVE", "UNREACHABLE").to(question)
                : FarEnd.valid(question));
        refused(otherKey(OTHER_KEY), 400, "KMS_NETWORK_ACCESS_DENIED");
        others.onKey(FarEnd::valid);
        int asked = others.asked("key-checks").size();

        change(OTHER_KEY).then().statusCode(200);

        assertThat(others.asked("key-checks").subList(asked, asked + 2))
                .extracting(Asked::question)
                .allMatch(question -> question.path("privateNetworking").asBoolean())
                .extracting(KeyChangeIT::region)
                .containsExactly("us-east-1", "eu-west-1");
    }

    @Test
    @Rule({"C10", "E1", "P3"})
    void anEndpointThatWasAdmittedForTheFormerKeyMeanwhileIsAConflict() {
        OWNER.patch(encryption(groupId), "{'awsKms':{'requirePrivateNetworking':true}}")
                .then()
                .statusCode(200);
        AtomicBoolean first = new AtomicBoolean(true);
        others.onKey(question -> {
            if (first.getAndSet(false)) {
                peer("endpoint-service")
                        .body("{\"provider\":\"AWS\",\"region\":\"us-east-1\"}")
                        .post("/internal/v1/projects/" + groupId + "/endpoint-admissions")
                        .then()
                        .statusCode(200);
            }
            return FarEnd.valid(question);
        });

        refused(otherKey(OTHER_KEY), 409, "CONCURRENT_MODIFICATION");

        assertThat(keyUses("key")).containsExactly(KEY);
        change(OTHER_KEY).then().statusCode(200);
    }

    @Test
    @Rule({"C10", "P3"})
    void aClusterThatCameWhileTheKeyWasProvedMovesToo() {
        AtomicBoolean first = new AtomicBoolean(true);
        others.onKey(question -> {
            if (first.getAndSet(false)) {
                build(cluster("meanwhile", "AWS"));
            }
            return FarEnd.valid(question);
        });

        change(OTHER_KEY).then().statusCode(200);

        assertThat(keyIdsOf("meanwhile")).isEqualTo(keyIdsOf("orders")).startsWith(currentKey());
        build(cluster("afterwards", "AWS"));
        assertThat(keyIdsOf("afterwards")).containsExactly(currentKey());
    }

    @Test
    @Rule({"C10", "P3"})
    void aClusterThatCameWhereNobodyLookedIsAConflict() {
        AtomicBoolean first = new AtomicBoolean(true);
        others.onKey(question -> {
            if (first.getAndSet(false)) {
                build(cluster("far", "AWS").replace("US_EAST_1", "EU_WEST_1"));
            }
            return FarEnd.valid(question);
        });

        refused(otherKey(OTHER_KEY), 409, "CONCURRENT_MODIFICATION");

        assertThat(keyIdsOf("far")).containsExactly(currentKey());
        change(OTHER_KEY).then().statusCode(200);
        assertThat(keyUses("region")).containsExactly("us-east-1", "eu-west-1", "us-east-1", "eu-west-1");
    }

    @Test
    @Rule({"C1", "P3"})
    void aProviderThatIsRefusedLeavesTheOtherAsItWas() {
        String before = OWNER.get(encryption(groupId)).asString();
        int told = events("encryption", groupId).size();

        refused(
                "{'awsKms':{'customerMasterKeyID':'" + OTHER_KEY + "'},'googleCloudKms':{'serviceAccountKey':'{}'}}",
                400,
                "ENCRYPTION_AT_REST_PROVIDER_NOT_SUPPORTED");

        assertThat(OWNER.get(encryption(groupId)).asString()).isEqualTo(before);
        assertThat(events("encryption", groupId)).hasSize(told);
    }

    /** As if the driver had told that all of the cluster is under that key alone. */
    private void moved(String cluster, String keyIds) {
        rows("update cluster set key_ids = '" + keyIds + "' where name = '" + cluster + "' and group_id = '" + groupId
                + "' returning id");
        run(() -> Panache.withTransaction(
                () -> projects.lock(groupId).chain(() -> regionKeys.release(groupId, Actor.system("test")))));
    }

    /** As if the last check had found the key taken away. */
    private void revoked(String arn) {
        rows(
                "insert into key_verdict (key_use_id, verdict, checked_at, revision) select id, 'REVOKED', now(), 1 from key_use"
                        + " where group_id = '" + groupId + "' and arn = '" + arn + "' returning key_use_id");
    }

    private static String allButTheFormerKey(JsonNode question) {
        return question.path("key").asText().equals(KEY)
                ? FarEnd.refusing("REVOKED", "ACCESS_REVOKED").to(question)
                : FarEnd.valid(question);
    }

    private static String region(JsonNode question) {
        return question.path("region").asText();
    }

    private Response change(String arn) {
        return OWNER.patch(encryption(groupId), otherKey(arn));
    }

    private static String otherKey(String arn) {
        return "{'awsKms':{'customerMasterKeyID':'" + arn + "'}}";
    }

    private ValidatableResponse refused(String body, int status, String code) {
        return OWNER.patch(encryption(groupId), body).then().statusCode(status).body("errorCode", is(code));
    }

    private void build(String body) {
        OWNER.call("2024-10-23")
                .body(body.replace('\'', '"'))
                .post(clusters(groupId))
                .then()
                .statusCode(201);
    }

    private String currentKey() {
        return rows("select id from project_key where state = 'CURRENT' and group_id = '" + groupId + "'")
                .getFirst();
    }

    /** What the last event about the cluster says. */
    private List<String> keyIdsOf(String cluster) {
        return rows(
                "select jsonb_array_elements_text(last.payload->'keyIds') from (select payload from outbox where topic ="
                        + " 'keyward.clusters' and payload->>'groupId' = '" + groupId + "' and payload->>'name' = '"
                        + cluster
                        + "' order by position desc limit 1) last");
    }

    /** What the last event about the project's encryption says of its key uses. */
    private List<String> keyUses(String field) {
        return rows("select jsonb_array_elements(last.payload->'keyUses')->>'" + field + "' from (select payload from"
                + " outbox where topic = 'keyward.encryption' and key = '" + groupId
                + "' order by position desc limit 1) last");
    }

    private static List<String> events(String topic, String key) {
        return rows("select cast(payload as text) from outbox where topic = 'keyward." + topic + "' and key = '" + key
                + "' order by position");
    }
}
