package io.keyward.config.cluster;

import static io.keyward.config.FarEnd.endpoints;
import static io.keyward.config.FarEnd.refusing;
import static io.keyward.config.FarEnd.valid;
import static io.keyward.config.Tenants.KEY;
import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.clusters;
import static io.keyward.config.Tenants.configuring;
import static io.keyward.config.Tenants.encryption;
import static io.keyward.config.Tenants.project;
import static io.keyward.config.Tenants.projectWithKey;
import static io.keyward.config.Tenants.role;
import static io.keyward.config.cluster.ClusterCalls.atOnce;
import static io.keyward.config.cluster.ClusterCalls.create;
import static io.keyward.config.cluster.ClusterCalls.events;
import static io.keyward.config.cluster.ClusterCalls.get;
import static io.keyward.config.cluster.ClusterCalls.keyUses;
import static io.keyward.config.cluster.ClusterCalls.patch;
import static io.keyward.config.cluster.ClusterCalls.post;
import static io.keyward.config.cluster.ClusterCalls.refused;
import static io.keyward.config.cluster.ClusterCalls.regions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.keyward.atlas.ObjectIds;
import io.keyward.config.FarEnd;
import io.keyward.config.FarEnd.Answer;
import io.keyward.config.Topic;
import io.keyward.contracts.Actor;
import io.keyward.contracts.EndpointEvent.Endpoint;
import io.keyward.contracts.EndpointEvent.EndpointActivated;
import io.keyward.contracts.EndpointEvent.EndpointLost;
import io.keyward.contracts.EnforcementEvent;
import io.keyward.contracts.EnforcementEvent.Enforcement;
import io.keyward.contracts.EnforcementEvent.PrivatePath;
import io.keyward.contracts.Topics;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clusters in several regions, and what private networking makes of that. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class ClusterRegionsIT {
    private static final String EAST = "AWS:US_EAST_1:3";
    private static final String WEST = "AWS:EU_WEST_1:3";
    private static final String[] BOTH = {"AWS:US_EAST_1:2", "AWS:EU_WEST_1:1"};
    private static final String[] TWO_CLOUDS = {"AWS:US_EAST_1:2", "GCP:EASTERN_US:1"};
    private static final String SINGLE = "arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d";
    private static final String REPLICA = KEY.replace("us-east-1", "eu-west-1");
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Actor ACTOR = Actor.system("endpoint-service");
    private static final Duration SOON = Duration.ofSeconds(20);

    FarEnd others;

    @BeforeEach
    void forget() {
        others.reset();
    }

    @Test
    @Rule("E8")
    void newClustersGoWhereAnEndpointIsActive() {
        String groupId = privately(KEY);
        others.onEndpoints(endpoints("us-east-1:ACTIVE", "eu-west-1:INITIATING"));

        refused(create(groupId, "AWS", BOTH), 400, "KMS_PRIVATE_ENDPOINT_MISSING_IN_REGION")
                .then()
                .body("detail", allOf(containsString("EU_WEST_1"), not(containsString("US_EAST_1"))))
                .body(
                        "detail",
                        containsString("EU_WEST_1: INITIATING since 2026-01-01T00:00:00Z, wait until it is ACTIVE"))
                .body("parameters", is(List.of("EU_WEST_1")));
        others.onEndpoints(
                endpoints("us-east-1:ACTIVE", "eu-west-1:PENDING_RECREATION", "eu-west-1:PENDING_ACCEPTANCE"));
        refused(create(groupId, "NONE", WEST), 400, "KMS_PRIVATE_ENDPOINT_MISSING_IN_REGION")
                .then()
                .body("detail", allOf(containsString("its replacement is"), containsString("approve it")));
        refused(create(groupId, "NONE", "GCP:EASTERN_US:3"), 400, "KMS_PRIVATE_ENDPOINT_MISSING_IN_REGION");
        OWNER.get(clusters(groupId)).then().body("totalCount", is(0));
        assertThat(keyUses(groupId, "region")).containsExactly("us-east-1");

        others.onEndpoints(endpoints("us-east-1:ACTIVE", "eu-west-1:ACTIVE"));
        create(groupId, "AWS", BOTH).then().statusCode(201);
    }

    @Test
    @Rule("E8")
    void addedNodesGoWhereAnEndpointIsActive() {
        String groupId = privately(KEY);
        String id =
                create(groupId, "AWS", EAST).then().statusCode(201).extract().path("id");
        others.onEndpoints(endpoints("ap-south-1:ACTIVE"));

        refused(patch(groupId, regions(BOTH)), 400, "KMS_PRIVATE_ENDPOINT_MISSING_IN_REGION")
                .then()
                .body("parameters", is(List.of("EU_WEST_1")));
        refused(patch(groupId, regions("AWS:US_EAST_1:5")), 400, "KMS_PRIVATE_ENDPOINT_MISSING_IN_REGION");
        assertThat(events(id)).hasSize(1);

        others.onEndpoints(endpoints("eu-west-1:ACTIVE"));
        patch(groupId, regions(BOTH)).then().statusCode(200);
        others.onEndpoints(endpoints("ap-south-1:ACTIVE"));
        patch(groupId, "{'backupEnabled':true}").then().statusCode(200);
        patch(groupId, "{'encryptionAtRestProvider':'NONE'}").then().statusCode(200);
    }

    @Test
    @Rule("E8")
    void withoutAnAnswerNothingIsPlaced() {
        String groupId = privately(KEY);
        others.onEndpoints(question -> "");

        refused(create(groupId, "AWS", EAST), 503, "SERVICE_UNAVAILABLE").then().header("Retry-After", notNullValue());
        refused(create(groupId, "NONE", EAST), 503, "SERVICE_UNAVAILABLE");
        OWNER.get(clusters(groupId)).then().body("totalCount", is(0));

        String open = projectWithKey();
        create(open, "AWS", EAST).then().statusCode(201);
        assertThat(others.asked(open)).isEmpty();
    }

    @Test
    @Rule({"C6", "K8"})
    void privateNetworkingReachesOneCloudAndTheRegionsOfTheKey() {
        String single = privately(SINGLE);
        refused(create(single, "AWS", BOTH), 400, "KMS_PRIVATE_NETWORKING_NOT_SUPPORTED")
                .then()
                .body("detail", allOf(containsString("orders"), containsString("single-Region key")));
        create(single, "AWS", EAST).then().statusCode(201);
        refused(patch(single, regions(BOTH)), 400, "KMS_PRIVATE_NETWORKING_NOT_SUPPORTED");
        refused(patch(single, regions(TWO_CLOUDS)), 400, "KMS_PRIVATE_NETWORKING_NOT_SUPPORTED")
                .then()
                .body("detail", containsString("more than one cloud"));

        String multi = privately(KEY);
        refused(create(multi, "AWS", TWO_CLOUDS), 400, "KMS_PRIVATE_NETWORKING_NOT_SUPPORTED");
        refused(create(multi, "AWS", "GCP:EASTERN_US:3"), 400, "KMS_PRIVATE_NETWORKING_NOT_SUPPORTED")
                .then()
                .body("detail", containsString("does not run on AWS"));
        create(multi, "NONE", TWO_CLOUDS).then().statusCode(201);
        refused(patch(multi, "{'encryptionAtRestProvider':'AWS'}"), 400, "KMS_PRIVATE_NETWORKING_NOT_SUPPORTED");
    }

    @Test
    @Rule("C15")
    void withoutPrivateNetworkingTheKeyServesEveryRegion() {
        String single = projectUnder(SINGLE);
        create(single, "AWS", BOTH).then().statusCode(201);
        patch(single, regions(TWO_CLOUDS)).then().statusCode(200);
        create(projectUnder(SINGLE), "AWS", "GCP:EASTERN_US:3").then().statusCode(201);

        assertThat(keyUses(single, "key")).containsExactly(SINGLE);
        assertThat(others.asked("/endpoints")).isEmpty();
    }

    @Test
    @Rule("C18")
    void aRegionWithoutReplicaIsRefusedUnderPrivateNetworkingAlone() {
        String groupId = privately(KEY);
        others.onKey(withoutReplica("eu-west-1"));
        refused(create(groupId, "AWS", BOTH), 400, "AWS_KMS_KEY_NOT_REPLICATED_IN_REGION")
                .then()
                .body("detail", containsString("ReplicateKey"));
        create(groupId, "AWS", EAST).then().statusCode(201);
        refused(patch(groupId, regions(BOTH)), 400, "AWS_KMS_KEY_NOT_REPLICATED_IN_REGION");

        String open = projectWithKey();
        create(open, "AWS", BOTH).then().statusCode(201);
        assertThat(keyUses(open, "region")).containsExactly("us-east-1");
    }

    @Test
    @Rule("C18")
    void clustersThatBringTheKeyToNewRegionsAtOnceAreAllMade() {
        String groupId = projectWithKey();
        List<String> places = List.of("US_EAST_1", "EU_WEST_1", "EU_WEST_2", "AP_SOUTH_1");

        List<Integer> answers = atOnce(places.stream()
                .map(region -> () -> post(
                        groupId,
                        "{'name':'c-" + region.replace('_', '-') + "','encryptionAtRestProvider':'AWS',"
                                + regions("AWS:" + region + ":3").substring(1))));

        assertThat(answers).containsOnly(201);
        assertThat(keyUses(groupId, "region"))
                .containsExactlyInAnyOrder("us-east-1", "eu-west-1", "eu-west-2", "ap-south-1");
    }

    @Test
    @Rule("C18")
    void eachRegionHasAKeyUseAsLongAsAClusterIsThere() {
        String groupId = projectWithKey();
        String id =
                create(groupId, "AWS", BOTH).then().statusCode(201).extract().path("id");
        assertThat(keyUses(groupId, "key")).containsExactlyInAnyOrder(KEY, REPLICA);
        assertThat(keyUses(groupId, "home")).containsExactlyInAnyOrder("true", "false");

        patch(groupId, regions(EAST)).then().statusCode(200);
        assertThat(keyUses(groupId, "key")).containsExactly(KEY);
        patch(groupId, regions(BOTH)).then().statusCode(200);
        assertThat(keyUses(groupId, "key")).containsExactlyInAnyOrder(KEY, REPLICA);

        OWNER.delete(clusters(groupId) + "/orders").then().statusCode(202);
        assertThat(keyUses(groupId, "key")).hasSize(2);
        Topic.publish(
                Topics.ENFORCEMENT,
                new EnforcementEvent.Removed(
                        id, 9, THEN, ACTOR, new Enforcement(groupId, "orders", 1, THEN, List.of())));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(keyUses(groupId, "key")).containsExactly(KEY));
    }

    @Test
    @Rule({"E6", "E9", "K7"})
    void theKeyIsReachedPrivatelyOnceTheNodesOfAllRegionsTakeTheirEndpoints() {
        String groupId = privately(KEY);
        String id = create(groupId, "AWS", BOTH)
                .then()
                .statusCode(201)
                .body("customerKey.privatePath", is(false))
                .body("customerKey.privatePaths.status", is(List.of("NOT_COVERED", "NOT_COVERED")))
                .extract()
                .path("id");
        String east = activate(groupId, "us-east-1");
        String west = activate(groupId, "eu-west-1");
        awaitPaths(groupId, "MOVING", "MOVING").body("customerKey.privatePathProgress.regionsMoved", is(0));

        moved(groupId, id, 3, east, west);
        awaitPaths(groupId, "MOVED", "MOVED")
                .body("customerKey.privatePath", is(true))
                .body("customerKey.privatePathProgress.regionsMoved", is(2))
                .body("customerKey.privatePathProgress.regionsTotal", is(2))
                .body("customerKey.privatePaths.endpointId", is(List.of(west, east)))
                .body("customerKey.privatePaths.since", is(List.of(THEN.toString(), THEN.toString())));

        String successor = ObjectIds.next();
        Endpoint lost = new Endpoint(groupId, "AWS", "eu-west-1", THEN, "vpce-1", null, "It is gone.", null, successor);
        Topic.publish(Topics.ENDPOINTS, new EndpointLost(west, 2, THEN, ACTOR, lost));
        awaitPaths(groupId, "NOT_COVERED", "MOVED").body("customerKey.privatePath", is(false));
        moved(groupId, id, 2, east, west);
        activate(groupId, "eu-west-1", successor);
        awaitPaths(groupId, "MOVING", "MOVED").body("customerKey.privatePaths[0].endpointId", is(successor));

        OWNER.get(clusters(projectWithOneCluster()))
                .then()
                .body("results[0].customerKey", not(hasKey("privatePaths")))
                .body("results[0].customerKey", not(hasKey("privatePathProgress")));
    }

    private static String projectWithOneCluster() {
        String groupId = projectWithKey();
        create(groupId, "AWS", EAST).then().statusCode(201);
        return groupId;
    }

    /** Of the regions in the order of their names. */
    private static ValidatableResponse awaitPaths(String groupId, String... statuses) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> get(groupId).then().body("customerKey.privatePaths.status", is(List.of(statuses))));
        return get(groupId).then();
    }

    private static void moved(String groupId, String clusterId, long revision, String east, String west) {
        List<PrivatePath> paths = List.of(
                new PrivatePath("us-east-1", east, "vpce-1", "kms.example", THEN),
                new PrivatePath("eu-west-1", west, "vpce-1", "kms.example", THEN));
        Topic.publish(
                Topics.ENFORCEMENT,
                new EnforcementEvent.Running(
                        clusterId,
                        revision,
                        THEN,
                        ACTOR,
                        new Enforcement(
                                groupId, "orders", 1, THEN, List.of(), null, null, null, null, null, List.of(),
                                paths)));
    }

    @Test
    @Rule("K8")
    void aProjectThatGoesPrivateMeanwhileIsAConflict() {
        String groupId = projectWithKey();
        AtomicInteger asked = new AtomicInteger();
        others.onKey(question -> {
            if (question.path("region").asText().equals("eu-west-1") && asked.getAndIncrement() == 0) {
                goPrivate(groupId).then().statusCode(200);
            }
            return valid(question);
        });

        refused(create(groupId, "AWS", BOTH), 409, "CONCURRENT_MODIFICATION");

        OWNER.get(clusters(groupId)).then().body("totalCount", is(0));
        assertThat(asked).hasPositiveValue();
        create(groupId, "AWS", BOTH).then().statusCode(201);
    }

    @Test
    @Rule({"C6", "K8"})
    void ofAClusterInTwoRegionsAndPrivateNetworkingOnlyOneWins() {
        for (int round = 0; round < 5; round++) {
            String groupId = projectUnder(SINGLE);

            List<Integer> answers = atOnce(Stream.of(() -> create(groupId, "AWS", BOTH), () -> goPrivate(groupId)));

            assertThat(answers.getFirst() == 201 && answers.getLast() == 200)
                    .as("both were accepted: %s", answers)
                    .isFalse();
            assertThat(answers.getFirst() == 201 || answers.getLast() == 200)
                    .as("one was accepted: %s", answers)
                    .isTrue();
        }
    }

    private static Answer withoutReplica(String region) {
        return question -> question.path("region").asText().equals(region)
                ? refusing("UNUSABLE", "KEY_NEVER_FOUND").to(question)
                : valid(question);
    }

    private static String activate(String groupId, String region) {
        String id = ObjectIds.next();
        activate(groupId, region, id);
        return id;
    }

    private static void activate(String groupId, String region, String id) {
        Topic.publish(
                Topics.ENDPOINTS,
                new EndpointActivated(
                        id, 1, THEN, ACTOR, new Endpoint(groupId, "AWS", region, THEN, "vpce-1", "kms.example", null)));
    }

    private static String privately(String key) {
        String groupId = projectUnder(key);
        goPrivate(groupId).then().statusCode(200);
        return groupId;
    }

    private static Response goPrivate(String groupId) {
        return OWNER.patch(encryption(groupId), "{'awsKms':{'requirePrivateNetworking':true}}");
    }

    private static String projectUnder(String key) {
        String groupId = project();
        OWNER.patch(encryption(groupId), configuring(key, role(groupId))).then().statusCode(200);
        return groupId;
    }
}
