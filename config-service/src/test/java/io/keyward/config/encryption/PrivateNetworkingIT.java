package io.keyward.config.encryption;

import static io.keyward.config.Tenants.KEY;
import static io.keyward.config.Tenants.OTHER_KEY;
import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.V2;
import static io.keyward.config.Tenants.cluster;
import static io.keyward.config.Tenants.clusters;
import static io.keyward.config.Tenants.configuring;
import static io.keyward.config.Tenants.encryption;
import static io.keyward.config.Tenants.project;
import static io.keyward.config.Tenants.projectWithKey;
import static io.keyward.config.Tenants.role;
import static io.keyward.config.Tenants.rows;
import static io.keyward.config.Tenants.setState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.config.FarEnd;
import io.keyward.config.FarEnd.Asked;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Turning private networking on and off, and what stands in the way. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class PrivateNetworkingIT {
    private static final String SINGLE = KEY.replace("mrk-", "");
    private static final String ON = "{'awsKms':{'requirePrivateNetworking':true}}";
    private static final String OFF = "{'awsKms':{'requirePrivateNetworking':false}}";
    private static final String DISABLED = "{'awsKms':{'enabled':false}}";

    FarEnd others;

    @BeforeEach
    void forget() {
        others.reset();
    }

    @Test
    @Rule({"C2", "C6"})
    void isTurnedOnAndOffAndTheCheckIsToldWhatIsWanted() {
        String groupId = privateProject();
        OWNER.patch(encryption(groupId), OFF).then().statusCode(200).body("awsKms.requirePrivateNetworking", is(false));

        assertThat(others.asked("key-checks"))
                .extracting(one -> one.question().path("privateNetworking").asBoolean())
                .containsExactly(false, true, false);
        assertThat(others.asked("/closings")).hasSize(1);
        assertThat(others.asked("/closings")
                        .getFirst()
                        .question()
                        .path("provider")
                        .asText())
                .isEqualTo("AWS");
        assertThat(lastEvent(groupId)).contains("\"privateNetworking\":false");
    }

    @Test
    @Rule({"A2", "C6"})
    void isRefusedForAnInactiveProject() {
        String groupId = projectWithKey();
        setState(groupId, "INACTIVE").then().statusCode(200);

        refused(groupId, ON, 400, "KMS_PRIVATE_NETWORKING_NOT_SUPPORTED").body("detail", containsString("ACTIVE"));

        setState(groupId, "ACTIVE").then().statusCode(200);
        OWNER.patch(encryption(groupId), ON).then().statusCode(200);
    }

    @Test
    @Rule("C6")
    void isRefusedForClustersThatPrivateEndpointsCannotServe() {
        String groupId = project();
        OWNER.patch(encryption(groupId), configuring(SINGLE, role(groupId)))
                .then()
                .statusCode(200);
        build(groupId, inTwoRegions("wide"));
        build(
                groupId,
                cluster("google", "AWS")
                        .replace("'AWS','regionName':'US_EAST_1'", "'GCP','regionName':'WESTERN_EUROPE'"));

        refused(groupId, ON, 400, "KMS_PRIVATE_NETWORKING_NOT_SUPPORTED")
                .body(
                        "detail",
                        allOf(
                                containsString("wide"),
                                containsString("single-Region"),
                                containsString("google"),
                                containsString("GCP")));
        assertThat(lastEvent(groupId)).contains("\"privateNetworking\":false");
    }

    @Test
    @Rule({"C6", "C18"})
    void isRefusedWhereTheKeyHasNoReplica() {
        String groupId = projectWithKey();
        others.onKey(PrivateNetworkingIT::onlyInVirginia);
        build(groupId, inTwoRegions("wide"));

        refused(groupId, ON, 400, "AWS_KMS_KEY_NOT_REPLICATED_IN_REGION")
                .body("detail", allOf(containsString("EU_WEST_1"), containsString("replicate-key")));
    }

    @Test
    @Rule({"C7", "C8"})
    void endpointsAreTakenDownFirstThenClusters() {
        String groupId = privateProject();
        build(groupId, cluster("orders", "AWS"));
        String before = OWNER.get(encryption(groupId)).asString();
        others.onClosing(FarEnd.endpoints("us-east-1:ACTIVE", "eu-west-1:FAILED"));
        others.onEndpoints(FarEnd.endpoints("us-east-1:ACTIVE", "eu-west-1:FAILED"));

        refused(
                        groupId,
                        OFF,
                        400,
                        "CANNOT_DISABLE_ENCRYPTION_AT_REST_REQUIRE_PRIVATE_NETWORKING_WHILE_PRIVATE_ENDPOINTS_EXIST")
                .body("parameters", contains("EU_WEST_1", "US_EAST_1"))
                .body("detail", containsString("EU_WEST_1 (FAILED), US_EAST_1 (ACTIVE)"));
        refused(groupId, DISABLED, 400, "CANNOT_DISABLE_ENCRYPTION_AT_REST_DUE_TO_PRIVATE_ENDPOINTS")
                .body("detail", containsString("EU_WEST_1 (FAILED), US_EAST_1 (ACTIVE)"));
        assertThat(OWNER.get(encryption(groupId)).asString()).isEqualTo(before);

        others.onClosing(FarEnd.endpoints());
        others.onEndpoints(FarEnd.endpoints());
        refused(groupId, DISABLED, 409, "CANNOT_DISABLE_ENCRYPTION_AT_REST").body("detail", containsString("orders"));
        OWNER.call("2023-02-01").delete(clusters(groupId) + "/orders").then().statusCode(202);
        OWNER.patch(encryption(groupId), DISABLED).then().statusCode(200).body("awsKms.enabled", is(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INITIATING", "PENDING_ACCEPTANCE", "ACTIVE", "FAILED", "PENDING_RECREATION", "DELETING"})
    @Rule({"C7", "C8"})
    void anEndpointInAnyStateStandsInTheWayAndItsOwnerIsAskedEachTime(String status) {
        String groupId = privateProject();
        others.onClosing(FarEnd.endpoints("us-east-1:" + status, "us-east-1:INITIATING"));
        String there = "US_EAST_1 (" + status + ", INITIATING)";

        refused(
                        groupId,
                        OFF,
                        400,
                        "CANNOT_DISABLE_ENCRYPTION_AT_REST_REQUIRE_PRIVATE_NETWORKING_WHILE_PRIVATE_ENDPOINTS_EXIST")
                .body("parameters", contains("US_EAST_1"))
                .body("detail", containsString(there));
        refused(groupId, DISABLED, 400, "CANNOT_DISABLE_ENCRYPTION_AT_REST_DUE_TO_PRIVATE_ENDPOINTS")
                .body("detail", containsString(there));
        OWNER.delete(V2 + "/" + groupId)
                .then()
                .statusCode(409)
                .body("errorCode", is("CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_PRIVATE_ENDPOINT_SERVICES"))
                .body("detail", containsString(there));

        assertThat(others.asked(groupId + "/closings"))
                .extracting(one -> one.question().path("stamp").asLong())
                .hasSize(3)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    @Rule({"C7", "E9"})
    void nobodyAsksForTheKeyOverTheInternetWhileThereAreEndpoints() {
        String groupId = privateProject();
        others.onClosing(FarEnd.endpoints("us-east-1:ACTIVE"));
        int asked = others.asked("key-checks").size();

        refused(
                groupId,
                OFF,
                400,
                "CANNOT_DISABLE_ENCRYPTION_AT_REST_REQUIRE_PRIVATE_NETWORKING_WHILE_PRIVATE_ENDPOINTS_EXIST");

        assertThat(others.asked("key-checks")).hasSize(asked);
    }

    @Test
    @Rule({"C7", "C8"})
    void anAnswerWithoutAListIsNone() {
        String groupId = privateProject();

        for (String answer : List.of("{}", "null", "{\"endpoints\":[null]}", "{\"endpoints\":[{\"id\":\"1\"}]}")) {
            others.onClosing(question -> answer);
            refused(groupId, DISABLED, 503, "SERVICE_UNAVAILABLE").header("Retry-After", notNullValue());
        }
        others.onClosing(FarEnd.endpoints());
        others.onKey(question -> "{}");
        refused(groupId, otherKey(), 503, "SERVICE_UNAVAILABLE").header("Retry-After", notNullValue());
    }

    @Test
    @Rule({"C7", "C8"})
    void withoutEndpointServiceItSaysWhenToComeBackAndChangesNothing() {
        String groupId = privateProject();
        String before = OWNER.get(encryption(groupId)).asString();
        int events = events(groupId).size();
        others.onClosing(question -> "");

        for (String body : List.of(OFF, DISABLED, otherKey())) {
            refused(groupId, body, 503, "SERVICE_UNAVAILABLE").header("Retry-After", notNullValue());
        }

        assertThat(OWNER.get(encryption(groupId)).asString()).isEqualTo(before);
        assertThat(events(groupId)).hasSize(events);
    }

    @Test
    @Rule("C8")
    void endpointServiceIsNotAskedWherePrivateNetworkingIsOff() {
        String groupId = projectWithKey();
        others.onClosing(question -> "");

        OWNER.patch(encryption(groupId), otherKey()).then().statusCode(200);
        OWNER.patch(encryption(groupId), DISABLED).then().statusCode(200);

        assertThat(others.asked("/closings")).isEmpty();
    }

    @Test
    @Rule("C1")
    void theWholeAnswerSentBackAsksNobody() {
        String groupId = privateProject();
        String whole = OWNER.get(encryption(groupId)).asString();
        int asked = others.askedAbout(groupId).size();

        assertThat(OWNER.patch(encryption(groupId), whole).asString()).isEqualTo(whole);

        assertThat(others.askedAbout(groupId)).hasSize(asked);
    }

    @Test
    @Rule({"C9", "C18"})
    void everyRegionIsProvedAgainUnderAnotherRole() {
        String groupId = projectWithKey();
        build(groupId, inTwoRegions("wide"));
        others.onKey(FarEnd::valid);
        int asked = others.asked("key-checks").size();

        OWNER.patch(encryption(groupId), "{'awsKms':{'roleId':'" + role(groupId) + "'}}")
                .then()
                .statusCode(200)
                .body("awsKms.valid", is(true));

        assertThat(others.asked("key-checks").subList(asked, asked + 2))
                .extracting(Asked::question)
                .extracting(question -> question.path("region").asText())
                .containsExactly("us-east-1", "eu-west-1");
        assertThat(lastEvent(groupId))
                .contains("\"key\":\"" + KEY + "\"")
                .contains("\"key\":\"" + KEY.replace("us-east-1", "eu-west-1") + "\"");
        others.onKey(question -> question.path("region").asText().equals("eu-west-1")
                ? FarEnd.refusing("REVOKED", "KEY_DISABLED").to(question)
                : FarEnd.valid(question));
        refused(
                groupId,
                "{'awsKms':{'roleId':'" + role(groupId) + "'}}",
                400,
                "AWS_KMS_CUSTOMER_MASTER_KEY_NOT_ENABLED");
    }

    private static String onlyInVirginia(JsonNode question) {
        return question.path("region").asText().equals("us-east-1")
                ? FarEnd.valid(question)
                : FarEnd.refusing("UNUSABLE", "KEY_NEVER_FOUND").to(question);
    }

    private static String otherKey() {
        return "{'awsKms':{'customerMasterKeyID':'" + OTHER_KEY + "'}}";
    }

    private static String privateProject() {
        String groupId = projectWithKey();
        OWNER.patch(encryption(groupId), ON).then().statusCode(200).body("awsKms.requirePrivateNetworking", is(true));
        return groupId;
    }

    private static void build(String groupId, String body) {
        OWNER.call("2024-10-23")
                .body(body.replace('\'', '"'))
                .post(clusters(groupId))
                .then()
                .statusCode(201);
    }

    private static String inTwoRegions(String name) {
        return """
                {'name':'%s','clusterType':'REPLICASET','encryptionAtRestProvider':'AWS','replicationSpecs':[{'regionConfigs':[
                 {'providerName':'AWS','regionName':'US_EAST_1','priority':7,
                  'electableSpecs':{'instanceSize':'M10','nodeCount':2,'diskSizeGB':10.0}},
                 {'providerName':'AWS','regionName':'EU_WEST_1','priority':6,
                  'electableSpecs':{'instanceSize':'M10','nodeCount':1,'diskSizeGB':10.0}}]}]}""".formatted(name);
    }

    private static ValidatableResponse refused(String groupId, String body, int status, String code) {
        return OWNER.patch(encryption(groupId), body).then().statusCode(status).body("errorCode", is(code));
    }

    private static List<String> events(String groupId) {
        return rows("select cast(payload as text) from outbox where topic = 'keyward.encryption' and key = '" + groupId
                + "' order by position");
    }

    private static String lastEvent(String groupId) {
        return events(groupId).getLast().replace("\": ", "\":");
    }
}
