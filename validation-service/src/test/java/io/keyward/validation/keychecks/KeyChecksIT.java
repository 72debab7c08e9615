package io.keyward.validation.keychecks;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.keyward.access.Caller;
import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.access.peer.InternalPort;
import io.keyward.access.peer.ServiceTokens;
import io.keyward.access.principal.AccessList;
import io.keyward.access.principal.ApiKey;
import io.keyward.access.principal.Ha1;
import io.keyward.access.principal.Principal;
import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.Actor;
import io.keyward.contracts.ClusterEvent.CloudRegion;
import io.keyward.contracts.ClusterEvent.ClusterCreated;
import io.keyward.contracts.Topics;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.cadence.SweepFixture;
import io.keyward.validation.keyuse.KeyUseFixture;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestCloud;
import io.keyward.validation.support.TestEvents;
import io.keyward.validation.support.TestKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The public side of the service, as curl sees it. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class KeyChecksIT {
    private static final String PRIVATE_KEY = "11111111-2222-3333-4444-555555555555";

    @Inject
    TestKeys keys;

    @Inject
    KeyUseFixture keyUses;

    @Inject
    SweepFixture sweep;

    @Inject
    Database database;

    @Inject
    DataSource dataSource;

    @Inject
    InternalPort internal;

    @Inject
    ServiceTokens tokens;

    private final String groupId = ObjectIds.next();
    private final String keyUseId = ObjectIds.next();
    private final String keyChecks = "/api/keyward/v1/groups/" + groupId + "/keyChecks";

    @BeforeEach
    void people() {
        person("owner" + groupId, Caller.Kind.API_KEY, Map.of(groupId, Set.of(ProjectRole.GROUP_OWNER)));
        person("reader" + groupId, Caller.Kind.API_KEY, Map.of(groupId, Set.of(ProjectRole.GROUP_READ_ONLY)));
        person("driver" + groupId, Caller.Kind.DRIVER, Map.of());
    }

    @Rule({"V1", "V4", "V10", "P6"})
    @Test
    void tryAgainAnswersWithTheFreshResultAndTheHistoryKeepsIt() {
        var arn = TestCloud.createKey();
        keyUses.configure(groupId, 1, TestCloud.use(keyUseId, arn));
        as("owner").post(keyChecks).then().statusCode(200).body("results.verdict", contains("VALID"));
        TestCloud.disable(arn);
        sweep.check(groupId);
        Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(
                        database.one("select verdict from key_use where key_use_id = ?", keyUseId))
                .isEqualTo("REVOKED"));
        TestCloud.enable(arn);

        as("owner")
                .post(keyChecks)
                .then()
                .statusCode(200)
                .body("results", hasSize(1))
                .body("results[0].verdict", equalTo("VALID"))
                .body("results[0].occasion", equalTo("ON_DEMAND"))
                .body("results[0].key", equalTo(arn))
                .body("results[0].calls.code", everyItem(equalTo("OK")))
                .body("results[0].calls.requestId", everyItem(notNullValue()));

        as("reader")
                .get(keyChecks)
                .then()
                .statusCode(200)
                .body("results[0].outcome", equalTo("VALID"))
                .body("results[1].outcome", equalTo("REVOKED"))
                .body("results[1].reason", equalTo("KEY_DISABLED"))
                .body("results[1].verdict", equalTo("REVOKED"))
                .body("results[1].remedy", notNullValue());
        as("reader").get(keyChecks + "?itemsPerPage=1").then().body("results", hasSize(1));
    }

    @Rule({"V1", "P6"})
    @Test
    void aResultThatDidNotCountIsNoAnswer() throws Exception {
        keyUses.configure(groupId, 1, TestCloud.use(keyUseId, TestCloud.createKey()));

        try (var elsewhere = dataSource.getConnection()) {
            elsewhere.setAutoCommit(false);
            execute(elsewhere, "select pg_advisory_xact_lock(hashtextextended('" + groupId + "', 0))");
            var answer = CompletableFuture.supplyAsync(() -> as("owner").post(keyChecks));
            Awaitility.await().untilAsserted(() -> assertThat(
                            database.query("select lease_token::text from key_use where key_use_id = ?", keyUseId))
                    .doesNotContainNull());
            execute(
                    elsewhere,
                    "update key_use set config_revision = config_revision + 1, lease_token = null, lease_until = null"
                            + " where key_use_id = '" + keyUseId + "'");
            elsewhere.commit();

            answer.get().then().statusCode(200).body("results.verdict", contains("VALID"));
        }
        assertThat(database.one("select checked_at is not null from key_use where key_use_id = ?", keyUseId))
                .isEqualTo("t");
        as("reader").get(keyChecks).then().body("results", hasSize(1));
    }

    @Rule("V1")
    @Test
    void configServiceHasTheKeysCheckedOverTheInternalPort() {
        keyUses.configure(groupId, 1, TestCloud.use(keyUseId, TestCloud.createKey()));

        asConfigService()
                .post("/internal/v1/projects/" + groupId + "/key-checks")
                .then()
                .statusCode(200)
                .body("results.keyUseId", contains(keyUseId))
                .body("results.verdict", contains("VALID"))
                .body("results.checkedAt", everyItem(notNullValue()));
        asConfigService()
                .post("/internal/v1/projects/" + ObjectIds.next() + "/key-checks")
                .then()
                .statusCode(404);
    }

    @Test
    void aPageFarBeyondTheEndIsEmpty() {
        as("reader")
                .get(keyChecks + "?itemsPerPage=500&pageNum=2147483647")
                .then()
                .statusCode(200)
                .body("results", hasSize(0))
                .body("totalCount", equalTo(0));
    }

    @Rule("A1")
    @Test
    void tryAgainNeedsAnOwnerAndAnEnabledProject() {
        as("reader")
                .post(keyChecks)
                .then()
                .statusCode(403)
                .body("errorCode", equalTo("ACCESS_FORBIDDEN"))
                .body("detail", containsString("Project Owner"));
        as("owner").post(keyChecks).then().statusCode(400).body("errorCode", equalTo("ENCRYPTION_AT_REST_NOT_ENABLED"));
        given().post(keyChecks).then().statusCode(401);
        as("owner")
                .get("/api/keyward/v1/groups/" + ObjectIds.next() + "/keyChecks")
                .then()
                .statusCode(404)
                .body("errorCode", equalTo("GROUP_NOT_FOUND"));
    }

    @Rule("K7")
    @Test
    void aDriverReportsWhatItSaw() throws InterruptedException {
        var clusterId = ObjectIds.next();
        var observed = "/api/keyward/v1/clusters/" + clusterId + "/observed";
        try (var events = TestEvents.open(Topics.ENFORCEMENT)) {
            events.publish(
                    Topics.CLUSTERS,
                    new ClusterCreated(
                            clusterId,
                            1,
                            Instant.now(),
                            Actor.system("config-service"),
                            groupId,
                            "c",
                            "NONE",
                            List.of(new CloudRegion("AWS", TestCloud.REGION)),
                            List.of(),
                            false));
            Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(events.typesOf(clusterId))
                    .containsExactly("keyward.cluster.start-requested.v1"));
            var request =
                    events.last(clusterId).at("/enforcement/requestRevision").asLong();

            as("driver").get(observed).then().statusCode(200).body("phase", equalTo("STARTING"));
            report(observed, "{\"requestRevision\":" + (request - 1) + ",\"state\":\"RUNNING\"}")
                    .body("outcome", equalTo("IGNORED_OLDER"))
                    .body("cluster.phase", equalTo("STARTING"));
            report(observed, "{\"requestRevision\":" + request + ",\"state\":\"RUNNING\",\"appliedRevision\":2}")
                    .body("outcome", equalTo("IGNORED_AHEAD"))
                    .body("cluster.phase", equalTo("STARTING"));
            report(
                            observed,
                            "{\"requestRevision\":" + request
                                    + ",\"state\":\"RUNNING\",\"nodesReachKms\":true,\"addresses\":{\"inbound\":[\"10.0.0.1\"]},\"snapshots\":[]}")
                    .body("outcome", equalTo("ACCEPTED"))
                    .body("cluster.clusterRevision", equalTo(1))
                    .body("cluster.appliedRevision", equalTo(1))
                    .body("cluster.nodesReachKms", equalTo(true))
                    .body("cluster.addresses.inbound", contains("10.0.0.1/32"))
                    .body("cluster.paused", equalTo(false))
                    .body("cluster.phase", equalTo("RUNNING"))
                    .body("cluster.lastReport.state", equalTo("RUNNING"));
        }
        as("owner").get(observed).then().statusCode(403);
        as("driver")
                .get("/api/keyward/v1/clusters/" + ObjectIds.next() + "/observed")
                .then()
                .statusCode(404);
    }

    @Test
    void aReportThatMakesNoSenseIsRefused() {
        var observed = "/api/keyward/v1/clusters/" + ObjectIds.next() + "/observed";

        for (var body : List.of(
                "{",
                "{}",
                "{\"requestRevision\":1,\"state\":\"ASLEEP\"}",
                "{\"requestRevision\":1,\"state\":\"RUNNING\",\"extra\":1}",
                "{\"requestRevision\":1,\"state\":\"RUNNING\",\"appliedRevision\":0}",
                "{\"requestRevision\":1,\"state\":\"RUNNING\",\"rewrap\":{\"nodesDone\":1}}",
                "{\"requestRevision\":1,\"state\":\"RUNNING\",\"rewrap\":{\"nodesDone\":4,\"nodesTotal\":3}}",
                "{\"requestRevision\":1,\"state\":\"RUNNING\",\"addresses\":{\"outbound\":[\"nowhere\"]}}",
                "{\"requestRevision\":1,\"state\":\"RUNNING\",\"addresses\":{\"inside\":[]}}")) {
            as("driver")
                    .contentType("application/json")
                    .body(body)
                    .put(observed)
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void theInternalPathIsNotServedHere() {
        as("owner")
                .post("/internal/v1/projects/" + groupId + "/key-checks")
                .then()
                .statusCode(404);
    }

    private io.restassured.response.ValidatableResponse report(String observed, String body) {
        return as("driver")
                .contentType("application/json")
                .body(body)
                .put(observed)
                .then()
                .statusCode(200);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private RequestSpecification asConfigService() {
        return given().port(internal.port())
                .auth()
                .preemptive()
                .oauth2(tokens.issue("config-service", "validation-service"));
    }

    private RequestSpecification as(String who) {
        return given().auth().digest(who + groupId, PRIVATE_KEY);
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
