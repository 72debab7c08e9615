package io.keyward.config.cluster;

import static io.keyward.config.Tenants.KEY;
import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.V2;
import static io.keyward.config.Tenants.cluster;
import static io.keyward.config.Tenants.clusters;
import static io.keyward.config.Tenants.project;
import static io.keyward.config.Tenants.projectWithKey;
import static io.keyward.config.Tenants.rows;
import static io.keyward.config.Tenants.user;
import static io.keyward.config.cluster.ClusterCalls.events;
import static io.keyward.config.cluster.ClusterCalls.json;
import static io.keyward.config.cluster.ClusterCalls.post;
import static io.keyward.config.cluster.ClusterCalls.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.keyward.access.ProjectRole;
import io.keyward.config.FarEnd;
import io.keyward.config.Tenants.User;
import io.keyward.config.Topic;
import io.keyward.contracts.Actor;
import io.keyward.contracts.EnforcementEvent;
import io.keyward.contracts.EnforcementEvent.Enforcement;
import io.keyward.contracts.EnforcementEvent.StopReason;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class ClusterIT {
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Actor ACTOR = Actor.system("validation-service");

    FarEnd validation;

    @BeforeEach
    void forget() {
        validation.reset();
    }

    @Test
    @Rule({"K2", "K7", "P3"})
    void isCreatedReadAndListed() {
        String groupId = projectWithKey();

        String id = create(groupId, "orders", "AWS")
                .then()
                .statusCode(201)
                .contentType("application/vnd.atlas.2024-10-23+json")
                .body("stateName", is("CREATING"))
                .body("paused", is(false))
                .body("connectionStrings", anEmptyMap())
                .body("encryptionAtRestProvider", is("AWS"))
                .body("replicationSpecs[0].id", notNullValue())
                .body("replicationSpecs[0].zoneName", is("Zone 1"))
                .body("replicationSpecs[0].regionConfigs[0].electableSpecs.instanceSize", is("M10"))
                .body("customerKey.key", is(KEY))
                .body("mongoDBMajorVersion", notNullValue())
                .extract()
                .path("id");

        OWNER.get(clusters(groupId) + "/orders")
                .then()
                .statusCode(200)
                .contentType("application/vnd.atlas.2024-08-05+json")
                .body("id", is(id));
        OWNER.get(clusters(groupId)).then().body("results", hasSize(1)).body("totalCount", is(1));
        OWNER.get(V2 + "/" + groupId).then().body("clusterCount", is(1));
        OWNER.call("2023-02-01")
                .get(clusters(groupId) + "/orders")
                .then()
                .contentType("application/vnd.atlas.2023-02-01+json")
                .body("replicationSpecs[0].numShards", is(1))
                .body("diskSizeGB", is(10.0f));
        OWNER.call("2023-02-01").get(clusters(groupId)).then().body("results[0].replicationSpecs[0].numShards", is(1));
        OWNER.call("2023-01-01")
                .get(clusters(groupId) + "/orders")
                .then()
                .statusCode(410)
                .body("errorCode", is("VERSION_GONE"));
        assertThat(events(id)).singleElement().asString().contains("us-east-1").contains("keyward.cluster.created.v1");
    }

    @Test
    @Rule({"K1", "K2"})
    void refusesWhatCannotBe() {
        String groupId = project();
        refused(create(groupId, "orders", "AWS"), 400, "ENCRYPTION_AT_REST_NOT_ENABLED");
        refused(create(projectWithKey(), "orders", "GCP"), 400, "ENCRYPTION_AT_REST_NOT_ENABLED");
        create(groupId, "orders", "NONE").then().statusCode(201).body("$", not(hasKey("customerKey")));
        refused(create(groupId, "orders", "NONE"), 400, "DUPLICATE_CLUSTER_NAME");
        refused(create(groupId, "no good", "NONE"), 400, "CLUSTER_NAME_INVALID");
        refused(create(groupId, "x".repeat(65), "NONE"), 400, "CLUSTER_NAME_TOO_LONG");
        refused(
                post(groupId, cluster("x", "NONE").replaceFirst("\\{", "{'paused':true,")),
                400,
                "CANNOT_CREATE_PAUSED_CLUSTER");
        refused(post(groupId, cluster("x", "NONE").replace("M10", "M11")), 400, "INVALID_ENUM_VALUE")
                .then()
                .body("detail", containsString("M10, M20"));
        refused(post(groupId, cluster("x", "NONE").replace("US_EAST_1", "MOON_1")), 400, "INVALID_REGION");
        refused(
                post(groupId, cluster("x", "NONE").replace("'name'", "'colour':'red','name'")),
                400,
                "INVALID_ATTRIBUTE");
        refused(OWNER.get(clusters(groupId) + "/nothing"), 404, "CLUSTER_NOT_FOUND");
    }

    @Test
    @Rule("A1")
    void aCustomerKeyNeedsTheProjectsOwner() {
        String groupId = projectWithKey();
        User manager = user(Set.of(), groupId, ProjectRole.GROUP_CLUSTER_MANAGER);

        manager.call("2024-10-23")
                .body(json(cluster("plain", "NONE")))
                .post(clusters(groupId))
                .then()
                .statusCode(201);
        refused(
                manager.call("2024-10-23").body(json(cluster("sealed", "AWS"))).post(clusters(groupId)),
                403,
                "ACCESS_FORBIDDEN");
    }

    @Test
    void isDeletingUntilItWasSeenGone() {
        String groupId = project();
        String id = create(groupId, "orders", "NONE").then().extract().path("id");

        OWNER.call("2023-02-01")
                .delete(clusters(groupId) + "/orders")
                .then()
                .statusCode(202)
                .body("$", anEmptyMap());
        OWNER.get(clusters(groupId) + "/orders").then().statusCode(200).body("stateName", is("DELETING"));
        refused(OWNER.delete(clusters(groupId) + "/orders"), 400, "CLUSTER_ALREADY_REQUESTED_DELETION");

        EnforcementEvent removed = new EnforcementEvent.Removed(id, 9, THEN, ACTOR, enforcement(groupId, List.of()));
        Topic.publish(Topics.ENFORCEMENT, removed);
        Topic.publish(Topics.ENFORCEMENT, removed);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> OWNER.get(clusters(groupId) + "/orders").then().statusCode(404));
        assertThat(events(id)).hasSize(3);
        assertThat(events(id).getLast()).contains("keyward.cluster.deleted.v1");
        create(groupId, "orders", "NONE").then().statusCode(201);
    }

    @Test
    void isNotDeletedUnderProtection() {
        String groupId = project();
        post(groupId, cluster("orders", "NONE").replace("'name'", "'terminationProtectionEnabled':true,'name'"))
                .then()
                .statusCode(201);
        refused(
                OWNER.delete(clusters(groupId) + "/orders"),
                400,
                "CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED");
    }

    @Test
    @Rule({"K7", "P1", "P3"})
    void followsEnforcementThroughRepeatsAndReordering() {
        String groupId = projectWithKey();
        String id = create(groupId, "orders", "AWS").then().extract().path("id");
        StopReason reason = new StopReason("KEY", "use", KEY, "us-east-1", "KEY_DISABLED", "It was disabled.", THEN);
        Enforcement stopped = enforcement(groupId, List.of(reason));
        EnforcementEvent start =
                new EnforcementEvent.StartRequested(id, 1, THEN, ACTOR, enforcement(groupId, List.of()));
        EnforcementEvent running = new EnforcementEvent.Running(id, 2, THEN, ACTOR, enforcement(groupId, List.of()));
        EnforcementEvent stop = new EnforcementEvent.StopRequested(id, 3, THEN, ACTOR, stopped);
        EnforcementEvent done = new EnforcementEvent.Stopped(id, 4, THEN, ACTOR, stopped);
        EnforcementEvent again = new EnforcementEvent.Running(id, 6, THEN, ACTOR, enforcement(groupId, List.of()));

        Topic.publish(Topics.ENFORCEMENT, start);
        Topic.publish(Topics.ENFORCEMENT, running);
        Topic.publish(Topics.ENFORCEMENT, stop);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> OWNER.get(clusters(groupId) + "/orders")
                .then()
                .body("customerKey.state", is("STOP_REQUESTED"))
                .body("stateName", is("IDLE"))
                .body("paused", is(false)));
        Topic.publish(Topics.ENFORCEMENT, done);
        Topic.publish(Topics.ENFORCEMENT, running);
        Topic.publish(Topics.ENFORCEMENT, stop);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> OWNER.get(clusters(groupId) + "/orders")
                .then()
                .body("customerKey.state", is("STOPPED"))
                .body("customerKey.reason", is("KEY_DISABLED"))
                .body("customerKey.key", is(KEY))
                .body("stateName", is("IDLE"))
                .body("paused", is(true)));
        Topic.publish(Topics.ENFORCEMENT, again);
        Topic.publish(Topics.ENFORCEMENT, done);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> OWNER.get(clusters(groupId) + "/orders")
                .then()
                .body("customerKey.state", is("RUNNING"))
                .body("customerKey.reason", nullValue())
                .body("paused", is(false)));
        assertThat(rows("select cast(revision as text) from cluster_enforcement where cluster_id = '" + id + "'"))
                .containsExactly("6");
    }

    private static Enforcement enforcement(String groupId, List<StopReason> reasons) {
        return new Enforcement(groupId, "orders", 1, THEN, reasons);
    }

    private static Response create(String groupId, String name, String provider) {
        return post(groupId, cluster(name, provider));
    }
}
