package io.keyward.config.encryption;

import static io.keyward.config.Tenants.KEY;
import static io.keyward.config.Tenants.OTHER_KEY;
import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.cluster;
import static io.keyward.config.Tenants.clusters;
import static io.keyward.config.Tenants.encryption;
import static io.keyward.config.Tenants.projectWithKey;
import static io.keyward.config.Tenants.rows;
import static io.keyward.config.Tenants.unauthorizedRole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.keyward.config.FarEnd;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dry runs say what the change itself would say, all of it, and touch nothing. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
@Rule("C17")
class ForecastIT {
    private static final String OFF = "{'awsKms':{'enabled':false}}";

    FarEnd others;

    private String groupId;
    private List<String> before;

    @BeforeEach
    void aKeyInUse() {
        others.reset();
        groupId = projectWithKey();
        OWNER.call("2024-10-23")
                .body(cluster("orders", "AWS").replace('\'', '"'))
                .post(clusters(groupId))
                .then()
                .statusCode(201);
        before = state();
    }

    @AfterEach
    void nothingWasChangedAndNobodyTold() {
        assertThat(state()).isEqualTo(before);
        assertThat(others.asked("/closings")).isEmpty();
    }

    @Test
    void anotherKeyWouldMoveTheClusters() {
        forecast("{'awsKms':{'customerMasterKeyID':'" + OTHER_KEY + "'}}")
                .body("dryRun", is(true))
                .body("wouldChange", is(true))
                .body("accepted", is(true))
                .body("blockers", empty())
                .body("checks.outcome", contains("VALID"))
                .body("checks.key", contains(OTHER_KEY))
                .body("checks.region", contains("US_EAST_1"))
                .body("checks.path", contains("PUBLIC"))
                .body("checks.explanation", everyItem(notNullValue()))
                .body("clusters.name", contains("orders"))
                .body("clusters.change", contains("REWRAP"))
                .body("clusters[0].fromKeys", contains(KEY))
                .body("clusters[0].toKey", is(OTHER_KEY))
                .body("snapshots", empty())
                .body("endpoints", empty());
    }

    @Test
    void whatChangesNothingWouldChangeNothing() {
        forecast(OWNER.get(encryption(groupId)).asString())
                .body("wouldChange", is(false))
                .body("accepted", is(true));
        forecast("{}").body("wouldChange", is(false));
    }

    @Test
    void allThatStandsInTheWayIsNamedAtOnce() {
        revoked();
        others.onKey(FarEnd.refusing("REVOKED", "KEY_DISABLED"));

        forecast("{'awsKms':{'customerMasterKeyID':'" + OTHER_KEY + "'}}")
                .body("accepted", is(false))
                .body(
                        "blockers.errorCode",
                        contains("ENCRYPTION_AT_REST_SETTINGS_INVALID", "AWS_KMS_CUSTOMER_MASTER_KEY_NOT_ENABLED"))
                .body("blockers.status", contains(400, 400))
                .body("blockers[0].detail", containsString("orders"))
                .body("checks.outcome", contains("REVOKED"))
                .body("checks.reason", contains("KEY_DISABLED"))
                .body("checks.remedy", contains("Do this."));
        forecast(OFF).body("blockers.errorCode", contains("ENCRYPTION_AT_REST_SETTINGS_INVALID"));
    }

    @Test
    void whatIsWrongWithTheRequestIsABlockerToo() {
        forecast("{'azureKeyVault':{'enabled':true}}").body("blockers.errorCode", contains("MISSING_ATTRIBUTE"));
        String role = unauthorizedRole(groupId);
        before = state();
        forecast("{'awsKms':{'roleId':'" + role + "'}}")
                .body("blockers.errorCode", contains("CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED"))
                .body("checks", empty());
    }

    @Test
    @Rule("C8")
    void endpointsComeFirstAndClustersThen() {
        OWNER.patch(encryption(groupId), "{'awsKms':{'requirePrivateNetworking':true}}")
                .then()
                .statusCode(200);
        before = state();
        others.onEndpoints(FarEnd.endpoints("us-east-1:ACTIVE", "eu-west-1:FAILED"));
        int asked = others.asked("key-checks").size();

        forecast(OFF)
                .body(
                        "blockers.errorCode",
                        contains(
                                "CANNOT_DISABLE_ENCRYPTION_AT_REST_DUE_TO_PRIVATE_ENDPOINTS",
                                "CANNOT_DISABLE_ENCRYPTION_AT_REST"))
                .body("blockers.status", contains(400, 409))
                .body("endpoints.regionName", contains("US_EAST_1", "EU_WEST_1"))
                .body("endpoints.status", contains("ACTIVE", "FAILED"));
        forecast("{'awsKms':{'requirePrivateNetworking':false}}")
                .body("blockers", hasSize(1))
                .body("blockers[0].detail", allOf(containsString("US_EAST_1"), containsString("EU_WEST_1")));
        assertThat(others.asked("key-checks")).hasSize(asked);
    }

    @Test
    void theOldPathForecastsAsWellAndOnlyTrueIsTrue() {
        OWNER.call("2024-11-13")
                .accept("application/json")
                .contentType("application/json")
                .body("{}")
                .patch("/api/atlas/v1.0/groups/" + groupId + "/encryptionAtRest?dryRun=true")
                .then()
                .statusCode(200)
                .body("dryRun", is(true));
        OWNER.patch(encryption(groupId) + "?dryRun=yes", OFF)
                .then()
                .statusCode(400)
                .body("errorCode", is("INVALID_ENUM_VALUE"));
    }

    @Test
    void withoutAnAnswerThereIsNoForecast() {
        others.onKey(question -> "");

        OWNER.patch(encryption(groupId) + "?dryRun=true", "{'awsKms':{'customerMasterKeyID':'" + OTHER_KEY + "'}}")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue());
    }

    private ValidatableResponse forecast(String body) {
        return OWNER.patch(encryption(groupId) + "?dryRun=true", body).then().statusCode(200);
    }

    private void revoked() {
        rows(
                "insert into key_verdict (key_use_id, verdict, checked_at, revision) select id, 'REVOKED', now(), 1 from key_use"
                        + " where group_id = '" + groupId + "' returning key_use_id");
    }

    /** Everything that is stored of the project, and every event about it. */
    private List<String> state() {
        return rows("""
                select cast(row(e.*) as text) from encryption_config e where group_id = '%1$s'
                union all select cast(row(k.*) as text) from project_key k where group_id = '%1$s'
                union all select cast(row(u.*) as text) from key_use u where group_id = '%1$s'
                union all select cast(row(c.*) as text) from cluster c where group_id = '%1$s'
                union all select cast(count(*) as text) from outbox where payload->>'groupId' = '%1$s'
                """.formatted(groupId));
    }
}
