package io.keyward.endpoint.registry;

import static io.keyward.endpoint.reconcile.Rounds.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.ObjectIds;
import io.keyward.clouds.ContextHop;
import io.keyward.contracts.Actor;
import io.keyward.endpoint.lifecycle.EndpointStatus;
import io.keyward.endpoint.lifecycle.Wanted;
import io.keyward.endpoint.registry.EndpointStore.Creation;
import io.keyward.endpoint.registry.EndpointStore.Deletion;
import io.keyward.endpoint.registry.ReconcileStore.Rest;
import io.keyward.endpoint.support.ConfigService;
import io.keyward.endpoint.support.Lives;
import io.keyward.endpoint.support.TestSettings;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** Two who want something of a lineage at the same moment: neither fails, and whoever comes first, what is recorded makes sense. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(ConfigService.class)
@QuarkusTestResource(TestSettings.class)
class LineageRaceIT {
    private static final Actor OWNER = new Actor(Actor.API_KEY, "key-1", "owner", "192.0.2.1");
    private static final int ROUNDS = 8;
    private static boolean inTurn;

    @Inject
    EndpointStore store;

    @Inject
    ReconcileStore looks;

    @Inject
    Lives lives;

    @Inject
    Vertx vertx;

    private final NewEndpoint wish = new NewEndpoint(ObjectIds.next(), "AWS", "us-east-1");
    private Endpoint first;

    @BeforeEach
    void oneIsThere() {
        inTurn = !inTurn;
        first = ((Creation.Created) await(this::create)).endpoint();
    }

    @RepeatedTest(ROUNDS)
    @Rule({"E1", "E6"})
    void twoWishesOneReplacement() {
        lives.stands(lives.isReplaced(first));

        var created = atOnce(this::create, this::create);

        assertThat(List.of(created.one(), created.other()))
                .hasAtLeastOneElementOfType(Creation.Adopted.class)
                .hasAtLeastOneElementOfType(Creation.AlreadyExists.class);
    }

    @RepeatedTest(ROUNDS)
    @Rule({"E1", "E5"})
    void twoWishesOneRegion() {
        lives.isGone(deleted(first));

        var created = atOnce(this::create, this::create);

        assertThat(List.of(created.one(), created.other()))
                .hasAtLeastOneElementOfType(Creation.Created.class)
                .hasAtLeastOneElementOfType(Creation.AlreadyExists.class);
    }

    @RepeatedTest(ROUNDS)
    @Rule({"E5", "E6"})
    void aWishAndADeletion() {
        var second = lives.isReplaced(first);
        lives.stands(second);

        var outcome = atOnce(this::create, () -> delete(first));

        assertThat(lives.now(second).wanted())
                .isEqualTo(outcome.one() instanceof Creation.Adopted ? Wanted.PRESENT : Wanted.ABSENT);
    }

    @RepeatedTest(ROUNDS)
    @Rule({"E5", "E6"})
    void aDeletionAndAReplacement() {
        var lost = lives.isLost(lives.stands(first));

        var outcome = atOnce(() -> delete(first), () -> replace(lost, Lives.STAMP));

        assertThat(there())
                .hasSize(outcome.other().isPresent() ? 2 : 1)
                .allSatisfy(endpoint -> assertThat(endpoint.status()).contains(EndpointStatus.DELETING));
    }

    @RepeatedTest(ROUNDS)
    @Rule({"C7", "E6"})
    void aClosingAndAReplacement() {
        var lost = lives.isLost(lives.stands(first));

        var outcome = atOnce(() -> store.close(wish.groupId(), "AWS", 7), () -> replace(lost, 6));

        assertThat(outcome.one()).hasSize(outcome.other().isPresent() ? 2 : 1);
        assertThat(there()).hasSize(outcome.one().size());
    }

    @RepeatedTest(ROUNDS)
    @Rule("E6")
    void twoThatStand() {
        var second = lives.isReplaced(first);
        var lost = lives.now(first);

        var stood = atOnce(
                () -> looks.settle(lost, lives.ready(first), null),
                () -> looks.settle(second, lives.ready(second), null));

        assertThat(stood.one().isPresent()).isNotEqualTo(stood.other().isPresent());
        assertThat(there())
                .extracting(endpoint -> endpoint.status().orElseThrow())
                .containsExactlyInAnyOrder(EndpointStatus.ACTIVE, EndpointStatus.DELETING);
    }

    @RepeatedTest(ROUNDS)
    @Rule({"E5", "E6"})
    void aDeletionAndOneThatStands() {
        var second = lives.isReplaced(first);

        atOnce(() -> delete(first), () -> looks.settle(second, lives.ready(second), null));

        assertThat(there()).hasSize(2).allSatisfy(endpoint -> assertThat(endpoint.status())
                .contains(EndpointStatus.DELETING));
    }

    @RepeatedTest(ROUNDS)
    @Rule({"E5", "E6"})
    void aDeletionAndALookThatChangesNothing() {
        var second = lives.isReplaced(first);
        var rests = List.of(new Rest(second, null), new Rest(lives.now(first), null));

        atOnce(() -> delete(first), () -> looks.rest(rests));

        assertThat(there()).hasSize(2).allSatisfy(endpoint -> assertThat(endpoint.status())
                .contains(EndpointStatus.DELETING));
    }

    private Endpoint deleted(Endpoint endpoint) {
        await(() -> delete(endpoint));
        return endpoint;
    }

    private Uni<Creation> create() {
        return store.create(wish, Lives.STAMP, OWNER);
    }

    private Uni<Deletion> delete(Endpoint endpoint) {
        return store.requestDeletion(endpoint.groupId(), "AWS", endpoint.id(), OWNER);
    }

    private Uni<Optional<Endpoint>> replace(Endpoint lost, long stamp) {
        return looks.replace(lost, lives.replaced(lost), stamp, Instant.now());
    }

    private List<Endpoint> there() {
        return await(() -> store.ofProject(wish.groupId(), "AWS"));
    }

    private record Both<A, B>(A one, B other) {}

    /** Every other time the second is the first to be sent. */
    private <A, B> Both<A, B> atOnce(Supplier<Uni<A>> one, Supplier<Uni<B>> other) {
        var left = ContextHop.onNewContext(vertx, one);
        var right = ContextHop.onNewContext(vertx, other);
        return await(() -> inTurn
                ? Uni.combine().all().unis(left, right).with(Both::new)
                : Uni.combine().all().unis(right, left).with((second, first) -> new Both<>(first, second)));
    }
}
