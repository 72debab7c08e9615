package io.keyward.endpoint.region;

import static io.keyward.endpoint.reconcile.Rounds.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.ObjectIds;
import io.keyward.clouds.ContextHop;
import io.keyward.contracts.Actor;
import io.keyward.endpoint.region.Conclusion.Sight;
import io.keyward.endpoint.region.RegionStore.Terms;
import io.keyward.endpoint.registry.EndpointStore;
import io.keyward.endpoint.registry.NewEndpoint;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(ConfigService.class)
@QuarkusTestResource(TestSettings.class)
class RegionStoreIT {
    private static final Actor OWNER = new Actor(Actor.API_KEY, "key-1", "owner", "192.0.2.1");
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final Terms TERMS = new Terms(100, Duration.ofMinutes(1), Duration.ofMinutes(3));
    private static final Duration UNUSED = Duration.ofHours(1);

    @Inject
    RegionStore regions;

    @Inject
    EndpointStore endpoints;

    @Inject
    Database database;

    @Inject
    Vertx vertx;

    @BeforeEach
    void nothingElseIsThere() {
        database.query("delete from endpoint");
        database.query("delete from region_look");
    }

    @Test
    @Rule("E12")
    void twoReplicasShareWhatIsDueAndNeverTheSame() {
        for (int i = 0; i < 30; i++) {
            database.query(
                    "insert into region_look (provider, region, next_look_at) values ('AWS', ?, now())", "r" + i);
        }

        var claims =
                await(() -> Uni.join().all(claimBeside(20), claimBeside(20)).andFailFast());

        var claimed = Stream.of(claims.get(0), claims.get(1), claim(NOW.plusSeconds(60)))
                .flatMap(List::stream)
                .map(ClaimedRegion::place)
                .toList();
        assertThat(claimed).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void aCloudThatThisReplicaDoesNotKnowIsLeftToOthers() {
        database.query("insert into region_look (provider, region, next_look_at) values ('OTHER', 'there', now())");

        assertThat(claim(NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    @Rule("E12")
    void whatADeadReplicaTookComesBackAndItsLateWordDoesNotCount() {
        create("us-east-1");
        var dead = claim(NOW.plusSeconds(60)).getFirst();
        assertThat(claim(NOW.plusSeconds(60))).isEmpty();
        assertThat(renew(dead)).isTrue();
        database.query("update region_look set lease_until = clock_timestamp() - interval '1 second'");

        var other = claim(NOW.plusSeconds(60)).getFirst();

        assertThat(renew(dead)).isFalse();
        assertThat(conclude(dead, seen("theirs"))).isFalse();
        assertThat(conclude(other, seen("ours"))).isTrue();
        assertThat(database.query("select digest from region_look")).containsExactly("ours");
    }

    @Test
    @Rule("E3")
    void aRegionIsDueForTheSakeOfWhatIsDueThere() {
        create("us-east-1");
        conclude(claim(NOW.plusSeconds(60)).getFirst(), seen("same"));
        assertThat(claim(NOW.plusSeconds(1))).singleElement().satisfies(claimed -> {
            assertThat(claimed.due()).isTrue();
            assertThat(claimed.digest()).isEqualTo("same");
            conclude(claimed, seen("same"));
        });

        database.query("update endpoint set next_look_at = null");

        assertThat(claim(NOW.plusSeconds(1))).isEmpty();
        assertThat(claim(NOW.plusSeconds(60))).singleElement().satisfies(claimed -> assertThat(claimed.due())
                .isFalse());
    }

    @Test
    void aRegionInTroubleWaitsOutItsPauseWhoeverIsDueThere() {
        create("us-east-1");
        conclude(
                claim(NOW.plusSeconds(60)).getFirst(),
                new Conclusion(NOW, null, "It is down.", 3, Duration.ofSeconds(30)));

        assertThat(claim(NOW.plusSeconds(29))).isEmpty();
        var health = await(regions::health).get(new Place("AWS", "us-east-1"));
        assertThat(health).isEqualTo(new RegionHealth(null, "It is down.", NOW, 3, 0));

        var claimed = claim(NOW.plusSeconds(31)).getFirst();
        assertThat(claimed.failures()).isEqualTo(3);
        assertThat(claimed.digest()).isNull();
        conclude(claimed, seen("back"));
        assertThat(await(regions::health).get(claimed.place())).isEqualTo(new RegionHealth(NOW, null, null, 0, 2));
    }

    @Test
    @Rule("E3")
    void anOldDigestIsNotTrusted() {
        create("us-east-1");
        conclude(claim(NOW.plusSeconds(60)).getFirst(), seen("old"));

        assertThat(claim(NOW.plus(TERMS.digest()).plusSeconds(1)).getFirst().digest())
                .isNull();
    }

    @Test
    void aRegionWithoutEndpointsCanWait() {
        create("us-east-1");
        database.query("update endpoint set state = 'DELETED', wanted = 'ABSENT'");
        conclude(claim(NOW.plusSeconds(60)).getFirst(), seen("nothing"));

        assertThat(claim(NOW.plusSeconds(60))).isEmpty();
        assertThat(claim(NOW.plus(UNUSED))).hasSize(1);
    }

    private void create(String region) {
        await(() -> endpoints.create(new NewEndpoint(ObjectIds.next(), "AWS", region), 1, OWNER));
    }

    private static Conclusion seen(String digest) {
        return new Conclusion(NOW, new Sight(digest, true, 2), null, 0, Duration.ofSeconds(5));
    }

    private Uni<List<ClaimedRegion>> claimBeside(int limit) {
        var terms = new Terms(limit, TERMS.lease(), TERMS.digest());
        return ContextHop.onNewContext(
                vertx, () -> regions.claimDue(UUID.randomUUID(), List.of("AWS"), NOW.plusSeconds(60), terms));
    }

    private List<ClaimedRegion> claim(Instant now) {
        return await(() -> regions.claimDue(UUID.randomUUID(), List.of("AWS"), now, TERMS));
    }

    private boolean renew(ClaimedRegion claimed) {
        return await(() -> regions.renew(claimed, TERMS.lease()));
    }

    private boolean conclude(ClaimedRegion claimed, Conclusion conclusion) {
        return await(() -> regions.conclude(claimed, conclusion, NOW, UNUSED));
    }
}
