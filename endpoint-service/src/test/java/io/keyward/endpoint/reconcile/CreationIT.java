package io.keyward.endpoint.reconcile;

import static io.keyward.endpoint.reconcile.Rounds.await;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.waitAtMost;

import io.keyward.atlas.ObjectIds;
import io.keyward.endpoint.lifecycle.Answer;
import io.keyward.endpoint.lifecycle.EndpointStatus;
import io.keyward.endpoint.provider.PrivateEndpointProvider.Order;
import io.keyward.endpoint.support.ConfigService;
import io.keyward.endpoint.support.TestCloud;
import io.keyward.endpoint.support.TestEvents;
import io.keyward.endpoint.support.TestSettings;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From what is asked for to what can be used, or to why it cannot. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(ConfigService.class)
@QuarkusTestResource(TestSettings.class)
class CreationIT extends Scene {

    @Test
    @Rule({"E2", "E5"})
    void goesFromRequestedToActiveToGone() throws Exception {
        var id = createActive();
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
    void aRefusedCreationFailsAndSaysWhatToDoAndHealsByItself(String code, String saying) {
        TestCloud.disturb("CreateVpcEndpoint", """
                "effect":"FAIL","code":"%s","message":"no","status":400""".formatted(code));
        var id = create();

        untilIs(id, EndpointStatus.FAILED);
        assertThat(messageOf(id)).contains(saying, code);
        TestCloud.endDisturbances();
        rounds.run();
        assertThat(statusOf(id)).contains(EndpointStatus.FAILED);

        age("asked_at");
        age("since");
        untilIs(id, EndpointStatus.ACTIVE);
        assertThat(TestCloud.statesOf(id)).containsExactly("available");
    }

    @Test
    @Rule("E4")
    void whatFailsInTheCloudFailsWithItsReason() {
        TestCloud.creationsEndAs("failed");
        var id = create();

        untilIs(id, EndpointStatus.FAILED);

        assertThat(messageOf(id)).contains("failed in EC2", "TestTrouble");
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

        assertThat(messageOf(id)).contains("within 10 minutes");
    }

    @Test
    @Rule("E2")
    void whatHasToBeLetInSaysSo() {
        TestCloud.creationsEndAs("pendingAcceptance");
        var id = create();

        untilIs(id, EndpointStatus.PENDING_ACCEPTANCE);
        TestCloud.act(referenceOf(id), "activate");

        untilIs(id, EndpointStatus.ACTIVE);
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
        var order = new Order(ObjectIds.next(), groupId, REGION, null);

        var first = await(() -> aws().create(order));
        var second = await(() -> aws().create(order));

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

    @Test
    @Rule("E12")
    void twoAtOnceNeverMakeTwo() {
        for (int i = 0; i < 12; i++) {
            createIn(i % 2 == 0 ? REGION : ELSEWHERE);
        }

        waitAtMost(20, SECONDS).untilAsserted(() -> {
            var one = rounds.startBeside();
            var other = rounds.startBeside();
            one.get(20, SECONDS);
            other.get(20, SECONDS);
            assertThat(database.query("select distinct state from endpoint")).containsExactly("READY");
        });

        assertThat(TestCloud.callsOf("CreateVpcEndpoint")).isEqualTo(12);
    }
}
