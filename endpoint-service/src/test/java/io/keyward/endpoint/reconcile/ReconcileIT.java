package io.keyward.endpoint.reconcile;

import static io.keyward.endpoint.reconcile.Rounds.await;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.waitAtMost;

import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.Actor;
import io.keyward.endpoint.lifecycle.Answer;
import io.keyward.endpoint.lifecycle.EndpointStatus;
import io.keyward.endpoint.provider.PrivateEndpointProvider;
import io.keyward.endpoint.provider.PrivateEndpointProvider.Order;
import io.keyward.endpoint.registry.Creation;
import io.keyward.endpoint.registry.Endpoint;
import io.keyward.endpoint.registry.EndpointStore;
import io.keyward.endpoint.registry.NewEndpoint;
import io.keyward.endpoint.support.ConfigService;
import io.keyward.endpoint.support.Database;
import io.keyward.endpoint.support.TestCloud;
import io.keyward.endpoint.support.TestEvents;
import io.keyward.endpoint.support.TestSettings;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way: from what is asked for to what there is in EC2, and back. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(ConfigService.class)
@QuarkusTestResource(TestSettings.class)
class ReconcileIT {
    private static final Actor OWNER = new Actor(Actor.API_KEY, "key-1", "owner", "192.0.2.1");
    private static final String REGION = "us-east-1";

    @Inject
    EndpointStore store;

    @Inject
    Rounds rounds;

    @Inject
    PrivateEndpointProvider provider;

    @Inject
    Database database;

    @Inject
    MeterRegistry meters;

    private final String groupId = ObjectIds.next();

    @BeforeEach
    void nothingElseIsThere() {
        database.query("delete from endpoint");
        TestCloud.calm();
    }

    @AfterEach
    void leaveItAsItWas() {
        TestCloud.reset();
    }

    @Test
    @Rule({"E2", "E5"})
    void goesFromRequestedToActiveToGone() throws Exception {
        var id = create();
        untilIs(id, EndpointStatus.ACTIVE);
        var active = find(id).orElseThrow();

        delete(id);
        untilGone(id);

        assertThat(active.reference().orElseThrow()).startsWith("vpce-");
        assertThat(active.address().orElseThrow()).startsWith(active.reference().orElseThrow());
        assertThat(active.errorMessage()).isEmpty();
        assertThat(TestCloud.statesOf(id)).containsExactly("gone");
        assertThat(TestCloud.callsOf("CreateVpcEndpoint")).isEqualTo(1);
        try (var events = TestEvents.open()) {
            waitAtMost(20, SECONDS).untilAsserted(() -> assertThat(events.typesOf(id))
                    .containsExactly("requested", "activated", "deletion-requested", "deleted"));
            var told = events.of(id);
            assertThat(told.get(1).at("/endpoint/reference").asText())
                    .isEqualTo(active.reference().orElseThrow());
            assertThat(told.get(1).at("/endpoint/address").asText())
                    .isEqualTo(active.address().orElseThrow());
            assertThat(told).extracting(event -> event.at("/revision").asLong()).isSorted();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            VpcEndpointLimitExceeded          | There is no room
            InsufficientFreeAddressesInSubnet | There is no room
            InvalidSubnetID.NotFound          | a subnet does not exist
            UnauthorizedOperation             | allow us ec2:CreateVpcEndpoint
            """)
    @Rule("E4")
    void aRefusedCreationFailsAndSaysWhatToDo(String code, String saying) {
        TestCloud.disturb("CreateVpcEndpoint", """
                "effect":"FAIL","code":"%s","message":"no","status":400""".formatted(code));
        var id = create();

        untilIs(id, EndpointStatus.FAILED);

        assertThat(find(id).orElseThrow().errorMessage().orElseThrow())
                .contains(saying, code, "We ask for it again every 5 minutes");
        delete(id);
        age("asked_at");
        untilGone(id);
    }

    @Test
    @Rule("E4")
    void whatFailsInTheCloudFailsWithItsReason() {
        TestCloud.creationsEndAs("failed");
        var id = create();

        untilIs(id, EndpointStatus.FAILED);

        assertThat(find(id).orElseThrow().errorMessage().orElseThrow()).contains("failed in EC2", "Somebody said no.");
        delete(id);
        untilGone(id);
        assertThat(TestCloud.statesOf(id)).containsExactly("gone");
    }

    @Test
    @Rule("E4")
    void nothingIsInitiatingForEver() {
        TestCloud.creationsEndAs("pending");
        var id = create();
        rounds.run();
        rounds.run();
        assertThat(statusOf(id)).contains(EndpointStatus.INITIATING);

        age("since");
        untilIs(id, EndpointStatus.FAILED);

        assertThat(find(id).orElseThrow().errorMessage().orElseThrow()).contains("within 10 minutes");
    }

    @Test
    @Rule("E2")
    void whatHasToBeLetInSaysSo() {
        TestCloud.creationsEndAs("pendingAcceptance");
        var id = create();

        untilIs(id, EndpointStatus.PENDING_ACCEPTANCE);
        TestCloud.act(find(id).orElseThrow().reference().orElseThrow(), "activate");

        untilIs(id, EndpointStatus.ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "pendingAcceptance", "rejected", "failed", "expired"})
    @Rule("E5")
    void aDeletionIsCarriedOutWhateverBecameOfTheCreation(String state) {
        TestCloud.creationsEndAs(state);
        var id = create();
        rounds.run();
        rounds.run();

        delete(id);
        assertThat(statusOf(id)).contains(EndpointStatus.DELETING);
        untilGone(id);

        assertThat(TestCloud.statesOf(id)).containsExactly("gone");
    }

    @Test
    @Rule("E5")
    void aDeletionBeforeAnythingWasDoneNeedsNoCloud() {
        var id = create();

        delete(id);
        untilGone(id);

        assertThat(TestCloud.statesOf(id)).isEmpty();
        assertThat(TestCloud.callsOf("CreateVpcEndpoint")).isZero();
    }

    @Test
    @Rule("E12")
    void aRequestWhoseAnswerIsLostIsFoundAgainAndNotRepeated() {
        TestCloud.disturb("CreateVpcEndpoint", "\"effect\":\"UNREACHABLE\",\"when\":\"AFTER\"");
        var id = create();
        rounds.run();
        TestCloud.endDisturbances();

        untilIs(id, EndpointStatus.ACTIVE);

        assertThat(TestCloud.statesOf(id)).containsExactly("available");
    }

    @Test
    @Rule("E12")
    void theSameOrderAgainMakesNoSecondOne() {
        var order = new Order(ObjectIds.next(), groupId, REGION);

        var first = await(() -> provider.create(order));
        var second = await(() -> provider.create(order));

        assertThat(first).isInstanceOf(Answer.Accepted.class).isEqualTo(second);
        assertThat(TestCloud.statesOf(order.endpointId())).hasSize(1);
    }

    /** As if the process had died between recording and asking. */
    @Test
    @Rule("E12")
    void whatWasRecordedAndNeverAskedForIsAskedForLater() {
        var id = create();
        database.query(
                "update endpoint set state = 'PROVISIONING', asked_at = now() - interval '1 second' where endpoint_id = ?",
                id);
        rounds.run();
        assertThat(TestCloud.statesOf(id)).isEmpty();

        age("asked_at");
        untilIs(id, EndpointStatus.ACTIVE);

        assertThat(TestCloud.statesOf(id)).containsExactly("available");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vanish", "delete", "reject", "expire", "fail"})
    @Rule("E6")
    void whatIsLostBehindOurBackIsSaidToBeAfterTwoLooks(String what) throws Exception {
        var id = create();
        untilIs(id, EndpointStatus.ACTIVE);
        TestCloud.act(find(id).orElseThrow().reference().orElseThrow(), what);

        rounds.run();
        assertThat(statusOf(id)).contains(EndpointStatus.ACTIVE);
        untilIs(id, EndpointStatus.PENDING_RECREATION);

        assertThat(find(id).orElseThrow().errorMessage().orElseThrow())
                .contains("Another endpoint takes its place by itself");
        assertThat(TestCloud.statesOf(id)).hasSize(1);
        try (var events = TestEvents.open()) {
            waitAtMost(20, SECONDS).untilAsserted(() -> assertThat(events.typesOf(id))
                    .containsExactly("requested", "activated", "lost"));
            assertThat(events.of(id)).hasSize(3);
        }
    }

    @Test
    @Rule("P2")
    void anEc2ThatCannotBeReachedChangesNothing() {
        var active = create();
        untilIs(active, EndpointStatus.ACTIVE);
        var asked = create("us-east-1");
        TestCloud.disturb("DescribeVpcEndpoints", "\"effect\":\"UNREACHABLE\"");

        rounds.run();
        rounds.run();

        assertThat(statusOf(active)).contains(EndpointStatus.ACTIVE);
        assertThat(database.query("select state from endpoint where endpoint_id = ?", asked))
                .containsExactly("REQUESTED");
        assertThat(TestCloud.statesOf(asked)).isEmpty();
        TestCloud.endDisturbances();
        untilIs(asked, EndpointStatus.ACTIVE);
    }

    @Test
    @Rule("E4")
    void aBusyEc2IsAskedAgain() {
        TestCloud.disturb("CreateVpcEndpoint", "\"effect\":\"THROTTLE\"");
        var id = create();
        rounds.run();
        assertThat(find(id).orElseThrow().errorMessage().orElseThrow()).contains("asked too much");
        TestCloud.endDisturbances();

        age("asked_at");
        untilIs(id, EndpointStatus.ACTIVE);

        assertThat(find(id).orElseThrow().errorMessage()).isEmpty();
    }

    @Test
    @Rule("E12")
    void whatIsOursAndNotRecordedIsReportedAndLeftAlone() {
        var stranger = new Order(ObjectIds.next(), groupId, REGION);
        await(() -> provider.create(stranger));
        create();
        double before = orphans();

        rounds.run();
        rounds.run();

        assertThat(orphans()).isEqualTo(before + 1);
        assertThat(TestCloud.statesOf(stranger.endpointId())).containsExactly("available");
    }

    /** As if the process had stood still between recording and asking, until the endpoint was deleted. */
    @Test
    @Rule("E12")
    void whatComesIntoBeingAfterItsDeletionIsRemoved() {
        var id = create();
        delete(id);
        untilGone(id);
        await(() -> provider.create(new Order(id, groupId, REGION)));
        create();

        rounds.run();

        assertThat(TestCloud.statesOf(id)).containsExactly("gone");
    }

    @Test
    @Rule("E3")
    void aRegionIsLookedAtOnceForAllThatIsInIt() {
        for (int i = 0; i < 5; i++) {
            create(ObjectIds.next(), REGION);
        }
        rounds.run();
        rounds.run();
        var before = TestCloud.callsOf("DescribeVpcEndpoints");

        rounds.run();

        assertThat(TestCloud.callsOf("DescribeVpcEndpoints") - before).isEqualTo(1);
        assertThat(database.query("select state from endpoint")).hasSize(5).containsOnly("READY");
    }

    private String create() {
        return create(groupId, REGION);
    }

    private String create(String region) {
        return create(ObjectIds.next(), region);
    }

    private String create(String project, String region) {
        var creation = await(() -> store.create(new NewEndpoint(project, "AWS", region), 1, OWNER));
        assertThat(creation).isInstanceOf(Creation.Created.class);
        return ((Creation.Created) creation).endpoint().id();
    }

    private void delete(String id) {
        await(() -> store.requestDeletion(groupId, "AWS", id, OWNER));
    }

    private Optional<Endpoint> find(String id) {
        var project = database.query("select group_id from endpoint where endpoint_id = ?", id)
                .getFirst();
        return await(() -> store.find(project, "AWS", id));
    }

    private Optional<EndpointStatus> statusOf(String id) {
        return find(id).flatMap(Endpoint::status);
    }

    private void untilIs(String id, EndpointStatus status) {
        waitAtMost(10, SECONDS).untilAsserted(() -> {
            rounds.run();
            assertThat(statusOf(id)).contains(status);
        });
    }

    private void untilGone(String id) {
        waitAtMost(10, SECONDS).untilAsserted(() -> {
            rounds.run();
            assertThat(statusOf(id)).isEmpty();
        });
    }

    /** Moves a time of all endpoints into the past, so far that whatever waits for it has waited long enough. */
    private void age(String column) {
        database.query("update endpoint set " + column + " = now() - interval '1 hour'");
    }

    private double orphans() {
        return meters.get("keyward.endpoints.orphaned").gauge().value();
    }
}
