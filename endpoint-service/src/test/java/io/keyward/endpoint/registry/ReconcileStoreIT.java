package io.keyward.endpoint.registry;

import static io.keyward.endpoint.reconcile.Rounds.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.ObjectIds;
import io.keyward.clouds.ContextHop;
import io.keyward.contracts.Actor;
import io.keyward.endpoint.lifecycle.EndpointState.Provisioning;
import io.keyward.endpoint.lifecycle.EndpointState.Ready;
import io.keyward.endpoint.lifecycle.EndpointState.Requested;
import io.keyward.endpoint.support.ConfigService;
import io.keyward.endpoint.support.Database;
import io.keyward.endpoint.support.TestSettings;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(ConfigService.class)
@QuarkusTestResource(TestSettings.class)
class ReconcileStoreIT {
    private static final Actor OWNER = new Actor(Actor.API_KEY, "key-1", "owner", "192.0.2.1");
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final Ready READY = new Ready("vpce-1", "there", NOW, null);

    @Inject
    EndpointStore store;

    @Inject
    ReconcileStore looks;

    @Inject
    Database database;

    @Inject
    Vertx vertx;

    @BeforeEach
    void nothingElseIsThere() {
        database.query("delete from endpoint");
    }

    @Test
    @Rule("E12")
    void twoReplicasShareWhatIsDueAndNeverTheSame() {
        for (int i = 0; i < 30; i++) {
            create("us-east-1");
        }

        var claims =
                await(() -> Uni.join().all(claimBeside(20), claimBeside(20)).andFailFast());

        var first = ids(claims.get(0));
        assertThat(ids(claims.get(1))).doesNotContainAnyElementsOf(first);
        assertThat(first.size()
                        + claims.get(1).size()
                        + claim(UUID.randomUUID()).size())
                .isEqualTo(30);
    }

    @Test
    @Rule("E3")
    void whatIsDueBringsItsRegionAlong() {
        var due = create("us-east-1");
        var neighbour = create("us-east-1");
        var elsewhere = create("eu-west-1");
        for (Endpoint endpoint : List.of(neighbour, elsewhere)) {
            database.query(
                    "update endpoint set next_look_at = now() + interval '1 day' where endpoint_id = ?", endpoint.id());
        }

        assertThat(ids(claim(UUID.randomUUID()))).containsExactly(due.id(), neighbour.id());
        assertThat(claim(UUID.randomUUID())).isEmpty();
    }

    @Test
    @Rule("E12")
    void whatADeadReplicaTookComesBackWhenItsLeaseLapsesAndItsLateResultIsDropped() {
        var endpoint = create("us-east-1");
        var dead = UUID.randomUUID();
        claim(dead);
        assertThat(claim(UUID.randomUUID())).isEmpty();
        lapse();
        var other = UUID.randomUUID();
        assertThat(claim(other)).hasSize(1);

        assertThat(await(() -> looks.record(dead, endpoint.id(), READY))).isEmpty();
        assertThat(await(() -> looks.settle(dead, endpoint.id(), READY, NOW))).isEmpty();
        assertThat(await(() -> looks.rest(dead, List.of(endpoint.id()), NOW))).isEmpty();

        assertThat(state(endpoint)).isEqualTo("REQUESTED");
        assertThat(await(() -> looks.settle(other, endpoint.id(), READY, NOW))).isPresent();
        assertThat(state(endpoint)).isEqualTo("READY");
    }

    @Test
    @Rule("E5")
    void aDeletionTakesTheLeaseAwayAndIsDueAtOnce() {
        var endpoint = create("us-east-1");
        var token = UUID.randomUUID();
        claim(token);

        await(() -> store.requestDeletion(endpoint.groupId(), "AWS", endpoint.id(), OWNER));

        assertThat(await(() -> looks.settle(token, endpoint.id(), READY, NOW))).isEmpty();
        assertThat(await(() -> looks.rest(token, List.of(endpoint.id()), NOW.plusSeconds(99))))
                .isEmpty();
        assertThat(ids(claim(UUID.randomUUID()))).containsExactly(endpoint.id());
    }

    @Test
    @Rule("E12")
    void whatIsRecordedBeforeAnActKeepsItsLease() {
        var endpoint = create("us-east-1");
        var token = UUID.randomUUID();
        claim(token);

        await(() -> looks.record(token, endpoint.id(), new Provisioning(NOW, NOW, null, null)));

        assertThat(claim(UUID.randomUUID())).isEmpty();
        assertThat(await(() -> looks.settle(token, endpoint.id(), new Provisioning(NOW, NOW, "vpce-1", null), NOW)))
                .isPresent();
    }

    @Test
    void aLookThatChangesNothingTellsNothing() {
        var endpoint = create("us-east-1");
        var token = UUID.randomUUID();
        claim(token);

        assertThat(await(() -> looks.rest(token, List.of(endpoint.id()), NOW.plusSeconds(3600))))
                .containsExactly(endpoint.id());

        assertThat(claim(UUID.randomUUID())).isEmpty();
        assertThat(told(endpoint)).hasSize(1);
    }

    @Test
    void whatLeadsElsewhereIsToldAndWhatOnlyBecomesLessCertainIsNot() {
        var endpoint = create("us-east-1");
        var token = UUID.randomUUID();
        claim(token);
        for (var next : List.of(
                new Provisioning(NOW, NOW, null, null),
                READY,
                new Ready("vpce-1", "there", NOW, NOW),
                READY,
                new Ready("vpce-2", "elsewhere", NOW, null))) {
            await(() -> looks.record(token, endpoint.id(), next));
        }

        assertThat(told(endpoint))
                .containsExactly(
                        "keyward.endpoint.requested.v1",
                        "keyward.endpoint.activated.v1",
                        "keyward.endpoint.activated.v1");
    }

    private Endpoint create(String region) {
        var creation = await(() -> store.create(new NewEndpoint(ObjectIds.next(), "AWS", region), 1, OWNER));
        var endpoint = ((Creation.Created) creation).endpoint();
        assertThat(endpoint.state()).isInstanceOf(Requested.class);
        return endpoint;
    }

    private Uni<List<Endpoint>> claimBeside(int limit) {
        return ContextHop.onNewContext(
                vertx, () -> looks.claimDue(UUID.randomUUID(), NOW.plusSeconds(60), limit, LEASE));
    }

    private List<Endpoint> claim(UUID token) {
        return await(() -> looks.claimDue(token, NOW.plusSeconds(60), 100, LEASE));
    }

    private void lapse() {
        database.query("update endpoint set lease_until = clock_timestamp() - interval '1 second'");
    }

    private String state(Endpoint endpoint) {
        return database.query("select state from endpoint where endpoint_id = ?", endpoint.id())
                .getFirst();
    }

    private List<String> told(Endpoint endpoint) {
        return database.query("select type from outbox where key = ? order by position", endpoint.id());
    }

    private static List<String> ids(List<Endpoint> endpoints) {
        return endpoints.stream().map(Endpoint::id).toList();
    }
}
