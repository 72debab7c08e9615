package io.keyward.config.cluster;

import static io.keyward.config.Tenants.KEY;
import static io.keyward.config.Tenants.cluster;
import static io.keyward.config.Tenants.project;
import static io.keyward.config.Tenants.projectWithKey;
import static io.keyward.config.Tenants.rows;
import static io.keyward.config.cluster.ClusterCalls.THEN;
import static io.keyward.config.cluster.ClusterCalls.events;
import static io.keyward.config.cluster.ClusterCalls.get;
import static io.keyward.config.cluster.ClusterCalls.keyUses;
import static io.keyward.config.cluster.ClusterCalls.notLetIn;
import static io.keyward.config.cluster.ClusterCalls.patch;
import static io.keyward.config.cluster.ClusterCalls.post;
import static io.keyward.config.cluster.ClusterCalls.publish;
import static io.keyward.config.cluster.ClusterCalls.refused;
import static io.keyward.config.cluster.ClusterCalls.regions;
import static io.keyward.config.cluster.ClusterCalls.revision;
import static io.keyward.config.cluster.ClusterCalls.running;
import static io.keyward.config.cluster.ClusterCalls.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.keyward.config.FarEnd;
import io.keyward.config.cluster.rollback.Sweeps;
import io.keyward.contracts.Actor;
import io.keyward.contracts.EnforcementEvent;
import io.keyward.contracts.EnforcementEvent.Enforcement;
import io.keyward.contracts.EnforcementEvent.StopReason;
import io.keyward.testkit.Engines;
import io.keyward.testkit.MutableClock;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of clusters, until it is done or undone; and clusters that a person paused. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class ClusterPlanIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Actor ACTOR = Actor.system("validation-service");
    private static final String[] BOTH = {"AWS:US_EAST_1:2", "AWS:EU_WEST_1:1"};

    FarEnd others;

    @BeforeEach
    void forget() {
        others.reset();
    }

    @Test
    @Rule("K3")
    void turningTheKeyOnAndOffIsUnderWayUntilTheDriverIsDone() {
        String groupId = projectWithKey();
        String id = createAndRun(groupId, "NONE");
        long before = revision(id);

        patch(groupId, "{'encryptionAtRestProvider':'AWS'}").then().body("stateName", is("UPDATING"));
        running(groupId, id, 2, before);
        running(groupId, id, 3, revision(id));
        awaitState(groupId, "IDLE");

        String keyId = keyUses(groupId, "keyId").getFirst();
        patch(groupId, "{'encryptionAtRestProvider':'NONE'}")
                .then()
                .body("stateName", is("UPDATING"))
                .body("customerKey.key", is(KEY));
        assertThat(events(id).getLast()).contains("\"NONE\"").contains(keyId);
        running(groupId, id, 4, revision(id));
        awaitState(groupId, "IDLE");
        get(groupId).then().body("$", not(hasKey("customerKey")));
        assertThat(events(id).getLast()).contains("\"keyIds\": []");
    }

    @Test
    @Rule("C18")
    void aRegionIsLeftOnceTheDriverHasLeftIt() {
        String groupId = projectWithKey();
        String id = createAndRun(groupId, "AWS");
        patch(groupId, regions(BOTH)).then().statusCode(200);
        running(groupId, id, 2, revision(id));
        awaitState(groupId, "IDLE");

        patch(groupId, regions("AWS:US_EAST_1:3")).then().body("stateName", is("UPDATING"));
        assertThat(keyUses(groupId, "region")).containsExactlyInAnyOrder("us-east-1", "eu-west-1");
        assertThat(events(id).getLast()).contains("eu-west-1");
        running(groupId, id, 3, revision(id));
        awaitState(groupId, "IDLE");
        assertThat(keyUses(groupId, "region")).containsExactly("us-east-1");
        assertThat(events(id).getLast()).doesNotContain("eu-west-1");
    }

    @Test
    @Rule("K4")
    void whatItsKeyStoppedDoesWhatWasAskedOnceItRuns() {
        String groupId = projectWithKey();
        String id = createAndRun(groupId, "AWS");
        long before = revision(id);
        StopReason reason = new StopReason("KEY", "u", KEY, "us-east-1", "KEY_DISABLED", "It was disabled.", THEN);
        publish(new EnforcementEvent.Stopped(
                id, 2, THEN, ACTOR, new Enforcement(groupId, "orders", 1, THEN, List.of(reason))));
        await().atMost(SOON).untilAsserted(() -> get(groupId).then().body("paused", is(true)));

        patch(groupId, regions("AWS:US_EAST_1:5"))
                .then()
                .statusCode(200)
                .body("stateName", is("IDLE"))
                .body("customerKey.changesPending", is(true));
        publish(new EnforcementEvent.ResumeRequested(id, 3, THEN, ACTOR, said(groupId, before, null)));
        awaitState(groupId, "UPDATING");
        running(groupId, id, 4, revision(id));
        awaitState(groupId, "IDLE");
        get(groupId).then().body("customerKey", not(hasKey("changesPending"))).body("paused", is(false));
    }

    @Test
    @Rule("K6")
    void aChangeWhoseNodesAreNotLetInIsUndoneAfterThreeDays() {
        String groupId = projectWithKey();
        String id = createAndRun(groupId, "AWS");
        long before = revision(id);
        MutableClock clock =
                new MutableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5));

        patch(groupId, regions(BOTH)).then().statusCode(200);
        patch(groupId, "{'tags':[{'key':'said','value':'since'}]}").then().statusCode(200);
        notLetIn(groupId, id, 2, before, clock.instant());
        await().atMost(SOON).untilAsserted(() -> get(groupId)
                .then()
                .body("customerKey.provisioning.since", is(clock.instant().toString()))
                .body(
                        "customerKey.provisioning.rollsBackAt",
                        is(clock.instant().plus(Duration.ofDays(3)).toString())));

        clock.advance(Duration.ofDays(3).minusMinutes(1));
        Sweeps.at(clock.instant());
        get(groupId).then().body("replicationSpecs[0].regionConfigs.size()", is(2));

        clock.advance(Duration.ofMinutes(1));
        Sweeps.at(clock.instant());
        get(groupId)
                .then()
                .body("replicationSpecs[0].regionConfigs.size()", is(1))
                .body("tags[0].key", is("said"))
                .body("stateName", is("UPDATING"));
        assertThat(events(id).getLast()).contains("keyward.cluster.updated.v1").doesNotContain("eu-west-1");
        assertThat(log(groupId)).anyMatch(line -> line.contains("goes back to the nodes that it had"));
        clock.advance(Duration.ofDays(9));
        Sweeps.at(clock.instant());
        running(groupId, id, 3, revision(id));
        awaitState(groupId, "IDLE");
        get(groupId).then().body("customerKey", not(hasKey("provisioning")));
    }

    @Test
    @Rule("K6")
    void aNewClusterWhoseNodesAreNotLetInIsTakenDown() {
        String groupId = projectWithKey();
        String id = create(groupId, "AWS");
        MutableClock clock =
                new MutableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5));
        publish(new EnforcementEvent.StartRequested(id, 1, THEN, ACTOR, said(groupId, 0, clock.instant())));
        await().atMost(SOON).untilAsserted(() -> get(groupId).then().body("customerKey", hasKey("provisioning")));

        clock.advance(Duration.ofDays(3).plusMinutes(1));
        Sweeps.at(clock.instant());

        get(groupId).then().body("stateName", is("DELETING"));
        assertThat(events(id).getLast()).contains("keyward.cluster.deletion-requested.v1");
        assertThat(log(groupId)).anyMatch(line -> line.contains("is taken down before it ever was up"));
    }

    @Test
    @Rule("K6")
    void aClusterThatWasUpBeforeItsFirstPlanWasDoneIsNotTakenDown() {
        String groupId = projectWithKey();
        String id = create(groupId, "AWS");
        long first = revision(id);
        Instant then = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
        patch(groupId, regions("AWS:US_EAST_1:5")).then().statusCode(200);
        notLetIn(groupId, id, 1, first, then);
        await().atMost(SOON).untilAsserted(() -> get(groupId).then().body("customerKey.state", is("RUNNING")));

        Sweeps.at(then.plus(Duration.ofDays(9)));

        get(groupId).then().body("stateName", is("CREATING")).body("customerKey", not(hasKey("provisioning")));
    }

    @Test
    @Rule("K6")
    void theTimeThatAClusterWasStoppedDoesNotCount() {
        String groupId = projectWithKey();
        String id = createAndRun(groupId, "AWS");
        long before = revision(id);
        Instant refused = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
        Instant again = refused.plus(Duration.ofDays(5));
        patch(groupId, regions(BOTH)).then().statusCode(200);

        publish(new EnforcementEvent.Running(
                id,
                2,
                THEN,
                ACTOR,
                new Enforcement(
                        groupId, "orders", 1, again, List.of(), before, false, refused, null, null, List.of())));

        await().atMost(SOON)
                .untilAsserted(() -> get(groupId).then().body("customerKey.provisioning.since", is(again.toString())));
        Sweeps.at(again.plus(Duration.ofDays(3)).minusSeconds(1));
        get(groupId).then().body("replicationSpecs[0].regionConfigs.size()", is(2));
        Sweeps.at(again.plus(Duration.ofDays(3)));
        get(groupId).then().body("replicationSpecs[0].regionConfigs.size()", is(1));
    }

    @Test
    @Rule("K6")
    void twoReplicasShareWhatIsDueAndALostLeaseUndoesNothing() {
        String groupId = projectWithKey();
        String id = create(groupId, "AWS");
        MutableClock clock =
                new MutableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5));
        publish(new EnforcementEvent.StartRequested(id, 1, THEN, ACTOR, said(groupId, 0, clock.instant())));
        await().atMost(SOON).untilAsserted(() -> get(groupId).then().body("customerKey", hasKey("provisioning")));
        clock.advance(Duration.ofDays(4));

        String token = Sweeps.claim(id, clock.instant());
        assertThat(Sweeps.claimed(clock.instant())).doesNotContain(id);
        rows("update cluster set lease_until = now() - interval '1 second' where id = '" + id + "' returning id");
        Sweeps.undo(id, token, clock.instant());
        get(groupId).then().body("stateName", is("CREATING"));
        Sweeps.at(clock.instant());
        get(groupId).then().body("stateName", is("DELETING"));
    }

    @Test
    @Rule("K7")
    void aPersonPausesAndResumesAClusterThatRuns() {
        String groupId = project();
        String id = create(groupId, "NONE");
        refused(patch(groupId, "{'paused':true}"), 409, "CANNOT_PAUSE_CLUSTER_WITH_PENDING_CHANGES");
        running(groupId, id, 1, revision(id));
        awaitState(groupId, "IDLE");

        refused(patch(groupId, "{'paused':true,'backupEnabled':true}"), 409, "CANNOT_UPDATE_AND_PAUSE_CLUSTER");
        patch(groupId, "{'paused':true}").then().body("paused", is(true)).body("stateName", is("UPDATING"));
        assertThat(events(id).getLast()).contains("\"paused\": true");
        publish(new EnforcementEvent.Stopped(id, 2, THEN, ACTOR, byHand(groupId)));
        awaitState(groupId, "IDLE");
        get(groupId).then().body("paused", is(true));

        refused(patch(groupId, "{'paused':true}"), 409, "CLUSTER_ALREADY_PAUSED");
        refused(patch(groupId, "{'backupEnabled':true}"), 409, "CANNOT_UPDATE_PAUSED_CLUSTER");
        patch(groupId, "{'paused':false}").then().body("paused", is(false)).body("stateName", is("UPDATING"));
        assertThat(events(id).getLast()).contains("\"paused\": false");
        running(groupId, id, 3, revision(id));
        awaitState(groupId, "IDLE");
        get(groupId).then().body("paused", is(false)).body("customerKey", nullValue());
        refused(patch(groupId, "{'paused':true}"), 400, "CANNOT_PAUSE_RECENTLY_RESUMED_CLUSTER");
    }

    @Test
    void notEveryMachineCanBePaused() {
        String groupId = project();
        post(groupId, cluster("orders", "NONE").replace("M10", "M40_NVME"))
                .then()
                .statusCode(201);
        refused(patch(groupId, "{'paused':true}"), 409, "CANNOT_PAUSE_NVME_CLUSTER");

        String shared = project();
        post(shared, """
                        {'name':'orders','replicationSpecs':[{'regionConfigs':[{'providerName':'TENANT','backingProviderName':'AWS',
                         'regionName':'US_EAST_1','priority':7,'electableSpecs':{'instanceSize':'M0'}}]}]}""").then().statusCode(201);
        refused(patch(shared, "{'paused':true}"), 400, "TENANT_CLUSTER_UPDATE_UNSUPPORTED");
    }

    private static Enforcement byHand(String groupId) {
        StopReason hand = new StopReason("HAND", null, null, null, "PAUSED", "It was paused.", THEN);
        return new Enforcement(groupId, "orders", 1, THEN, List.of(hand));
    }

    private static String create(String groupId, String provider) {
        return post(groupId, cluster("orders", provider))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String createAndRun(String groupId, String provider) {
        String id = create(groupId, provider);
        running(groupId, id, 1, revision(id));
        awaitState(groupId, "IDLE");
        return id;
    }

    private static void awaitState(String groupId, String stateName) {
        await().atMost(SOON).untilAsserted(() -> get(groupId).then().body("stateName", is(stateName)));
    }

    private static List<String> log(String groupId) {
        return rows("select detail from activity_entry where group_id = '" + groupId + "'");
    }
}
