package io.keyward.config.cluster;

import static io.keyward.config.Tenants.KEY;
import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.cluster;
import static io.keyward.config.Tenants.clusters;
import static io.keyward.config.Tenants.project;
import static io.keyward.config.Tenants.projectWithKey;
import static io.keyward.config.Tenants.user;
import static io.keyward.config.cluster.ClusterCalls.atOnce;
import static io.keyward.config.cluster.ClusterCalls.events;
import static io.keyward.config.cluster.ClusterCalls.json;
import static io.keyward.config.cluster.ClusterCalls.keyUses;
import static io.keyward.config.cluster.ClusterCalls.patch;
import static io.keyward.config.cluster.ClusterCalls.post;
import static io.keyward.config.cluster.ClusterCalls.refused;
import static io.keyward.config.cluster.ClusterCalls.regions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.keyward.access.ProjectRole;
import io.keyward.config.FarEnd;
import io.keyward.config.Tenants.User;
import io.keyward.config.Topic;
import io.keyward.contracts.Actor;
import io.keyward.contracts.EnforcementEvent;
import io.keyward.contracts.EnforcementEvent.Enforcement;
import io.keyward.contracts.EnforcementEvent.StopReason;
import io.keyward.contracts.KeyEvent;
import io.keyward.contracts.KeyEvent.Evidence;
import io.keyward.contracts.KeyEvent.KeyFacts;
import io.keyward.contracts.Topics;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clusters being changed, in projects without private networking. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class ClusterPatchIT {
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Actor ACTOR = Actor.system("validation-service");
    private static final Duration SOON = Duration.ofSeconds(20);

    FarEnd others;

    @BeforeEach
    void forget() {
        others.reset();
    }

    @Test
    @Rule({"K2", "P3"})
    void isChangedAndToldWhole() {
        String groupId = projectWithKey();
        String id = create(groupId, "NONE");

        patch(groupId, "{'encryptionAtRestProvider':'AWS','tags':[{'key':'a','value':'b'}],'stateName':'IDLE'}")
                .then()
                .statusCode(200)
                .contentType("application/vnd.atlas.2024-10-23+json")
                .body("id", is(id))
                .body("encryptionAtRestProvider", is("AWS"))
                .body("tags[0].value", is("b"))
                .body("customerKey.key", is(KEY))
                .body("customerKey.privatePath", is(false))
                .body("customerKey", not(hasKey("regions")))
                .body("replicationSpecs[0].regionConfigs[0].electableSpecs.instanceSize", is("M10"));

        assertThat(events(id)).hasSize(2);
        assertThat(events(id).getLast())
                .contains("keyward.cluster.updated.v1", "\"AWS\"", "us-east-1", "orders", groupId);
    }

    @Test
    void whatChangesNothingIsNotRecorded() {
        String groupId = projectWithKey();
        String id = create(groupId, "AWS");
        String asRead = OWNER.get(clusters(groupId) + "/orders").asString();
        String asReadBefore =
                OWNER.call("2023-02-01").get(clusters(groupId) + "/orders").asString();
        others.reset();

        patch(groupId, "{}").then().statusCode(200).body("id", is(id));
        patch(groupId, asRead).then().statusCode(200).body("id", is(id));
        patch(groupId, "{'name':'orders','paused':false}").then().statusCode(200);
        OWNER.call("2023-02-01")
                .body(asReadBefore)
                .patch(clusters(groupId) + "/orders")
                .then()
                .statusCode(200)
                .header("Deprecation", "Mon, 5 Aug 2024 00:00:00 GMT")
                .header("Sunset", "Thu, 1 Jul 2027 00:00:00 GMT");

        assertThat(events(id)).hasSize(1);
        assertThat(others.asked("/internal")).isEmpty();
    }

    @Test
    void eachVersionHasItsShape() {
        String groupId = project();
        create(groupId, "NONE");
        String one = "{'numShards':2,'regionConfigs':[{'providerName':'AWS','regionName':'US_EAST_1','priority':7,"
                + "'electableSpecs':{'instanceSize':'M20','nodeCount':3}}]}";

        OWNER.call("2023-02-01")
                .body(json("{'clusterType':'SHARDED','diskSizeGB':20,'replicationSpecs':[" + one + "]}"))
                .patch(clusters(groupId) + "/orders")
                .then()
                .statusCode(200)
                .contentType("application/vnd.atlas.2023-02-01+json")
                .body("diskSizeGB", is(20.0f))
                .body("replicationSpecs", hasSize(1))
                .body("replicationSpecs[0].numShards", is(2));
        OWNER.call("2024-08-05")
                .body("{\"backupEnabled\":true}")
                .patch(clusters(groupId) + "/orders")
                .then()
                .statusCode(200)
                .contentType("application/vnd.atlas.2024-08-05+json")
                .body("backupEnabled", is(true))
                .body("replicationSpecs", hasSize(2))
                .body("replicationSpecs[1].regionConfigs[0].electableSpecs.diskSizeGB", is(20.0f));
        refused(OWNER.call("2023-01-01").body("{}").patch(clusters(groupId) + "/orders"), 410, "VERSION_GONE");
        OWNER.call("2023-02-01")
                .body(json("{'name':'older','diskSizeGB':10,'replicationSpecs':[" + one.replace(":2", ":1") + "]}"))
                .post(clusters(groupId))
                .then()
                .statusCode(201)
                .body("replicationSpecs[0].numShards", is(1))
                .body("diskSizeGB", is(10.0f));
    }

    @Test
    @Rule({"K1", "K2", "K9"})
    void refusesWhatCannotBecome() {
        String groupId = projectWithKey();
        String id = create(groupId, "AWS");
        String keyless = project();
        create(keyless, "NONE");

        refused(patch(groupId, "{'name':'others'}"), 400, "CLUSTER_CANNOT_CHANGE_NAME")
                .then()
                .body("detail", containsString("orders"));
        refused(patch(groupId, regions("GCP:EASTERN_US:3")), 400, "CLUSTER_CANNOT_CHANGE_PROVIDER_NAME")
                .then()
                .body("detail", containsString("GCP"));
        refused(patch(groupId, "{'tags':[{'key':'','value':'b'}]}"), 400, "VALIDATION_ERROR")
                .then()
                .body("badRequestDetail.fields[0].field", is("tags[0].key"));
        refused(patch(groupId, "{'encryptionAtRestProvider':'GCP'}"), 409, "CANNOT_CHANGE_ENCRYPTION_AT_REST_PROVIDER")
                .then()
                .body("detail", containsString("NONE"));
        refused(patch(keyless, "{'encryptionAtRestProvider':'AWS'}"), 400, "ENCRYPTION_AT_REST_NOT_ENABLED");
        refused(patch(keyless, "{'encryptionAtRestProvider':'AZURE'}"), 400, "ENCRYPTION_AT_REST_NOT_ENABLED");
        refused(patch(groupId, "{'mongoDBMajorVersion':'6.0'}"), 400, "INVALID_CLUSTER_CONFIGURATION");
        refused(patch(groupId, "{'colour':'red'}"), 400, "INVALID_ATTRIBUTE");
        refused(OWNER.call("2024-10-23").body("{}").patch(clusters(groupId) + "/nothing"), 404, "CLUSTER_NOT_FOUND");
        OWNER.delete(clusters(groupId) + "/orders").then().statusCode(202);
        refused(patch(groupId, "{'backupEnabled':true}"), 400, "CLUSTER_ALREADY_REQUESTED_DELETION");
        assertThat(events(id)).hasSize(2);
    }

    @Test
    @Rule("K1")
    void sharedMachinesTakeNoKeyLaterEither() {
        String groupId = projectWithKey();
        post(groupId, """
                        {'name':'orders','replicationSpecs':[{'regionConfigs':[{'providerName':'TENANT','backingProviderName':'AWS',
                         'regionName':'US_EAST_1','priority':7,'electableSpecs':{'instanceSize':'M0'}}]}]}""").then().statusCode(201);

        refused(patch(groupId, "{'encryptionAtRestProvider':'AWS'}"), 400, "CANNOT_USE_ENCRYPTION_AT_REST_TENANT");
    }

    @Test
    @Rule("A1")
    void onlyAnOwnerTurnsTheKeyOnOrOff() {
        String groupId = projectWithKey();
        create(groupId, "NONE");
        User manager = user(Set.of(), groupId, ProjectRole.GROUP_CLUSTER_MANAGER);
        User reader = user(Set.of(), groupId, ProjectRole.GROUP_READ_ONLY);

        patchAs(manager, groupId, "{'backupEnabled':true,'encryptionAtRestProvider':'NONE'}")
                .then()
                .statusCode(200);
        refused(patchAs(manager, groupId, "{'encryptionAtRestProvider':'AWS'}"), 403, "ACCESS_FORBIDDEN")
                .then()
                .body("detail", containsString("Project Owner"));
        refused(patchAs(reader, groupId, "{'backupEnabled':true}"), 403, "ACCESS_FORBIDDEN");
        refused(patchAs(user(Set.of(), project()), groupId, "{}"), 404, "GROUP_NOT_FOUND");
        patch(groupId, "{'encryptionAtRestProvider':'AWS'}").then().statusCode(200);
        refused(patchAs(manager, groupId, "{'encryptionAtRestProvider':'NONE'}"), 403, "ACCESS_FORBIDDEN");
    }

    @Test
    @Rule("C9")
    void leavesItsKeyOnlyWhileThatIsValid() {
        String groupId = projectWithKey();
        String id = create(groupId, "AWS");
        String keyUse = keyUses(groupId, "keyUseId").getFirst();
        Instant at = Instant.now().plusSeconds(60);
        Topic.publish(
                Topics.KEYS,
                new KeyEvent.KeyRevoked(keyUse, 1, at, ACTOR, facts(groupId, "REVOKED", at), evidence("REVOKED")));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ClusterCalls.isValid(groupId)).isFalse());

        refused(patch(groupId, "{'encryptionAtRestProvider':'NONE'}"), 400, "ENCRYPTION_AT_REST_SETTINGS_INVALID")
                .then()
                .body("detail", containsString("orders"));
        assertThat(events(id)).hasSize(1);

        Topic.publish(
                Topics.KEYS,
                new KeyEvent.KeyValidated(
                        keyUse, 2, at, ACTOR, facts(groupId, "VALID", at.plusSeconds(1)), evidence("VALID")));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ClusterCalls.isValid(groupId)).isTrue());
        patch(groupId, "{'encryptionAtRestProvider':'NONE'}")
                .then()
                .statusCode(200)
                .body("encryptionAtRestProvider", is("NONE"));
    }

    @Test
    @Rule({"K4", "K7", "C18"})
    void whatItsKeyStoppedTakesChangesAndStaysStopped() {
        String groupId = projectWithKey();
        String id = create(groupId, "AWS");
        List<StopReason> reasons = Stream.of("us-east-1", "eu-west-1")
                .map(region -> new StopReason("KEY", "u", KEY, region, "KEY_DISABLED", "It was disabled.", THEN))
                .toList();
        Topic.publish(
                Topics.ENFORCEMENT,
                new EnforcementEvent.Stopped(id, 4, THEN, ACTOR, new Enforcement(groupId, "orders", 1, THEN, reasons)));
        await().atMost(SOON).untilAsserted(() -> OWNER.get(clusters(groupId) + "/orders")
                .then()
                .body("paused", is(true))
                .body("customerKey.regions", is(List.of("US_EAST_1", "EU_WEST_1"))));

        patch(groupId, "{'paused':false}")
                .then()
                .statusCode(200)
                .body("paused", is(true))
                .body("customerKey.state", is("STOPPED"))
                .body("customerKey.explanation", startsWith("It was disabled. The cluster starts again by itself"));
        patch(groupId, "{'paused':true,'backupEnabled':true}")
                .then()
                .statusCode(200)
                .body("backupEnabled", is(true))
                .body("paused", is(true))
                .body("stateName", is("IDLE"))
                .body("customerKey.changesPending", is(true));
        assertThat(events(id)).hasSize(2);
    }

    @Test
    void ofChangesAtTheSameTimeNoneIsLost() {
        String groupId = projectWithKey();
        String id = create(groupId, "AWS");

        List<Integer> answers = atOnce(IntStream.range(0, 8)
                .mapToObj(i -> () -> patch(groupId, "{'tags':[{'key':'n','value':'" + i + "'}]}")));

        assertThat(answers).contains(200).allMatch(status -> status == 200 || status == 409);
        assertThat(events(id))
                .hasSize(1
                        + (int) answers.stream().filter(status -> status == 200).count());
    }

    private static String create(String groupId, String provider) {
        return post(groupId, cluster("orders", provider))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static KeyFacts facts(String groupId, String verdict, Instant checkedAt) {
        return new KeyFacts(groupId, "AWS", KEY, "us-east-1", verdict, checkedAt, checkedAt, null);
    }

    private static Evidence evidence(String outcome) {
        return new Evidence(outcome, null, "It is so.", null, List.of());
    }

    private static Response patchAs(User user, String groupId, String body) {
        return user.call("2024-10-23").body(json(body)).patch(clusters(groupId) + "/orders");
    }
}
