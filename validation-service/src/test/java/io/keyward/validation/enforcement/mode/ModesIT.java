package io.keyward.validation.enforcement.mode;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.keyward.access.Caller;
import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.access.principal.AccessList;
import io.keyward.access.principal.ApiKey;
import io.keyward.access.principal.Ha1;
import io.keyward.access.principal.Principal;
import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.Actor;
import io.keyward.contracts.ProjectEvent.ProjectDeleted;
import io.keyward.contracts.Topics;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.cadence.SweepFixture;
import io.keyward.validation.enforcement.ClusterFixture;
import io.keyward.validation.enforcement.plan.Observed;
import io.keyward.validation.keyuse.KeyUseFixture;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestCloud;
import io.keyward.validation.support.TestEvents;
import io.keyward.validation.support.TestKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Observe, enforce and the freeze: what a condemned key does to a cluster then, and who may say so. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class ModesIT {
    private static final String PRIVATE_KEY = "11111111-2222-3333-4444-555555555555";
    private static final String FREEZE = "/api/keyward/v1/enforcement";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    TestKeys keys;

    @Inject
    ClusterFixture clusters;

    @Inject
    KeyUseFixture keyUses;

    @Inject
    SweepFixture sweep;

    @Inject
    Database database;

    private static final String ORG = ObjectIds.next();

    private final String groupId = ObjectIds.next();
    private final String clusterId = ObjectIds.next();
    private final String keyUseId = ObjectIds.next();
    private final String arn = TestCloud.createKey();
    private final String mode = "/api/keyward/v1/groups/" + groupId + "/enforcement";

    @BeforeEach
    void aClusterRunsUnderAValidKey() {
        person("owner" + groupId, Caller.Kind.API_KEY, Map.of(groupId, Set.of(ProjectRole.GROUP_OWNER)));
        person("reader" + groupId, Caller.Kind.API_KEY, Map.of(groupId, Set.of(ProjectRole.GROUP_READ_ONLY)));
        person("operator" + groupId, Caller.Kind.OPERATOR, Map.of());
        keyUses.configure(groupId, 1, TestCloud.use(keyUseId, arn));
        sweep.check(groupId);
        clusters.running(groupId, clusterId, "orders");
    }

    @AfterEach
    void nothingStaysFrozen() {
        put("operator", FREEZE, "{\"frozen\":false}").statusCode(200);
    }

    @Rule("C19")
    @Test
    void aProjectThatObservesIsToldAndKeepsItsClusters() throws InterruptedException {
        try (var events = TestEvents.open(Topics.ENFORCEMENT, Topics.MODES)) {
            put("owner", mode, "{\"mode\":\"OBSERVE\"}").statusCode(200).body("effectiveMode", equalTo("OBSERVE"));
            condemn();
            assertThat(phase()).isEqualTo("RUNNING");
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(events.typesOf(clusterId)).hasSize(3);
                assertThat(events.last(clusterId)
                                .at("/enforcement/heldBack/0/keyUseId")
                                .asText())
                        .isEqualTo(keyUseId);
                assertThat(events.last(clusterId).at("/type").asText()).isEqualTo("keyward.cluster.running.v1");
            });
            assertThat(database.one(
                            "select explanation from alert where group_id = ? and event_type_name ="
                                    + " 'AWS_ENCRYPTION_KEY_INVALID'",
                            groupId))
                    .contains("It would have stopped: orders");

            put("owner", mode, "{\"mode\":\"ENFORCE\"}").statusCode(200);
            assertThat(phase()).isEqualTo("STOPPING");
            clusters.report(clusterId, Observed.STOPPED);

            put("owner", mode, "{\"mode\":\"OBSERVE\"}").statusCode(200);
            put("owner", mode, "{\"mode\":\"OBSERVE\"}").statusCode(200);
            assertThat(phase()).isEqualTo("RESUMING");

            put("owner", mode, "{\"mode\":null}")
                    .statusCode(200)
                    .body("mode", nullValue())
                    .body("effectiveMode", equalTo("ENFORCE"));
            assertThat(phase()).isEqualTo("STOPPING");

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(events.typesOf(groupId)).hasSize(4));
            assertThat(events.last(groupId).has("mode")).isFalse();
            assertThat(events.last(groupId).at("/actor/name").asText()).isEqualTo("owner" + groupId);
            put("owner", mode, "{\"mode\":\"OBSERVE\"}").statusCode(200);
            events.publish(
                    Topics.PROJECTS,
                    new ProjectDeleted(groupId, 9, Instant.now(), Actor.system("config-service"), ORG, "orders"));
            await().atMost(PATIENCE).untilAsserted(() -> get("owner", mode).body("effectiveMode", equalTo("ENFORCE")));
            assertThat(database.query("select 1 from key_use where group_id = ? and probe is not null", groupId))
                    .isEmpty();
        }
    }

    @Rule("C19")
    @Test
    void aFreezeStopsNothingNewAndKeepsNothingDownWhoseKeyIsBack() {
        put("operator", FREEZE, "{\"frozen\":true,\"reason\":\"a drill\"}")
                .statusCode(200)
                .body("by", equalTo("operator" + groupId));
        condemn();
        assertThat(phase()).isEqualTo("RUNNING");
        get("reader", mode).body("frozen", equalTo(true)).body("frozenReason", equalTo("a drill"));

        put("operator", FREEZE, "{\"frozen\":false}").statusCode(200);
        awaitPhase("STOPPING");
        clusters.report(clusterId, Observed.STOPPED);

        put("operator", FREEZE, "{\"frozen\":true,\"reason\":\"another drill\"}")
                .statusCode(200);
        sweep.check(groupId);
        assertThat(phase()).isEqualTo("STOPPED");
        TestCloud.enable(arn);
        sweep.check(groupId);
        assertThat(phase()).isEqualTo("RESUMING");
    }

    @Rule("V1")
    @Test
    void aShorterIntervalHoldsAtOnceAndIsTold() throws InterruptedException {
        var settings = "/api/keyward/v1/groups/" + groupId + "/keyCheckSettings";
        try (var events = TestEvents.open(Topics.MODES)) {
            get("reader", settings).body("intervalSeconds", nullValue()).body("effectiveIntervalSeconds", equalTo(300));

            put("owner", settings, "{\"intervalSeconds\":60}")
                    .statusCode(200)
                    .body("effectiveIntervalSeconds", equalTo(60));
            assertThat(nextCheckWithin("60 seconds")).isTrue();
            sweep.check(groupId);
            assertThat(nextCheckWithin("60 seconds")).isTrue();

            put("owner", settings, "{\"intervalSeconds\":null}")
                    .statusCode(200)
                    .body("effectiveIntervalSeconds", equalTo(300));
            sweep.check(groupId);
            assertThat(nextCheckWithin("60 seconds")).isFalse();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(events.typesOf(groupId)).hasSize(2));
            assertThat(events.last(groupId).has("checkIntervalSeconds")).isFalse();
            assertThat(events.last(groupId).at("/effectiveCheckIntervalSeconds").asInt())
                    .isEqualTo(300);
        }
        put("reader", settings, "{\"intervalSeconds\":60}").statusCode(403);
        put("owner", settings, "{}").statusCode(400).body("errorCode", equalTo("MISSING_ATTRIBUTE"));
        for (var wrong : List.of("9", "86401", "60.5", "\"60\"", "99999999999")) {
            put("owner", settings, "{\"intervalSeconds\":" + wrong + "}")
                    .statusCode(400)
                    .body("errorCode", equalTo("INVALID_JSON_ATTRIBUTE"));
        }
    }

    private boolean nextCheckWithin(String time) {
        return database.one(
                        "select (next_due_at <= checked_at + cast(? as interval))::text from key_use where key_use_id"
                                + " = ?",
                        time,
                        keyUseId)
                .equals("true");
    }

    @Test
    void whoMaySayWhat() {
        get("reader", mode).body("mode", nullValue()).body("frozen", equalTo(false));
        put("reader", mode, "{\"mode\":\"OBSERVE\"}").statusCode(403);
        put("owner", FREEZE, "{\"frozen\":true,\"reason\":\"mine\"}").statusCode(403);
        put("owner", mode, "{}").statusCode(400).body("errorCode", equalTo("MISSING_ATTRIBUTE"));
        put("owner", mode, "{\"mode\":\"LOUD\"}").statusCode(400).body("errorCode", equalTo("INVALID_ENUM_VALUE"));
        put("owner", mode, "{\"mode\":1}").statusCode(400);
        put("operator", FREEZE, "{}").statusCode(400);
        put("operator", FREEZE, "{\"frozen\":true,\"reason\":\" \"}")
                .statusCode(400)
                .body("errorCode", equalTo("MISSING_ATTRIBUTE"));
        get("operator", FREEZE).body("frozen", equalTo(false));
    }

    private void condemn() {
        TestCloud.disable(arn);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            sweep.check(groupId);
            assertThat(database.one("select verdict from key_use where key_use_id = ?", keyUseId))
                    .isEqualTo("REVOKED");
        });
    }

    private String phase() {
        return database.one("select phase from cluster where cluster_id = ?", clusterId);
    }

    private void awaitPhase(String phase) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(phase()).isEqualTo(phase));
    }

    private ValidatableResponse get(String who, String path) {
        return given().auth()
                .digest(who + groupId, PRIVATE_KEY)
                .get(path)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse put(String who, String path, String body) {
        return given().auth()
                .digest(who + groupId, PRIVATE_KEY)
                .contentType("application/json")
                .body(body)
                .put(path)
                .then();
    }

    private void person(String publicKey, Caller.Kind kind, Map<String, Set<ProjectRole>> roles) {
        keys.add(
                publicKey,
                new ApiKey(
                        new Principal(
                                ObjectIds.next(),
                                kind,
                                publicKey,
                                ObjectIds.next(),
                                Set.of(OrgRole.ORG_MEMBER),
                                roles,
                                AccessList.NONE),
                        Ha1.of(publicKey, PRIVATE_KEY),
                        null));
    }
}
