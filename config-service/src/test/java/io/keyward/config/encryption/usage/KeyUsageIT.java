package io.keyward.config.encryption.usage;

import static io.keyward.config.Tenants.KEY;
import static io.keyward.config.Tenants.OTHER_KEY;
import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.cluster;
import static io.keyward.config.Tenants.clusters;
import static io.keyward.config.Tenants.encryption;
import static io.keyward.config.Tenants.projectWithKey;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.keyward.config.FarEnd;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
@Rule("S3")
class KeyUsageIT {
    FarEnd others;

    private String groupId;

    @Test
    void everyKeyThatIsNeededIsListedAndSaysWhatIsUnderIt() {
        others.reset();
        groupId = projectWithKey();
        String unheld = OWNER.get(keys()).path("results[0].id");
        usage(unheld)
                .body("deletable", is(false))
                .body("heldBy.pendingConfigurations.state", contains("IN_FORCE"))
                .body("heldBy.clusters", empty());
        OWNER.call("2024-10-23")
                .body(cluster("orders", "AWS").replace('\'', '"'))
                .post(clusters(groupId))
                .then()
                .statusCode(201);
        OWNER.patch(encryption(groupId), "{'awsKms':{'customerMasterKeyID':'" + OTHER_KEY + "'}}")
                .then()
                .statusCode(200);

        OWNER.get(keys())
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("totalCount", is(2))
                .body("results.key", contains(OTHER_KEY, KEY))
                .body("results.state", contains("CURRENT", "FORMER"))
                .body("results.provider", contains("AWS", "AWS"))
                .body("results.replacedAt", contains(nullValue(), notNullValue()))
                .body("results[1].id", is(unheld))
                .body("results[0].rotationClockStart", notNullValue())
                .body("results[0].regions.regionName", contains("US_EAST_1"))
                .body("results[0].regions.verdict", contains("VALID"));
        for (String name : List.of(unheld, "mrk-12345678", KEY.replace("/", "%2F"), replica())) {
            usage(name)
                    .body("deletable", is(false))
                    .body("explanation", containsString("orders"))
                    .body("heldBy.clusters.name", contains("orders"))
                    .body("heldBy.clusters.deleting", contains(false))
                    .body("heldBy.rewraps.cluster", contains("orders"))
                    .body("heldBy.snapshots", empty())
                    .body("heldBy.pendingConfigurations", empty());
        }
    }

    @Test
    void aKeyThatWasLeftMayGo() {
        others.reset();
        groupId = projectWithKey();
        String left = OWNER.get(keys()).path("results[0].id");

        OWNER.patch(encryption(groupId), "{'awsKms':{'customerMasterKeyID':'" + OTHER_KEY + "'}}")
                .then()
                .statusCode(200);

        OWNER.get(keys()).then().body("results.key", contains(OTHER_KEY));
        for (String name : List.of(left, KEY.replace("/", "%2F"), replica())) {
            usage(name).body("deletable", is(true)).body("heldBy.pendingConfigurations", empty());
        }
    }

    @Test
    void aKeyOfNobodyOrOfSomebodyElseIsUnknown() {
        others.reset();
        String foreign = OWNER.get("/api/keyward/v1/groups/" + projectWithKey() + "/keys")
                .path("results[0].id");
        groupId = projectWithKey();

        for (String name : List.of(foreign, OTHER_KEY.replace("/", "%2F"), "mrk-87654321", "0123")) {
            OWNER.call("2024-11-13")
                    .urlEncodingEnabled(false)
                    .get(keys() + "/" + name + "/usage")
                    .then()
                    .statusCode(404)
                    .body("errorCode", is("PROJECT_KEY_NOT_FOUND"));
        }
    }

    private static String replica() {
        return KEY.replace("us-east-1", "eu-west-1").replace("/", "%2F");
    }

    private ValidatableResponse usage(String name) {
        return OWNER.call("2024-11-13")
                .urlEncodingEnabled(false)
                .get(keys() + "/" + name + "/usage")
                .then()
                .statusCode(200);
    }

    private String keys() {
        return "/api/keyward/v1/groups/" + groupId + "/keys";
    }
}
