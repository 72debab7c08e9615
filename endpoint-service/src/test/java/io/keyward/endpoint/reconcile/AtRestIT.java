package io.keyward.endpoint.reconcile;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.waitAtMost;

import io.keyward.endpoint.support.ConfigService;
import io.keyward.endpoint.support.SqlCounter;
import io.keyward.endpoint.support.TestCloud;
import io.keyward.endpoint.support.TestSettings;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What it costs to watch over endpoints about which nothing happens: so much for each region, whatever is in it. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(ConfigService.class)
@QuarkusTestResource(TestSettings.class)
class AtRestIT extends Scene {

    @Test
    @Rule("E3")
    void costsOneCallAndOneStatementForEachRegionHoweverManyEndpointsAreThere() {
        try (var statements = SqlCounter.of(sql -> sql.contains("endpoint") || sql.contains("region_look"))) {
            standingIn(List.of(REGION), 3);
            assertThat(costOfARound(statements)).isEqualTo(new Cost(1, 2));

            standingIn(List.of(REGION), 20);
            assertThat(costOfARound(statements)).isEqualTo(new Cost(1, 2));

            standingIn(List.of(ELSEWHERE), 5);
            assertThat(costOfARound(statements)).isEqualTo(new Cost(2, 3));
        }
    }

    @Test
    @Rule("E3")
    void whatHappensThereIsSeenAtTheNextLook() {
        standingIn(List.of(REGION), 3);
        var id = createActive();
        rounds.run();
        assertThat(database.query("select distinct next_look_at is null from endpoint"))
                .containsExactly("t");

        TestCloud.act(referenceOf(id), "reject");
        rounds.run();

        assertThat(database.query("select endpoint_id from endpoint where missing_since is not null"))
                .containsExactly(id);
    }

    /** Whatever a record missed, it does not miss it for ever. */
    @Test
    @Rule("E3")
    void whatWasOverlookedIsFoundWhenTheDigestIsOld() {
        var id = createActive();
        rounds.run();
        database.query("update endpoint set missing_since = now() where endpoint_id = ?", id);
        rounds.run();
        assertThat(database.query("select missing_since from endpoint").getFirst())
                .isNotNull();

        database.query("update region_look set digest_at = now() - interval '1 hour'");
        rounds.run();

        assertThat(database.query("select missing_since from endpoint").getFirst())
                .isNull();
    }

    @Test
    void aRegionWithoutEndpointsIsLookedAtSeldom() {
        var id = create();
        delete(id);
        untilGone(id);

        rounds.run();

        assertThat(inRegion("next_look_at > now() + interval '50 seconds'", REGION))
                .isEqualTo("t");
    }

    private record Cost(long calls, int statements) {}

    /** Adds that many in each region, and waits until all of them rest. */
    private void standingIn(List<String> regions, int more) {
        for (String region : regions) {
            for (int i = 0; i < more; i++) {
                createIn(region);
            }
        }
        waitAtMost(20, SECONDS).untilAsserted(() -> {
            rounds.run();
            assertThat(database.query("select distinct state from endpoint")).containsExactly("READY");
            assertThat(database.query("select 1 from endpoint where next_look_at is not null"))
                    .isEmpty();
            assertThat(database.query("select 1 from region_look where digest is null"))
                    .isEmpty();
        });
    }

    private Cost costOfARound(SqlCounter statements) {
        var before = TestCloud.callsOf("DescribeVpcEndpoints");
        statements.sinceLast();
        rounds.run();
        return new Cost(TestCloud.callsOf("DescribeVpcEndpoints") - before, statements.sinceLast());
    }
}
