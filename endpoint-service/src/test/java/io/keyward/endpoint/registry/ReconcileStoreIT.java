package io.keyward.endpoint.registry;

import static io.keyward.endpoint.reconcile.Rounds.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.Actor;
import io.keyward.endpoint.lifecycle.EndpointState.AwaitingApproval;
import io.keyward.endpoint.lifecycle.EndpointState.Lost;
import io.keyward.endpoint.lifecycle.EndpointState.Provisioning;
import io.keyward.endpoint.lifecycle.EndpointState.Ready;
import io.keyward.endpoint.lifecycle.EndpointState.Replaced;
import io.keyward.endpoint.lifecycle.EndpointState.Requested;
import io.keyward.endpoint.lifecycle.Kin;
import io.keyward.endpoint.region.Place;
import io.keyward.endpoint.registry.EndpointStore.Creation;
import io.keyward.endpoint.registry.ReconcileStore.Candidate;
import io.keyward.endpoint.registry.ReconcileStore.Rest;
import io.keyward.endpoint.support.ConfigService;
import io.keyward.endpoint.support.Database;
import io.keyward.endpoint.support.TestSettings;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(ConfigService.class)
@QuarkusTestResource(TestSettings.class)
class ReconcileStoreIT {
    private static final Actor OWNER = new Actor(Actor.API_KEY, "key-1", "owner", "192.0.2.1");
    private static final Place PLACE = new Place("AWS", "us-east-1");
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final Ready READY = new Ready("vpce-1", "there", NOW, null);

    @Inject
    EndpointStore store;

    @Inject
    ReconcileStore looks;

    @Inject
    Database database;

    @BeforeEach
    void nothingElseIsThere() {
        database.query("delete from endpoint");
    }

    @Test
    @Rule("E12")
    void aResultThatSomebodyElseWasFasterThanIsDropped() {
        var seen = create();
        var faster = await(() -> looks.record(seen, new Provisioning(NOW, NOW, null, null), NOW))
                .orElseThrow();

        assertThat(await(() -> looks.record(seen, READY, NOW))).isEmpty();
        assertThat(await(() -> looks.settle(seen, READY, null))).isEmpty();
        assertThat(await(() -> looks.rest(List.of(new Rest(seen, null))))).containsExactly(seen.id());
        assertThat(state(seen)).isEqualTo("PROVISIONING");
        assertThat(nextLook(seen)).isNotNull();

        assertThat(await(() -> looks.settle(faster, READY, null))).isPresent();
        assertThat(state(seen)).isEqualTo("READY");
        assertThat(nextLook(seen)).isNull();
    }

    @Test
    @Rule("E5")
    void aDeletionMakesEveryResultLateAndIsDueAtOnce() {
        var endpoint = create();
        var ready = await(() -> looks.settle(endpoint, READY, null)).orElseThrow();

        await(() -> store.requestDeletion(endpoint.groupId(), "AWS", endpoint.id(), OWNER));

        assertThat(await(() -> looks.settle(ready, READY, null))).isEmpty();
        assertThat(await(() -> looks.rest(List.of(new Rest(ready, null))))).containsExactly(endpoint.id());
        assertThat(ids(await(() -> looks.due(PLACE, NOW.plusSeconds(60), Duration.ZERO))))
                .containsExactly(endpoint.id());
    }

    /** Whoever deletes a lineage locks several rows; a look that waited for them in another order could never end. */
    @Test
    void restingDoesNotWaitForWhatSomebodyIsChanging() {
        var one = create();
        var other = create();

        database.whileLocked(
                "select 1 from endpoint where endpoint_id = '%s' for update".formatted(one.id()),
                () -> assertThat(await(() -> looks.rest(List.of(new Rest(one, null), new Rest(other, null)))))
                        .containsExactly(one.id()));

        assertThat(nextLook(one)).isNotNull();
        assertThat(nextLook(other)).isNull();
    }

    @Test
    @Rule("E12")
    void whatIsRecordedBeforeAnActStaysDue() {
        var endpoint = create();

        await(() -> looks.record(endpoint, new Provisioning(NOW, NOW, null, null), NOW));

        assertThat(ids(await(() -> looks.due(PLACE, NOW, Duration.ZERO)))).containsExactly(endpoint.id());
    }

    @Test
    void readsWhatIsDueAndWhatSoonWillBeAndAllOnlyWhenAsked() {
        var rested = create();
        var soon = create();
        var due = create();
        await(() -> looks.rest(List.of(
                new Rest(rested, null), new Rest(soon, NOW.plusSeconds(3)), new Rest(due, NOW.minusSeconds(9)))));

        assertThat(ids(await(() -> looks.due(PLACE, NOW, Duration.ofSeconds(5)))))
                .containsExactly(due.id(), soon.id());
        assertThat(ids(await(() -> looks.due(PLACE, NOW, Duration.ZERO)))).containsExactly(due.id());
        assertThat(ids(await(() -> looks.all(PLACE, NOW)))).containsExactly(due.id(), soon.id(), rested.id());
        assertThat(await(() -> looks.all(new Place("AWS", "eu-west-1"), NOW))).isEmpty();
        assertThat(told(rested)).hasSize(1);
    }

    @Test
    @Rule("E6")
    void aReplacementIsRecordedWithWhatItReplacesAndKnowsIt() {
        var endpoint = create();
        var lost = await(() -> looks.settle(endpoint, new Lost("vpce-1", "gone", NOW, null), NOW))
                .orElseThrow();
        var successor = ObjectIds.next();

        assertThat(await(() -> looks.replace(endpoint, new Replaced("vpce-1", "gone", NOW, successor), 1, null)))
                .isEmpty();
        assertThat(await(() -> looks.replace(lost, new Replaced("vpce-1", "gone", NOW, successor), 1, null)))
                .isPresent();

        assertThat(await(() -> looks.all(PLACE, NOW)))
                .extracting(one -> one.endpoint().id(), Candidate::kin)
                .containsExactlyInAnyOrder(
                        tuple(endpoint.id(), new Kin(false, 1, false)), tuple(successor, new Kin(true, 1, false)));
        await(() -> store.requestDeletion(endpoint.groupId(), "AWS", endpoint.id(), OWNER));
        assertThat(await(() -> looks.all(PLACE, NOW)))
                .extracting(one -> one.endpoint().id(), Candidate::kin)
                .containsExactlyInAnyOrder(
                        tuple(endpoint.id(), new Kin(false, 1, true)), tuple(successor, new Kin(true, 1, false)));
    }

    @Test
    @Rule("E6")
    void whatCouldBeUsedOnceIsNeededEverAfter() {
        var endpoint = create();
        var ready = await(() -> looks.settle(endpoint, READY, null)).orElseThrow();
        await(() -> looks.settle(ready, new AwaitingApproval("vpce-1", NOW, null), null));

        assertThat(await(() -> looks.all(PLACE, NOW)))
                .extracting(Candidate::kin)
                .containsExactly(new Kin(true, 0, false));
    }

    @Test
    @Rule("C7")
    void aReplacementThatWasAdmittedBeforeTheClosingIsNotRecorded() {
        var endpoint = create();
        var lost = await(() -> looks.settle(endpoint, new Lost("vpce-1", "gone", NOW, null), NOW))
                .orElseThrow();
        await(() -> store.close(endpoint.groupId(), "AWS", 5));

        assertThat(await(() -> looks.replace(lost, new Replaced("vpce-1", "gone", NOW, ObjectIds.next()), 4, null)))
                .isEmpty();

        assertThat(state(endpoint)).isEqualTo("LOST");
        assertThat(database.query("select count(*) from endpoint")).containsExactly("1");
    }

    @Test
    void whatLeadsElsewhereIsToldAndWhatOnlyBecomesLessCertainIsNot() {
        var endpoint = create();
        var seen = endpoint;
        for (var next : List.of(
                new Provisioning(NOW, NOW, null, null),
                READY,
                new Ready("vpce-1", "there", NOW, NOW),
                READY,
                new Ready("vpce-2", "elsewhere", NOW, null))) {
            var before = seen;
            seen = await(() -> looks.record(before, next, NOW)).orElseThrow();
        }

        assertThat(told(endpoint))
                .containsExactly(
                        "keyward.endpoint.requested.v1",
                        "keyward.endpoint.activated.v1",
                        "keyward.endpoint.activated.v1");
    }

    private Endpoint create() {
        var creation = await(() -> store.create(new NewEndpoint(ObjectIds.next(), "AWS", PLACE.region()), 1, OWNER));
        var endpoint = ((Creation.Created) creation).endpoint();
        assertThat(endpoint.state()).isInstanceOf(Requested.class);
        return endpoint;
    }

    private String nextLook(Endpoint endpoint) {
        return database.query("select next_look_at from endpoint where endpoint_id = ?", endpoint.id())
                .getFirst();
    }

    private String state(Endpoint endpoint) {
        return database.query("select state from endpoint where endpoint_id = ?", endpoint.id())
                .getFirst();
    }

    private List<String> told(Endpoint endpoint) {
        return database.query("select type from outbox where key = ? order by position", endpoint.id());
    }

    private static List<String> ids(List<Candidate> candidates) {
        return candidates.stream().map(one -> one.endpoint().id()).toList();
    }
}
