package io.keyward.endpoint.reconcile;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.waitAtMost;

import io.keyward.endpoint.lifecycle.EndpointStatus;
import io.keyward.endpoint.support.ConfigService;
import io.keyward.endpoint.support.TestCloud;
import io.keyward.endpoint.support.TestSettings;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A region whose cloud is down, silent or busy: it harms itself alone, says so, and heals. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(ConfigService.class)
@QuarkusTestResource(TestSettings.class)
class RegionTroubleIT extends Scene {

    @Test
    @Rule("P2")
    void oneThatIsDownChangesNothing() {
        var active = createActive();
        var asked = createIn(REGION);
        TestCloud.disturb("DescribeVpcEndpoints", "\"effect\":\"UNREACHABLE\"");

        rounds.run();
        rounds.run();

        assertThat(statusOf(active)).contains(EndpointStatus.ACTIVE);
        assertThat(stateOf(asked)).isEqualTo("REQUESTED");
        assertThat(TestCloud.statesOf(asked)).isEmpty();
        TestCloud.endDisturbances();
        untilIs(asked, EndpointStatus.ACTIVE);
    }

    @Test
    @Rule("E4")
    void whatIsWantedInOneThatIsDownFailsInTimeAndStandsOnceItIsBack() {
        var id = create();
        TestCloud.disturb("DescribeVpcEndpoints", "\"effect\":\"UNREACHABLE\"");
        rounds.run();
        assertThat(statusOf(id)).contains(EndpointStatus.INITIATING);

        age("since");
        untilIs(id, EndpointStatus.FAILED);
        assertThat(messageOf(id)).contains("within 10 minutes", "EC2 could not be reached");

        TestCloud.endDisturbances();
        untilIs(id, EndpointStatus.ACTIVE);
        assertThat(TestCloud.statesOf(id)).containsExactly("available");
        assertThat(inRegion("trouble", REGION)).isNull();
    }

    @Test
    void oneThatIsDownIsLookedAtMoreAndMoreSeldomUntilItAnswers() {
        create();
        TestCloud.disturb("DescribeVpcEndpoints", "\"effect\":\"UNREACHABLE\"");
        for (int i = 1; i <= 4; i++) {
            rounds.run();
            assertThat(inRegion("failures", REGION)).isEqualTo(String.valueOf(i));
        }
        assertThat(secondsUntilNextLook()).isBetween(20L, 30L);
        assertThat(inRegion("trouble", REGION)).isNotEmpty();
        assertThat(inRegion("trouble_since < now()", REGION)).isEqualTo("t");

        TestCloud.endDisturbances();
        rounds.run();

        assertThat(inRegion("failures", REGION)).isEqualTo("0");
        assertThat(inRegion("trouble_since", REGION)).isNull();
        assertThat(secondsUntilNextLook()).isLessThan(6);
    }

    @Test
    @Rule("E3")
    void oneThatSaysNothingHoldsUpNobodyElse() throws Exception {
        var here = createIn(REGION);
        var elsewhere = createIn(ELSEWHERE);
        TestCloud.disturb("DescribeVpcEndpoints", "\"region\":\"us-east-1\",\"effect\":\"HANG\"");

        var held = rounds.startBeside();
        waitAtMost(10, SECONDS).until(() -> inRegion("lease_token", REGION) != null);
        waitAtMost(10, SECONDS).untilAsserted(() -> {
            rounds.run();
            assertThat(statusOf(elsewhere)).contains(EndpointStatus.ACTIVE);
        });

        held.get(20, SECONDS);
        assertThat(statusOf(here)).contains(EndpointStatus.INITIATING);
        TestCloud.endDisturbances();
        untilIs(here, EndpointStatus.ACTIVE);
    }

    @Test
    @Rule("E4")
    void oneThatIsBusyIsNotPressedAndAskedAgain() {
        for (int i = 0; i < 20; i++) {
            createIn(REGION);
        }
        var elsewhere = createIn(ELSEWHERE);
        TestCloud.disturb("CreateVpcEndpoint", "\"region\":\"us-east-1\",\"effect\":\"THROTTLE\"");

        rounds.run();

        assertThat(database.query("select count(*) from endpoint where state = 'REQUESTED'"))
                .first()
                .asString()
                .matches("[4-9]|1[0-9]");
        assertThat(TestCloud.statesOf(elsewhere)).containsExactly("available");
        assertThat(inRegion("failures", REGION)).isEqualTo("1");
        assertThat(inRegion("failures", ELSEWHERE)).isEqualTo("0");
        assertThat(inRegion("trouble", REGION)).contains("asked too much");
        TestCloud.endDisturbances();
        age("asked_at");
        waitAtMost(10, SECONDS).untilAsserted(() -> {
            rounds.run();
            assertThat(database.query("select distinct state from endpoint")).containsExactly("READY");
        });
        assertThat(database.query("select count(*) from endpoint where trouble is not null"))
                .containsExactly("0");
    }

    @Test
    void oneLookAsksForSoMuchAndNoMore() {
        for (int i = 0; i < 25; i++) {
            createIn(REGION);
        }

        rounds.run();
        assertThat(TestCloud.callsOf("CreateVpcEndpoint")).isEqualTo(20);
        assertThat(secondsUntilNextLook()).isLessThanOrEqualTo(0);
        rounds.run();

        assertThat(TestCloud.callsOf("CreateVpcEndpoint")).isEqualTo(25);
    }

    /** A record that cannot be read, of whatever origin. */
    @Test
    void oneWhoseLookCannotBeSeenThroughIsGivenBackAndHoldsUpNobodyElse() {
        var here = createIn(REGION);
        var elsewhere = createIn(ELSEWHERE);
        database.query("update endpoint set conditions = 'nonsense' where endpoint_id = ?", here);

        rounds.run();
        assertThat(inRegion("failures", REGION)).isEqualTo("1");
        assertThat(inRegion("lease_token", REGION)).isNull();
        assertThat(inRegion("trouble", REGION)).contains("could not be recorded");
        untilIs(elsewhere, EndpointStatus.ACTIVE);

        database.query("update endpoint set conditions = null where endpoint_id = ?", here);
        untilIs(here, EndpointStatus.ACTIVE);
    }

    private String stateOf(String id) {
        return database.query("select state from endpoint where endpoint_id = ?", id)
                .getFirst();
    }

    private long secondsUntilNextLook() {
        return Long.parseLong(inRegion("ceil(extract(epoch from next_look_at - now()))::bigint", REGION));
    }
}
