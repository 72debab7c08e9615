package io.keyward.endpoint.reconcile;

import static io.keyward.endpoint.reconcile.Rounds.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.ObjectIds;
import io.keyward.endpoint.lifecycle.EndpointStatus;
import io.keyward.endpoint.provider.PrivateEndpointProvider.Order;
import io.keyward.endpoint.support.ConfigService;
import io.keyward.endpoint.support.TestCloud;
import io.keyward.endpoint.support.TestSettings;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is deleted is gone in the end, in the cloud as well; and what was never ours to delete stays. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(ConfigService.class)
@QuarkusTestResource(TestSettings.class)
class DeletionIT extends Scene {

    @ParameterizedTest
    @ValueSource(strings = {"pending", "pendingAcceptance", "rejected", "failed", "expired"})
    @Rule("E5")
    void isCarriedOutWhateverBecameOfTheCreation(String state) {
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
    void needsNoCloudBeforeAnythingWasDone() {
        var id = create();

        delete(id);
        untilGone(id);

        assertThat(TestCloud.statesOf(id)).isEmpty();
        assertThat(TestCloud.callsOf("CreateVpcEndpoint")).isZero();
    }

    @Test
    @Rule("E5")
    void endsAFailedOneThatTheCloudNeverMade() {
        TestCloud.disturb("CreateVpcEndpoint", """
                "effect":"FAIL","code":"VpcEndpointLimitExceeded","message":"no","status":400""");
        var id = create();
        untilIs(id, EndpointStatus.FAILED);

        delete(id);
        assertThat(statusOf(id)).contains(EndpointStatus.DELETING);
        age("asked_at");

        untilGone(id);
    }

    /** As if the process had stood still between recording and asking, until the endpoint was deleted. */
    @Test
    @Rule("E12")
    void isFollowedByTheRemovalOfWhatComesIntoBeingLater() {
        var id = create();
        delete(id);
        untilGone(id);
        await(() -> aws().create(new Order(id, groupId, REGION, null)));

        rounds.run();

        assertThat(TestCloud.statesOf(id)).containsExactly("gone");
    }

    @Test
    @Rule("E12")
    void doesNotTouchWhatThereIsNoRecordOf() {
        var stranger = new Order(ObjectIds.next(), groupId, REGION, null);
        create();
        rounds.run();
        var before = Integer.parseInt(inRegion("orphans", REGION));
        await(() -> aws().create(stranger));

        rounds.run();
        rounds.run();

        assertThat(inRegion("orphans", REGION)).isEqualTo(String.valueOf(before + 1));
        assertThat(TestCloud.statesOf(stranger.endpointId())).containsExactly("available");
    }

    /** Two with the same name cannot come about by asking; somebody may still have tagged another one so. */
    @Test
    @Rule("E12")
    void reachesWhatIsThereBesideTheOneThatIsRecorded() {
        var id = createActive();
        var kept = referenceOf(id);
        var other = TestCloud.makeNamesakeOf(id, REGION);

        rounds.run();

        assertThat(TestCloud.statesOf(other)).containsExactly("gone");
        assertThat(referenceOf(id)).isEqualTo(kept);
        assertThat(TestCloud.statesOf(id)).containsExactly("available");
    }
}
