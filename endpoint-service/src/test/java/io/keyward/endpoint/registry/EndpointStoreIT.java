package io.keyward.endpoint.registry;

import static io.keyward.endpoint.reconcile.Rounds.await;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.waitAtMost;

import io.keyward.atlas.ObjectIds;
import io.keyward.clouds.ContextHop;
import io.keyward.contracts.Actor;
import io.keyward.endpoint.lifecycle.EndpointStatus;
import io.keyward.endpoint.registry.EndpointStore.Creation;
import io.keyward.endpoint.registry.EndpointStore.Deletion;
import io.keyward.endpoint.support.ConfigService;
import io.keyward.endpoint.support.Database;
import io.keyward.endpoint.support.TestEvents;
import io.keyward.endpoint.support.TestSettings;
import io.keyward.messaging.epoch.Restated;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(ConfigService.class)
@QuarkusTestResource(TestSettings.class)
class EndpointStoreIT {
    private static final Actor OWNER = new Actor(Actor.API_KEY, "key-1", "owner", "192.0.2.1");
    private static final String AWS = "AWS";
    /** The first revision of the epoch that tests run in. */
    private static final long FLOOR = 1L << 40;

    @Inject
    EndpointStore store;

    @Inject
    Restated restated;

    @Inject
    Database database;

    @Inject
    Vertx vertx;

    private final String groupId = ObjectIds.next();

    @Test
    @Rule("E1")
    void aWishIsRecordedAndTold() throws Exception {
        var endpoint = created("us-east-1");

        assertThat(endpoint.status()).contains(EndpointStatus.INITIATING);
        assertThat(await(() -> store.find(groupId, AWS, endpoint.id()))).contains(endpoint);
        try (var events = TestEvents.open()) {
            waitAtMost(20, SECONDS)
                    .untilAsserted(() -> assertThat(events.of(endpoint.id())).hasSize(1));
            var told = events.of(endpoint.id()).getFirst();
            assertThat(told.at("/type").asText()).isEqualTo("keyward.endpoint.requested.v1");
            assertThat(told.at("/actor/name").asText()).isEqualTo("owner");
            assertThat(told.at("/endpoint/region").asText()).isEqualTo("us-east-1");
            assertThat(told.at("/revision").asLong()).isEqualTo(endpoint.revision());
        }
    }

    @Test
    @Rule("P3")
    void whatWasToldUnderAnEarlierEpochIsToldAnew() {
        var endpoint = created("us-east-1");
        database.query("update endpoint set revision = 5 where endpoint_id = ?", endpoint.id());

        await(() -> restated.restate(endpoint.id(), FLOOR, true));
        await(() -> restated.restate(endpoint.id(), FLOOR, true));

        assertThat(database.query(
                        "select payload ->> 'revision' from outbox where key = ? order by position", endpoint.id()))
                .containsExactly(Long.toString(endpoint.revision()), Long.toString(FLOOR + 1));
        assertThat(await(() -> store.find(groupId, AWS, endpoint.id())))
                .get()
                .extracting(Endpoint::status, Endpoint::revision)
                .containsExactly(endpoint.status(), FLOOR + 1);
    }

    @Test
    @Rule("E1")
    void aRegionHasOne() {
        var first = created("us-east-1");

        var second = await(() -> store.create(wish("us-east-1"), 1, OWNER));

        assertThat(second).isEqualTo(new Creation.AlreadyExists(first));
        assertThat(created("eu-west-1").region()).isEqualTo("eu-west-1");
        assertThat(await(() -> store.ofProject(groupId, AWS)))
                .extracting(Endpoint::region)
                .containsExactly("us-east-1", "eu-west-1");
    }

    @Test
    @Rule("C7")
    void whatWasAdmittedBeforeAClosingIsNotRecordedAfterIt() {
        assertThat(await(() -> store.close(groupId, AWS, 7))).isEmpty();

        assertThat(await(() -> store.create(wish("us-east-1"), 6, OWNER))).isEqualTo(new Creation.Closed());
        assertThat(await(() -> store.create(wish("us-east-1"), 7, OWNER))).isInstanceOf(Creation.Created.class);
        assertThat(await(() -> store.close(groupId, AWS, 5))).hasSize(1);
        assertThat(await(() -> store.create(wish("eu-west-1"), 6, OWNER))).isEqualTo(new Creation.Closed());
    }

    /** Either the closing sees the endpoint, or the endpoint never comes to be. */
    @Test
    @Rule("C7")
    void aClosingAndACreationNeverMissEachOther() {
        var projects = IntStream.range(0, 40).mapToObj(i -> ObjectIds.next()).toList();

        var seen = await(() -> Uni.join()
                .all(projects.stream().map(this::race).toList())
                .usingConcurrencyOf(8)
                .andFailFast());

        for (int i = 0; i < projects.size(); i++) {
            var project = projects.get(i);
            int there = await(() -> store.ofProject(project, AWS)).size();
            assertThat(there).isEqualTo(seen.get(i));
        }
    }

    private Uni<Integer> race(String project) {
        var wish = new NewEndpoint(project, AWS, "us-east-1");
        var creation = ContextHop.onNewContext(vertx, () -> store.create(wish, 1, OWNER));
        var closing = ContextHop.onNewContext(vertx, () -> store.close(project, AWS, 2));
        return Uni.combine().all().unis(creation, closing).with((created, seen) -> seen.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state = 'REQUESTED'",
                "state = 'PROVISIONING', asked_at = now()",
                "state = 'AWAITING_APPROVAL', reference = 'vpce-1'",
                "state = 'READY', reference = 'vpce-1', address = 'there'",
                "state = 'FAILED', message = 'no'",
                "state = 'LOST', reference = 'vpce-1', message = 'gone'"
            })
    @Rule("E5")
    void aDeletionIsTakenInEveryStateAndShowsAtOnce(String state) {
        var endpoint = created("us-east-1");
        database.query("update endpoint set " + state + " where endpoint_id = ?", endpoint.id());

        var deletion = await(() -> store.requestDeletion(groupId, AWS, endpoint.id(), OWNER));

        assertThat(deletion).isInstanceOf(Deletion.Requested.class);
        assertThat(await(() -> store.find(groupId, AWS, endpoint.id()))
                        .orElseThrow()
                        .status())
                .contains(EndpointStatus.DELETING);
        assertThat(await(() -> store.requestDeletion(groupId, AWS, endpoint.id(), OWNER)))
                .isEqualTo(deletion);
    }

    @Test
    @Rule("E5")
    void whatIsGoneIsUnknownAndLeavesRoom() {
        var endpoint = created("us-east-1");
        database.query("update endpoint set state = 'DELETED', wanted = 'ABSENT' where endpoint_id = ?", endpoint.id());

        assertThat(await(() -> store.find(groupId, AWS, endpoint.id()))).isEmpty();
        assertThat(await(() -> store.requestDeletion(groupId, AWS, endpoint.id(), OWNER)))
                .isEqualTo(new Deletion.Unknown());
        assertThat(created("us-east-1").id()).isNotEqualTo(endpoint.id());
    }

    @Test
    @Rule("E7")
    void othersDoNotSeeIt() {
        var endpoint = created("us-east-1");

        assertThat(await(() -> store.find(ObjectIds.next(), AWS, endpoint.id())))
                .isEmpty();
        assertThat(await(() -> store.find(groupId, "AZURE", endpoint.id()))).isEmpty();
        assertThat(await(() -> store.requestDeletion(ObjectIds.next(), AWS, endpoint.id(), OWNER)))
                .isEqualTo(new Deletion.Unknown());
    }

    @Test
    void aSecondDeletionTellsNothing() {
        var endpoint = created("us-east-1");
        for (String ignored : List.of("once", "twice")) {
            await(() -> store.requestDeletion(groupId, AWS, endpoint.id(), OWNER));
        }

        assertThat(database.query("select type from outbox where key = ? order by position", endpoint.id()))
                .containsExactly("keyward.endpoint.requested.v1", "keyward.endpoint.deletion-requested.v1");
    }

    private Endpoint created(String region) {
        var creation = await(() -> store.create(wish(region), 1, OWNER));
        assertThat(creation).isInstanceOf(Creation.Created.class);
        return ((Creation.Created) creation).endpoint();
    }

    private NewEndpoint wish(String region) {
        return new NewEndpoint(groupId, AWS, region);
    }
}
