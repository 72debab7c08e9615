package io.keyward.validation.keychecks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.keyward.access.ProjectRole;
import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.Topics;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.cadence.SweepFixture;
import io.keyward.validation.keyuse.KeyUseFixture;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestCloud;
import io.keyward.validation.support.TestEvents;
import io.keyward.validation.support.TestPeople;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Base64;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a verdict explains itself: as it stands, in the history and in its event. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class EvidenceIT {
    @Inject
    TestPeople people;

    @Inject
    KeyUseFixture keyUses;

    @Inject
    SweepFixture sweep;

    @Inject
    Database database;

    private final String groupId = ObjectIds.next();
    private final String keyUseId = ObjectIds.next();
    private final String group = "/api/keyward/v1/groups/" + groupId;
    private String arn;

    @BeforeEach
    void aKeyInUse() {
        people.add(groupId, "owner", ProjectRole.GROUP_OWNER);
        people.add(groupId, "reader", ProjectRole.GROUP_READ_ONLY);
        arn = TestCloud.createKey();
        keyUses.configure(groupId, 1, TestCloud.use(keyUseId, arn, "external-secret-" + groupId));
        people.as(groupId, "owner").post(group + "/keyChecks").then().statusCode(200);
    }

    @AfterEach
    void clearSky() {
        TestCloud.control("DELETE", "disturbances/" + groupId, "");
    }

    @Rule({"P6", "V10"})
    @Test
    void aRevokedKeyShowsEachCallWithAllThatProvesIt() throws InterruptedException {
        try (var events = TestEvents.open(Topics.KEYS)) {
            TestCloud.disable(arn);
            sweep.check(groupId);
            Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(
                            database.one("select verdict from key_use where key_use_id = ?", keyUseId))
                    .isEqualTo("REVOKED"));

            get("/keyUses")
                    .body("results", hasSize(1))
                    .body("results[0].verdict", equalTo("REVOKED"))
                    .body("results[0].reason", equalTo("KEY_DISABLED"))
                    .body("results[0].explanation", containsString("disabled"))
                    .body("results[0].remedy", notNullValue())
                    .body("results[0].since", notNullValue())
                    .body("results[0].path.kind", equalTo("PUBLIC"))
                    .body("results[0].nextCheckAt", notNullValue())
                    .body("results[0].checkedAt", notNullValue())
                    .body("results[0]", not(hasKey("suspicion")))
                    .body("results[0].lastCalls.target", hasItem(arn))
                    .body("results[0].lastCalls.region", everyItem(equalTo(TestCloud.REGION)))
                    .body("results[0].lastCalls.path", everyItem(equalTo("PUBLIC")))
                    .body("results[0].lastCalls.requestId", everyItem(notNullValue()))
                    .body("results[0].lastCalls.latencyMillis", everyItem(greaterThanOrEqualTo(0)))
                    .body("results[0].lastCalls.at", everyItem(notNullValue()))
                    .body("results[0].lastCalls.code", everyItem(notNullValue()));
            Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(events.typesOf(keyUseId))
                    .contains("keyward.key.revoked.v1"));
            var evidence = events.last(keyUseId).at("/evidence");
            assertThat(evidence.at("/reason").asText()).isEqualTo("KEY_DISABLED");
            assertThat(evidence.at("/calls/0/requestId").asText()).isNotBlank();
            assertThat(evidence.toString()).doesNotContain(secrets());
        }
    }

    @Rule({"P6", "V10"})
    @Test
    void theHistoryIsFilteredAndHoldsNothingSecret() {
        TestCloud.disable(arn);
        sweep.check(groupId);
        Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(
                        database.one("select verdict from key_use where key_use_id = ?", keyUseId))
                .isEqualTo("REVOKED"));

        get("/keyChecks?changesOnly=true").body("results.verdict", contains("REVOKED", "VALID"));
        get("/keyChecks?outcome=REVOKED").body("results.outcome", everyItem(equalTo("REVOKED")));
        get("/keyChecks?occasion=ON_DEMAND").body("results.occasion", contains("ON_DEMAND"));
        get("/keyChecks?cloudProvider=AWS&regionName=US_EAST_1").body("results.outcome", hasItems("VALID", "REVOKED"));
        get("/keyChecks?regionName=eu-west-1").body("results", hasSize(0)).body("totalCount", equalTo(0));
        get("/keyChecks?cloudProvider=GCP").body("results", hasSize(0));
        for (var query : new String[] {
            "cloudProvider=MARS", "outcome=FINE", "occasion=NEVER", "regionName=atlantis", "changesOnly=perhaps"
        }) {
            people.as(groupId, "reader")
                    .get(group + "/keyChecks?" + query)
                    .then()
                    .statusCode(400);
        }
        assertThat(get("/keyChecks").extract().asString()).doesNotContain(secrets());
        assertThat(get("/keyUses").extract().asString()).doesNotContain(secrets());
    }

    @Rule({"P6", "V3"})
    @Test
    void aKeyThatDoesNotAnswerSaysForHowLong() {
        TestCloud.control(
                "PUT", "disturbances/" + groupId, "{\"effect\":\"UNREACHABLE\",\"resource\":\"" + arn + "\"}");
        sweep.check(groupId);

        get("/keyUses")
                .body("results[0].verdict", equalTo("VALID"))
                .body("results[0].lastOutcome", equalTo("INCONCLUSIVE"))
                .body("results[0].lastReason", equalTo("UNREACHABLE"))
                .body("results[0].unverifiedSince", notNullValue())
                .body("results[0].unverifiedForSeconds", greaterThanOrEqualTo(0));
        get("/keyChecks?outcome=INCONCLUSIVE").body("results[0].calls.code", hasItem(notNullValue()));
    }

    /** What the check was made with, and what it was made of. */
    private String[] secrets() {
        var probe = database.one("select encode(probe, 'base64') from key_use where key_use_id = ?", keyUseId)
                .replace("\n", "");
        assertThat(Base64.getDecoder().decode(probe)).isNotEmpty();
        return new String[] {probe, probe.substring(0, 40), "external-secret-" + groupId};
    }

    private ValidatableResponse get(String path) {
        return people.as(groupId, "reader").get(group + path).then().statusCode(200);
    }
}
