package io.keyward.validation.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.Actor;
import io.keyward.contracts.ClusterEvent;
import io.keyward.contracts.ClusterEvent.CloudRegion;
import io.keyward.contracts.ClusterEvent.ClusterCreated;
import io.keyward.contracts.ClusterEvent.ClusterUpdated;
import io.keyward.contracts.EncryptionEvent.KeyUse;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.cadence.SweepFixture;
import io.keyward.validation.keyuse.KeyUseFixture;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestCloud;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A project with a key use in each of two regions, and clusters in one, the other, both and neither. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class RegionsIT {
    private static final Actor TENANT = new Actor(Actor.API_KEY, "5f0", "tenant", "10.0.0.1");
    private static final String VIRGINIA = "us-east-1";
    private static final String IRELAND = "eu-west-1";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String OREGON = "us-west-2";

    @Inject
    ClusterStore clusters;

    @Inject
    KeyUseFixture keyUses;

    @Inject
    SweepFixture sweep;

    @Inject
    Database database;

    private final String groupId = ObjectIds.next();
    private final String homeKey = TestCloud.createKey(VIRGINIA);
    private final String awayKey = TestCloud.createKey(IRELAND);
    private final KeyUse home = TestCloud.use(ObjectIds.next(), homeKey, VIRGINIA, true);
    private final KeyUse away = TestCloud.use(ObjectIds.next(), awayKey, IRELAND, false);
    private final String inVirginia = ObjectIds.next();
    private final String inIreland = ObjectIds.next();
    private final String inBoth = ObjectIds.next();
    private final String inNeither = ObjectIds.next();

    @BeforeEach
    void clustersRunUnderTwoValidKeys() {
        keyUses.configure(groupId, 1, home, away);
        sweep.check(groupId);
        create(inVirginia, VIRGINIA);
        create(inIreland, IRELAND);
        create(inBoth, VIRGINIA, IRELAND);
        create(inNeither, OREGON);
    }

    @Test
    @Rule({"C18", "V2", "V4"})
    void aCondemnedRegionStopsTheClustersThatRunInIt() {
        condemn(away);

        assertThat(stopped()).containsExactlyInAnyOrder(inIreland, inBoth);
        assertThat(reasonsOf(inBoth)).contains(away.keyUseId()).doesNotContain(home.keyUseId());

        TestCloud.enable(awayKey);
        sweep.check(groupId);

        assertThat(stopped()).isEmpty();
    }

    @Test
    @Rule({"C18", "V2"})
    void theHomeKeyServesTheRegionsThatHaveNone() {
        condemn(home);

        assertThat(stopped()).containsExactlyInAnyOrder(inVirginia, inBoth, inNeither);
    }

    @Test
    @Rule({"C18", "V4"})
    void aClusterUnderTwoCondemnedKeysHasAReasonForEachAndResumesAfterTheLast() {
        condemn(home, away);

        assertThat(reasonsOf(inBoth)).contains(home.keyUseId(), away.keyUseId());
        assertThat(stopped()).hasSize(4);

        TestCloud.enable(awayKey);
        sweep.check(groupId);

        assertThat(reasonsOf(inBoth)).contains(home.keyUseId()).doesNotContain(away.keyUseId());
        assertThat(stopped()).containsExactlyInAnyOrder(inVirginia, inBoth, inNeither);
    }

    @Test
    @Rule("C18")
    void aClusterThatMovesIsComparedAnew() {
        condemn(away);

        update(inBoth, "AWS", VIRGINIA);
        update(inVirginia, "AWS", VIRGINIA, IRELAND);
        update(inIreland, "NONE", IRELAND);

        assertThat(stopped()).containsExactly(inVirginia);
    }

    @Test
    @Rule({"C18", "V4", "P2"})
    void aRegionThatLosesItsOwnKeyIsServedByTheHomeOne() {
        condemn(away);

        keyUses.configure(groupId, 2, home);

        assertThat(stopped()).isEmpty();
    }

    @Test
    @Rule("C18")
    void theFirstIsHomeWhereNoneSaysSo() {
        var first = TestCloud.use(ObjectIds.next(), homeKey, VIRGINIA, false);
        keyUses.configure(groupId, 2, first, away);
        sweep.check(groupId);
        condemn(first);

        assertThat(stopped()).containsExactlyInAnyOrder(inVirginia, inBoth, inNeither);
    }

    /** The customer disables the keys, and checks go on until they agree. */
    private void condemn(KeyUse... uses) {
        for (var use : uses) {
            TestCloud.disable(use.key());
        }
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            sweep.check(groupId);
            assertThat(revoked()).hasSize(uses.length);
        });
    }

    private List<String> revoked() {
        return database.query(
                "select key_use_id from key_use where group_id = ? and verdict = 'REVOKED' and retired_at is null",
                groupId);
    }

    private List<String> stopped() {
        return database.query(
                "select cluster_id from cluster where group_id = ? and phase in ('STOPPING', 'STOPPED')", groupId);
    }

    private String reasonsOf(String clusterId) {
        return database.one("select reasons from cluster where cluster_id = ?", clusterId);
    }

    private void create(String clusterId, String... regions) {
        project(new ClusterCreated(
                clusterId, 1, Instant.now(), TENANT, groupId, "c", "AWS", aws(regions), List.of(), false));
    }

    private void update(String clusterId, String provider, String... regions) {
        project(new ClusterUpdated(
                clusterId, 2, Instant.now(), TENANT, groupId, "c", provider, aws(regions), List.of(), false));
    }

    private void project(ClusterEvent event) {
        try {
            VertxContextSupport.subscribeAndAwait(() -> clusters.project(event));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<CloudRegion> aws(String... regions) {
        return Arrays.stream(regions)
                .map(region -> new CloudRegion("AWS", region))
                .toList();
    }
}
