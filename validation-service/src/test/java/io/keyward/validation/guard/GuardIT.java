package io.keyward.validation.guard;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.keyward.access.Caller;
import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.access.principal.AccessList;
import io.keyward.access.principal.ApiKey;
import io.keyward.access.principal.Ha1;
import io.keyward.access.principal.Principal;
import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.ModeEvent.GuardChanged;
import io.keyward.contracts.Topics;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.enforcement.ClusterFixture;
import io.keyward.validation.guard.GuardFixture.Tenant;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.OtherSettings;
import io.keyward.validation.support.TestCloud;
import io.keyward.validation.support.TestEvents;
import io.keyward.validation.support.TestKeys;
import io.keyward.validation.support.TestPeople;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the guard makes of faults of ours, and of customers who all revoke at once. */
@QuarkusTest
@TestProfile(OtherSettings.class)
@QuarkusTestResource(Engines.class)
class GuardIT {
    private static final String PRIVATE_KEY = "11111111-2222-3333-4444-555555555555";
    private static final String GUARD = "/api/keyward/v1/guard";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    GuardFixture guard;

    @Inject
    ClusterFixture clusters;

    @Inject
    TestKeys people;

    @Inject
    TestPeople owners;

    @Inject
    Database database;

    private final String operator = "operator" + ObjectIds.next();

    @BeforeEach
    void nothingIsSuspect() {
        guard.reset();
        people.add(
                operator,
                new ApiKey(
                        new Principal(
                                ObjectIds.next(),
                                Caller.Kind.OPERATOR,
                                operator,
                                ObjectIds.next(),
                                Set.of(OrgRole.ORG_MEMBER),
                                Map.of(),
                                AccessList.NONE),
                        Ha1.of(operator, PRIVATE_KEY),
                        null));
    }

    @AfterEach
    void theCloudIsWellAgain() {
        TestCloud.control("DELETE", "disturbances", "");
    }

    /** Nobody else's role can be assumed either, so that no denial is believed. */
    @Rule({"P2", "P7", "V8"})
    @Test
    void aCanaryThatFailsStopsNothing() {
        var tenants = guard.tenants(11);
        refuse("sts", "AssumeRole", "AccessDenied");
        refuse("kms", "Decrypt", "AccessDeniedException");

        guard.checkAllTwice();

        assertThat(count("verdict = 'VALID' and unverified_since is not null")).isEqualTo(tenants.size());
        assertThat(openAlerts("GUARD_HOLDING")).isEmpty();
    }

    /** The nastier fault: our canary works, and every customer's cloud denies us. */
    @Rule({"P7", "V8", "V4"})
    @Test
    void aFaultThatOnlyCustomersCloudsSeeStopsNothingAndEndsByItself() {
        var tenants = guard.tenants(11);
        clusters.running(tenants.getFirst().groupId(), ObjectIds.next(), "orders");
        refuse("kms", "Decrypt", "AccessDeniedException");

        guard.checkAllTwice();
        guard.look();

        assertThat(count("verdict = 'VALID' and held_since is not null")).isEqualTo(tenants.size());
        assertThat(phasesOf(tenants)).containsOnly("RUNNING");
        assertThat(openAlerts("GUARD_HOLDING")).singleElement().asString().contains("11 keys of 11 organizations");
        get().body("state", equalTo("HOLDING")).body("reasons", hasItem("TOO_MANY_SUSPECTS"));

        TestCloud.control("DELETE", "disturbances", "");
        guard.checkAll();
        guard.look();

        assertThat(count("held_since is not null or suspected_since is not null"))
                .isZero();
        assertThat(openAlerts("GUARD_HOLDING")).isEmpty();
        get().body("state", equalTo("CLEAR"));
    }

    @Rule({"P1", "P7", "V8", "N6"})
    @Test
    void fortyTenantsWhoReallyRevokeWaitForAnOperator() throws InterruptedException {
        var tenants = guard.tenants(40);
        var clusterIds = tenants.stream().map(Tenant::groupId).collect(toSet());
        clusterIds.forEach(groupId -> clusters.running(groupId, groupId, "orders"));
        try (var events = TestEvents.open(Topics.MODES, Topics.KEYS)) {
            tenants.subList(0, 8).forEach(Tenant::revoke);
            guard.checkAllTwice();
            assertThat(phasesOf(tenants)).hasSize(40);
            assertThat(count("verdict = 'REVOKED'")).isEqualTo(8);
            tenants.forEach(Tenant::revoke);
            guard.checkAllTwice();

            // What began a moment ago knows all that the others did.
            guard.restart();
            guard.look();
            guard.look();

            assertThat(count("verdict = 'REVOKED'")).isEqualTo(8);
            assertThat(stopped(tenants)).isEqualTo(8);
            assertThat(openAlerts("GUARD_HOLDING")).singleElement().asString().contains("32 key uses are held");
            get("?itemsPerPage=3")
                    .body("state", equalTo("HOLDING"))
                    .body("heldCount", equalTo(32))
                    .body("suspects", equalTo(40))
                    .body("organizations", equalTo(40))
                    .body("threshold", equalTo(10))
                    .body("held.totalCount", equalTo(32))
                    .body("held.results", hasSize(3))
                    .body("held.results[0].reason", equalTo("KEY_DISABLED"))
                    .body("held.results[0].orgId", notNullValue())
                    .body("held.results[0].calls.operation", hasItem("kms:DescribeKey"));
            guard.checkAll();
            assertThat(count("held_since is not null")).isEqualTo(32);

            oneIsReleased(tenants.get(20));
            oneIsRefused(tenants.get(21));
            oneWorksAgain(tenants.get(22));

            decide("{\"decision\":\"RELEASE\",\"all\":true}").body("keyUses", equalTo(30));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(count("verdict = 'REVOKED'"))
                    .isEqualTo(39));
            assertThat(stopped(tenants)).isEqualTo(39);
            guard.look();
            assertThat(openAlerts("GUARD_HOLDING")).isEmpty();
            get().body("state", equalTo("CLEAR")).body("decisions[0].keyUses", equalTo(30));
            assertToldOnKafka(events, tenants);
        }
    }

    private void oneIsReleased(Tenant tenant) {
        decide("{\"decision\":\"RELEASE\",\"comment\":\"rang them\",\"keyUseIds\":[\"" + tenant.keyUseId() + "\"]}")
                .body("keyUses", equalTo(1))
                .body("by", equalTo(operator));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(verdict(tenant)).isEqualTo("REVOKED"));
        assertThat(count("held_since is not null")).isEqualTo(31);
        get().body("state", equalTo("HOLDING"));
    }

    /** It is suspected of nothing, and held again when checks go on to say so. */
    private void oneIsRefused(Tenant tenant) {
        decide("{\"decision\":\"REFUSE\",\"keyUseIds\":[\"" + tenant.keyUseId() + "\"]}")
                .body("keyUses", equalTo(1));
        assertThat(count("held_since is not null")).isEqualTo(30);
        guard.checkAllTwice();
        assertThat(verdict(tenant)).isEqualTo("VALID");
        assertThat(count("held_since is not null")).isEqualTo(31);
    }

    private void oneWorksAgain(Tenant tenant) {
        TestCloud.enable(tenant.key());
        guard.checkAll();
        assertThat(verdict(tenant)).isEqualTo("VALID");
        assertThat(count("held_since is not null")).isEqualTo(30);
    }

    private void assertToldOnKafka(TestEvents events, List<Tenant> tenants) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(events.last(GuardChanged.GUARD).at("/state").asText()).isEqualTo("CLEAR");
            assertThat(events.typesOf(tenants.get(20).keyUseId()))
                    .endsWith("keyward.key.held.v1", "keyward.key.hold-decided.v1", "keyward.key.revoked.v1");
            assertThat(events.typesOf(tenants.get(22).keyUseId()))
                    .endsWith("keyward.key.held.v1", "keyward.key.validated.v1");
        });
    }

    /** Real transactions at once, more of them than there is room for below the threshold. */
    @Rule({"P7", "V8"})
    @Test
    void twoAtOnceAreNeverBothTheTenth() {
        for (int round = 0; round < 2; round++) {
            guard.reset();
            var contenders = guard.contenders(9, 12);

            assertThat(guard.condemnAtOnce(contenders)).containsOnlyOnce(true).hasSize(12);

            assertThat(count("verdict = 'REVOKED'")).isEqualTo(10);
            assertThat(count("held_since is not null")).isEqualTo(11);
            assertThat(openAlerts("GUARD_HOLDING")).hasSize(1);
        }
    }

    @Rule({"P1", "V8"})
    @Test
    void aTransactionThatHangsKeepsNobodyFromCondemningWhatWasSuspected() {
        var suspects = guard.suspected(guard.contenders(0, 10), Duration.ZERO);

        assertThat(database.whileLocked("select 1 from guard for update", () -> guard.condemnAtOnce(suspects)))
                .containsOnly(true)
                .hasSize(10);
    }

    /** Each of them counts all the others. */
    @Rule({"P7", "V8"})
    @Test
    void oneSuspectMoreThanMayBeHoldsThemAll() {
        var suspects = guard.suspected(guard.contenders(0, 11), Duration.ZERO);

        assertThat(guard.condemnAtOnce(suspects)).containsOnly(false).hasSize(11);
    }

    /** Those that went without an answer for longer than the window are suspects of nobody's: they are judged one by one. */
    @Rule({"P7", "V8"})
    @Test
    void oldSuspicionsThatAreConfirmedAtOnceDoNotOverlookEachOther() {
        var suspects = guard.suspected(guard.contenders(0, 12), Duration.ofMinutes(6));

        assertThat(guard.condemnAtOnce(suspects)).hasSize(12);

        assertThat(count("verdict = 'REVOKED'")).isEqualTo(10);
        assertThat(count("held_since is not null")).isEqualTo(2);
    }

    /** However long a transaction hangs: condemning must not have to count all keys. */
    @Rule("V8")
    @Test
    void keysInUseAreCountedBeforeAnybodyAsks() {
        guard.contenders(0, 3);

        assertThat(database.whileLocked("select 1 from guard for update", this::keysCountedAfterALook))
                .isEmpty();
        assertThat(keysCountedAfterALook()).containsExactly("3");
    }

    private List<String> keysCountedAfterALook() {
        guard.look();
        return database.query("select keys_in_use::text from guard where keys_counted_at is not null");
    }

    /** By design: whoever runs Keyward for one organisation alone is never held up by how many of its keys it takes away. */
    @Rule("V8")
    @Test
    void oneOrganizationTakesAwayWhatItLikes() {
        var contenders = guard.contenders(9, 12);
        database.query("update project set org_id = ?", ObjectIds.next());

        assertThat(guard.condemnAtOnce(contenders)).containsOnly(true).hasSize(12);
    }

    @Rule("V8")
    @Test
    void aCanaryThatFailedHoldsUntilTheWindowIsOver() {
        var contenders = guard.contenders(0, 2);
        guard.canaryFailed("AccessDenied");

        assertThat(guard.condemnAtOnce(contenders.subList(0, 1))).containsExactly(false);
        get().body("reasons", hasItem("CANARY_FAILED"));
        assertThat(openAlerts("OUR_CREDENTIALS")).hasSize(1);

        guard.canaryWorks();
        assertThat(openAlerts("OUR_CREDENTIALS")).isEmpty();
        database.query("update guard_canary set failed_at = failed_at - interval '6 minutes'");
        decide("{\"decision\":\"REFUSE\",\"all\":true}").body("keyUses", equalTo(1));
        get().body("state", equalTo("CLEAR"));
        assertThat(guard.condemnAtOnce(contenders.subList(1, 2))).containsExactly(true);
    }

    /** Whoever presses Try Again is told what was written down, and not what would have been without the guard. */
    @Rule({"V1", "V8"})
    @Test
    void tryAgainAnswersThatTheKeyIsHeld() {
        var tenant = guard.tenants(1).getFirst();
        owners.add(tenant.groupId(), "owner", ProjectRole.GROUP_OWNER);
        guard.canaryFailed("AccessDenied");
        tenant.revoke();
        guard.checkAll();
        guard.letSuspicionsAge();

        owners.as(tenant.groupId(), "owner")
                .post("/api/keyward/v1/groups/" + tenant.groupId() + "/keyChecks")
                .then()
                .statusCode(200)
                .body("results[0].outcome", equalTo("REVOKED"))
                .body("results[0].verdict", equalTo("VALID"));

        assertThat(count("verdict = 'VALID' and held_since is not null")).isOne();
    }

    @Rule({"V8", "V12"})
    @Test
    void aDrillSaysThatTheGuardWouldHold() {
        var tenant = guard.tenants(1).getFirst();
        clusters.running(tenant.groupId(), ObjectIds.next(), "orders");
        owners.add(tenant.groupId(), "owner", ProjectRole.GROUP_OWNER);

        drill(tenant).body("heldBy", empty()).body("clusters.outcome", contains("STOPS"));
        guard.canaryFailed("AccessDenied");

        drill(tenant).body("heldBy", contains("GUARD")).body("clusters.outcome", contains("SPARED"));
    }

    private ValidatableResponse drill(Tenant tenant) {
        return owners.as(tenant.groupId(), "owner")
                .contentType("application/json")
                .body("{\"cloudProvider\":\"AWS\",\"reason\":\"KEY_DISABLED\"}")
                .post("/api/keyward/v1/groups/" + tenant.groupId() + "/drills")
                .then()
                .statusCode(200);
    }

    @Rule({"V8", "N6"})
    @Test
    void aDecisionTellsAllThatIsKnownOfTheKey() throws InterruptedException {
        var tenant = guard.tenants(1).getFirst();
        guard.canaryFailed("AccessDenied");
        tenant.revoke();
        guard.checkAllTwice();
        try (var events = TestEvents.open(Topics.KEYS)) {
            decide("{\"decision\":\"REFUSE\",\"all\":true}").body("keyUses", equalTo(1));

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(events.typesOf(tenant.keyUseId()))
                    .endsWith("keyward.key.hold-decided.v1"));
            var facts = events.last(tenant.keyUseId()).at("/facts");
            assertThat(facts.at("/life/rotatedAt").isMissingNode()).isFalse();
            assertThat(facts.at("/verdict").asText()).isEqualTo("VALID");
            assertThat(facts.at("/heldSince").isMissingNode()).isTrue();
        }
    }

    @Test
    void whatIsNoDecisionIsRefused() {
        refused("{\"all\":true}", "MISSING_ATTRIBUTE");
        refused("{\"decision\":\"WAIT\",\"all\":true}", "INVALID_ENUM_VALUE");
        refused("{\"decision\":\"RELEASE\"}", "VALIDATION_ERROR");
        refused("{\"decision\":\"RELEASE\",\"all\":true,\"keyUseIds\":[\"" + operator + "\"]}", "VALIDATION_ERROR");
        refused("{\"decision\":\"RELEASE\",\"keyUseIds\":[]}", "VALIDATION_ERROR");
        refused("{\"decision\":\"RELEASE\",\"keyUseIds\":[\"x\"]}", "VALIDATION_ERROR");
        decide("{\"decision\":\"RELEASE\",\"keyUseIds\":[\"" + ObjectIds.next() + "\"]}")
                .body("keyUses", equalTo(0));
    }

    private static void refuse(String service, String operation, String code) {
        TestCloud.control(
                "PUT",
                "disturbances/" + service,
                "{\"effect\":\"FAIL\",\"service\":\"%s\",\"operation\":\"%s\",\"code\":\"%s\"}"
                        .formatted(service, operation, code));
    }

    private int count(String condition) {
        return Integer.parseInt(
                database.one("select count(*)::text from key_use where retired_at is null and (" + condition + ")"));
    }

    private String verdict(Tenant tenant) {
        return database.one("select verdict from key_use where key_use_id = ?", tenant.keyUseId());
    }

    private List<String> openAlerts(String type) {
        return database.query("select explanation from operator_alert where closed_at is null and type = ?", type);
    }

    private List<String> phasesOf(List<Tenant> tenants) {
        return tenants.stream()
                .flatMap(tenant ->
                        database.query("select phase from cluster where group_id = ?", tenant.groupId()).stream())
                .toList();
    }

    private long stopped(List<Tenant> tenants) {
        return phasesOf(tenants).stream().filter("STOPPED"::equals).count();
    }

    private ValidatableResponse get() {
        return get("");
    }

    private ValidatableResponse get(String query) {
        return given().auth()
                .digest(operator, PRIVATE_KEY)
                .get(GUARD + query)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse decide(String body) {
        return post(body).statusCode(200);
    }

    private void refused(String body, String errorCode) {
        post(body).statusCode(400).body("errorCode", equalTo(errorCode));
    }

    private ValidatableResponse post(String body) {
        return given().auth()
                .digest(operator, PRIVATE_KEY)
                .contentType("application/json")
                .body(body)
                .post(GUARD + "/decisions")
                .then();
    }
}
