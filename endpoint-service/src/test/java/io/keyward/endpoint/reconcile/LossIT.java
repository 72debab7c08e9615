package io.keyward.endpoint.reconcile;

import static io.keyward.endpoint.reconcile.Rounds.await;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.waitAtMost;

import io.keyward.endpoint.lifecycle.EndpointState.Replaced;
import io.keyward.endpoint.lifecycle.EndpointStatus;
import io.keyward.endpoint.support.ConfigService;
import io.keyward.endpoint.support.ConfigService.Reply;
import io.keyward.endpoint.support.TestCloud;
import io.keyward.endpoint.support.TestEvents;
import io.keyward.endpoint.support.TestSettings;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is lost in the cloud is replaced, in every way that may go. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(ConfigService.class)
@QuarkusTestResource(TestSettings.class)
class LossIT extends Scene {
    @Inject
    MeterRegistry meters;

    ConfigService config;

    @ParameterizedTest
    @ValueSource(strings = {"vanish", "delete", "reject", "expire", "fail"})
    @Rule("E6")
    void whatIsLostIsReplacedAndGoesWhenItsReplacementStands(String what) {
        var id = createActive();
        var before = replacements();
        TestCloud.creationsEndAs("pending");
        TestCloud.act(referenceOf(id), what);

        rounds.run();
        assertThat(statusOf(id)).contains(EndpointStatus.ACTIVE);
        untilIsReplaced(id);

        assertThat(statuses()).containsExactly(EndpointStatus.PENDING_RECREATION, EndpointStatus.INITIATING);
        assertThat(messageOf(id)).isNotEmpty();
        assertThat(replacements()).isEqualTo(before + 1);
        var successor = successorOf(id);
        rounds.run();
        TestCloud.act(referenceOf(successor), "activate");
        untilIs(successor, EndpointStatus.ACTIVE);
        untilGone(id);
        assertThat(TestCloud.statesOf(id)).containsExactly("gone");
        assertThat(TestCloud.statesOf(successor)).containsExactly("available");
    }

    @Test
    @Rule("E6")
    void aLossIsToldAndWhoComesAfterItToo() throws Exception {
        var id = createActive();
        TestCloud.act(referenceOf(id), "vanish");
        untilIsReplaced(id);
        var successor = successorOf(id);
        untilGone(id);

        try (var events = TestEvents.open()) {
            waitAtMost(20, SECONDS).untilAsserted(() -> assertThat(events.typesOf(id))
                    .containsExactly("requested", "activated", "lost", "lost", "deletion-requested", "deleted"));
            assertThat(events.of(id).get(3).at("/endpoint/successorId").asText())
                    .isEqualTo(successor);
        }
    }

    @Test
    @Rule("E6")
    void whoeverStandsFirstStays() {
        TestCloud.creationsEndAs("pendingAcceptance");
        var id = create();
        untilIs(id, EndpointStatus.PENDING_ACCEPTANCE);
        var reference = referenceOf(id);
        TestCloud.act(reference, "activate");
        untilIs(id, EndpointStatus.ACTIVE);
        TestCloud.act(reference, "reject");
        untilIsReplaced(id);
        var successor = successorOf(id);
        untilIs(successor, EndpointStatus.PENDING_ACCEPTANCE);

        TestCloud.act(reference, "activate");
        untilIs(id, EndpointStatus.ACTIVE);
        untilGone(successor);

        assertThat(statuses()).containsExactly(EndpointStatus.ACTIVE);
        assertThat(TestCloud.statesOf(successor)).containsExactly("gone");
    }

    /** A customer who lets nobody in any more. */
    @Test
    @Rule({"E2", "E6"})
    void whoIsRejectedAgainAndAgainFailsAfterThreeReplacements() {
        TestCloud.creationsEndAs("pendingAcceptance");
        var id = create();
        untilIs(id, EndpointStatus.PENDING_ACCEPTANCE);
        TestCloud.act(referenceOf(id), "activate");
        untilIs(id, EndpointStatus.ACTIVE);
        TestCloud.act(referenceOf(id), "reject");
        var last = id;
        for (int i = 0; i < 3; i++) {
            untilIsReplaced(last);
            last = successorOf(last);
            untilIs(last, EndpointStatus.PENDING_ACCEPTANCE);
            TestCloud.act(referenceOf(last), "reject");
        }

        untilIs(last, EndpointStatus.FAILED);
        rounds.run();

        assertThat(TestCloud.callsOf("CreateVpcEndpoint")).isEqualTo(4);
        assertThat(messageOf(last)).isNotEmpty();
        delete(last);
        untilGone(id);
        assertThat(statuses()).isEmpty();
    }

    @Test
    @Rule("E6")
    void whatWasNeverOfUseFailsWhenItIsRejected() {
        TestCloud.creationsEndAs("pendingAcceptance");
        var id = create();
        untilIs(id, EndpointStatus.PENDING_ACCEPTANCE);
        TestCloud.act(referenceOf(id), "reject");

        untilIs(id, EndpointStatus.FAILED);

        assertThat(statuses()).containsExactly(EndpointStatus.FAILED);
        assertThat(config.asked(groupId)).isEmpty();
    }

    @Test
    @Rule({"A2", "E6"})
    void nothingIsReplacedWithoutLeave() {
        var id = createActive();
        config.onAdmission(groupId, any -> Reply.refused(400, "KMS_PRIVATE_NETWORKING_NOT_REQUIRED", "Not now.", "[]"));
        TestCloud.act(referenceOf(id), "vanish");

        untilIs(id, EndpointStatus.PENDING_RECREATION);
        assertThat(statuses()).containsExactly(EndpointStatus.PENDING_RECREATION);
        assertThat(messageOf(id)).contains("Not now.");

        config.onAdmission(groupId, any -> Reply.admitted(config.nextStamp()));
        untilIsReplaced(id);
        untilIs(successorOf(id), EndpointStatus.ACTIVE);
    }

    @Test
    @Rule("E6")
    void whoeverGivesLeaveMayBeAway() {
        var id = createActive();
        config.onAdmission(groupId, any -> null);
        TestCloud.act(referenceOf(id), "vanish");
        untilIs(id, EndpointStatus.PENDING_RECREATION);
        rounds.run();
        assertThat(statuses()).containsExactly(EndpointStatus.PENDING_RECREATION);
        assertThat(inRegion("failures", REGION)).isEqualTo("0");

        config.onAdmission(groupId, any -> Reply.admitted(config.nextStamp()));

        untilIsReplaced(id);
    }

    /** The teardown came after the leave. */
    @Test
    @Rule("C7")
    void nothingIsReplacedInAProjectThatWasClosedMeanwhile() {
        var id = createActive();
        config.onAdmission(groupId, any -> Reply.admitted(7));
        await(() -> store.close(groupId, AWS, 8));
        TestCloud.act(referenceOf(id), "vanish");

        untilIs(id, EndpointStatus.PENDING_RECREATION);
        rounds.run();

        assertThat(statuses()).containsExactly(EndpointStatus.PENDING_RECREATION);
    }

    /** As if the process had died between recording the loss and asking for leave. */
    @Test
    @Rule({"E6", "E12"})
    void whatWasRecordedAsLostIsReplacedOnce() {
        var id = createActive();
        TestCloud.act(referenceOf(id), "vanish");
        database.query(
                "update endpoint set state = 'LOST', address = null, message = 'gone', next_look_at = now() where endpoint_id = ?",
                id);

        untilIsReplaced(id);
        rounds.run();
        rounds.run();

        assertThat(database.query("select count(*) from endpoint where predecessor_id = ?", id))
                .containsExactly("1");
        assertThat(config.asked(groupId)).hasSize(1);
    }

    @Test
    @Rule({"E5", "E6"})
    void whoDeletesTheLostOneDeletesItsReplacementTooAndSeesTheLostOneLast() {
        TestCloud.creationsEndAs("pendingAcceptance");
        var id = create();
        untilIs(id, EndpointStatus.PENDING_ACCEPTANCE);
        TestCloud.act(referenceOf(id), "activate");
        untilIs(id, EndpointStatus.ACTIVE);
        TestCloud.act(referenceOf(id), "vanish");
        untilIsReplaced(id);
        var successor = successorOf(id);
        untilIs(successor, EndpointStatus.PENDING_ACCEPTANCE);

        TestCloud.disturb("DeleteVpcEndpoints", "\"effect\":\"UNREACHABLE\"");
        delete(id);
        rounds.run();
        rounds.run();
        assertThat(statuses()).containsExactly(EndpointStatus.DELETING, EndpointStatus.DELETING);

        TestCloud.endDisturbances();
        untilGone(id);
        assertThat(statusOf(successor)).isEmpty();
        assertThat(TestCloud.statesOf(successor)).containsExactly("gone");
        create();
    }

    private void untilIsReplaced(String id) {
        waitAtMost(10, SECONDS).untilAsserted(() -> {
            rounds.run();
            assertThat(find(id).orElseThrow().state()).isInstanceOf(Replaced.class);
        });
    }

    private String successorOf(String id) {
        return database.query("select successor_id from endpoint where endpoint_id = ?", id)
                .getFirst();
    }

    private double replacements() {
        var counter = meters.find("keyward.endpoint.replacements").counter();
        return counter == null ? 0 : counter.count();
    }
}
