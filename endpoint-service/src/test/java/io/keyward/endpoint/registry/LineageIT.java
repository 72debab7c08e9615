package io.keyward.endpoint.registry;

import static io.keyward.endpoint.reconcile.Rounds.await;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.waitAtMost;

import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.Actor;
import io.keyward.endpoint.lifecycle.EndpointStatus;
import io.keyward.endpoint.lifecycle.Wanted;
import io.keyward.endpoint.registry.EndpointStore.Creation;
import io.keyward.endpoint.registry.EndpointStore.Deletion;
import io.keyward.endpoint.support.ConfigService;
import io.keyward.endpoint.support.Lives;
import io.keyward.endpoint.support.TestEvents;
import io.keyward.endpoint.support.TestSettings;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Endpoints that replace one another, as they are recorded. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(ConfigService.class)
@QuarkusTestResource(TestSettings.class)
class LineageIT {
    private static final Actor OWNER = new Actor(Actor.API_KEY, "key-1", "owner", "192.0.2.1");

    @Inject
    EndpointStore store;

    @Inject
    ReconcileStore looks;

    @Inject
    Lives lives;

    private final NewEndpoint wish = new NewEndpoint(ObjectIds.next(), "AWS", "us-east-1");

    @Test
    @Rule("E6")
    void aLostOneStaysBesideTheOneThatReplacesIt() throws Exception {
        var first = created();

        var second = lives.isReplaced(lives.stands(first));

        assertThat(lives.now(first).status()).contains(EndpointStatus.PENDING_RECREATION);
        assertThat(lives.now(first).successor()).contains(second.id());
        assertThat(second.status()).contains(EndpointStatus.INITIATING);
        assertThat(second.kinship()).isEqualTo(new Kinship(first.id(), first.id(), false));
        assertThat(await(() -> store.ofProject(wish.groupId(), "AWS")))
                .extracting(Endpoint::id)
                .containsExactly(first.id(), second.id());
        try (var events = TestEvents.open()) {
            waitAtMost(20, SECONDS).untilAsserted(() -> assertThat(events.typesOf(first.id()))
                    .containsExactly("requested", "activated", "lost", "lost"));
            assertThat(events.of(first.id())
                            .getLast()
                            .at("/endpoint/successorId")
                            .asText())
                    .isEqualTo(second.id());
            assertThat(events.of(second.id())
                            .getLast()
                            .at("/endpoint/predecessorId")
                            .asText())
                    .isEqualTo(first.id());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Rule("E6")
    void whoeverStandsLetsAllOthersGo(boolean newest) {
        var first = created();
        var second = lives.isReplaced(first);
        var third = lives.isReplaced(second);
        var standing = newest ? third : first;

        lives.stands(standing);

        assertThat(await(() -> store.ofProject(wish.groupId(), "AWS")))
                .hasSize(3)
                .allSatisfy(endpoint -> {
                    boolean stands = endpoint.id().equals(standing.id());
                    assertThat(endpoint.wanted()).isEqualTo(stands ? Wanted.PRESENT : Wanted.ABSENT);
                    assertThat(endpoint.status()).contains(stands ? EndpointStatus.ACTIVE : EndpointStatus.DELETING);
                    assertThat(endpoint.kinship().lineage()).isEqualTo(first.id());
                });
        assertThat(lives.now(standing).successor()).isEmpty();
        var again = lives.isReplaced(standing);
        assertThat(again.kinship().predecessor()).isEqualTo(standing.id());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    @Rule({"E5", "E6"})
    void aDeletionOfAnyOfThemTakesAll(int which) {
        var first = created();
        var second = lives.isReplaced(first);
        var third = lives.isReplaced(second);
        var deleted = new Endpoint[] {first, second, third}[which];

        assertThat(delete(deleted)).isInstanceOf(Deletion.Requested.class);

        assertThat(await(() -> store.ofProject(wish.groupId(), "AWS")))
                .extracting(endpoint -> endpoint.status().orElseThrow())
                .containsExactly(EndpointStatus.DELETING, EndpointStatus.DELETING, EndpointStatus.DELETING);
    }

    @Test
    @Rule({"E1", "E6"})
    void aReplacementThatNobodyAskedForIsWhatAWishFindsOnce() {
        var first = created();
        var second = lives.isReplaced(first);
        assertThat(create()).isEqualTo(new Creation.AlreadyExists(lives.now(first)));
        lives.stands(second);

        var adopted = create();

        assertThat(adopted).isEqualTo(new Creation.Adopted(lives.now(second)));
        assertThat(lives.now(second).kinship().adopted()).isTrue();
        assertThat(create()).isEqualTo(new Creation.AlreadyExists(lives.now(second)));
        lives.isGone(first);
        assertThat(create()).isEqualTo(new Creation.AlreadyExists(lives.now(second)));
    }

    @Test
    @Rule("E6")
    void aWishFindsTheNewestOfThoseThatNobodyAskedForUnlessItIsLostItself() {
        var first = created();
        var second = lives.isReplaced(first);
        lives.stands(second);
        lives.isGone(first);
        lives.isLost(second);
        assertThat(create()).isEqualTo(new Creation.AlreadyExists(lives.now(second)));

        var third = lives.isReplaced(second);

        assertThat(create()).isEqualTo(new Creation.Adopted(lives.now(third)));
    }

    @Test
    @Rule({"E5", "E6"})
    void whoWaitedForTheEndOfAnyOfThemMayAskAtOnce() {
        var first = created();
        var second = lives.isReplaced(first);
        delete(second);
        assertThat(create()).isEqualTo(new Creation.AlreadyExists(lives.now(second)));

        lives.isGone(second);

        var fresh = created();
        assertThat(fresh.kinship()).isEqualTo(Kinship.first(fresh.id()));
        assertThat(lives.now(first).status()).contains(EndpointStatus.DELETING);
        assertThat(create()).isEqualTo(new Creation.AlreadyExists(fresh));
    }

    @Test
    @Rule({"E5", "E6"})
    void aSecondDeletionTakesOnlyWhatNobodyAskedFor() {
        var first = created();
        var second = lives.isReplaced(first);
        lives.stands(second);
        create();

        delete(first);
        assertThat(lives.now(second).status()).contains(EndpointStatus.ACTIVE);

        var third = lives.isReplaced(second);
        lives.stands(third);
        delete(first);
        assertThat(lives.now(third).status()).contains(EndpointStatus.DELETING);
    }

    @Test
    @Rule({"C7", "E6"})
    void aReplacementThatWasAdmittedBeforeAClosingIsNotRecorded() {
        var lost = lives.isLost(lives.stands(created()));
        await(() -> store.close(wish.groupId(), "AWS", 7));

        assertThat(await(() -> looks.replace(lost, lives.replaced(lost), 6, Instant.now())))
                .isEmpty();
        assertThat(await(() -> store.ofProject(wish.groupId(), "AWS"))).containsExactly(lost);
        assertThat(await(() -> looks.replace(lost, lives.replaced(lost), 7, Instant.now())))
                .isPresent();
    }

    @Test
    @Rule({"E6", "E12"})
    void nothingIsReplacedTwiceOrOnceItIsToGo() {
        var lost = lives.isLost(lives.stands(created()));
        await(() -> looks.replace(lost, lives.replaced(lost), Lives.STAMP, Instant.now()));

        assertThat(await(() -> looks.replace(lost, lives.replaced(lost), Lives.STAMP, Instant.now())))
                .isEmpty();
        var seen = lives.now(lost);
        delete(seen);
        assertThat(await(() -> looks.replace(seen, lives.replaced(lost), Lives.STAMP, Instant.now())))
                .isEmpty();
        assertThat(await(() -> store.ofProject(wish.groupId(), "AWS"))).hasSize(2);
    }

    private Creation create() {
        return await(() -> store.create(wish, Lives.STAMP, OWNER));
    }

    private Endpoint created() {
        return ((Creation.Created) create()).endpoint();
    }

    private Deletion delete(Endpoint endpoint) {
        return await(() -> store.requestDeletion(endpoint.groupId(), "AWS", endpoint.id(), OWNER));
    }
}
