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

/** A replica that stands still in the middle of a look, until another one has taken its region. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(ConfigService.class)
@QuarkusTestResource(TestSettings.class)
class LeaseIT extends Scene {

    /** Its look shows nothing of what the other one makes meanwhile. */
    @Test
    @Rule("E12")
    void nothingFollowsFromALookWhoseRegionSomebodyElseHasNow() throws Exception {
        var id = create();
        TestCloud.disturb(
                "DescribeVpcEndpoints", "\"effect\":\"SLOW\",\"when\":\"AFTER\",\"delayMillis\":1500,\"calls\":1");
        var still = rounds.startBeside();
        waitAtMost(10, SECONDS).until(TestCloud::isUndisturbed);
        lapse();

        untilIs(id, EndpointStatus.ACTIVE);
        var version = versionOf(id);
        still.get(20, SECONDS);

        assertThat(versionOf(id)).isEqualTo(version);
        assertThat(TestCloud.callsOf("CreateVpcEndpoint")).isEqualTo(1);
        assertThat(inRegion("failures", REGION)).isEqualTo("0");
    }

    /** Its request was carried out, and its answer arrives when the other one has seen the endpoint long since. */
    @Test
    @Rule("E12")
    void anAnswerThatComesLateIsDropped() throws Exception {
        var id = create();
        TestCloud.disturb(
                "CreateVpcEndpoint", "\"effect\":\"SLOW\",\"when\":\"AFTER\",\"delayMillis\":1500,\"calls\":1");
        var still = rounds.startBeside();
        waitAtMost(10, SECONDS).until(() -> !TestCloud.statesOf(id).isEmpty());
        lapse();

        untilIs(id, EndpointStatus.ACTIVE);
        var version = versionOf(id);
        still.get(20, SECONDS);

        assertThat(versionOf(id)).isEqualTo(version);
        assertThat(statusOf(id)).contains(EndpointStatus.ACTIVE);
        assertThat(TestCloud.statesOf(id)).containsExactly("available");
    }

    @Test
    @Rule("E5")
    void aDeletionDuringACreationIsNotForgotten() throws Exception {
        var id = create();
        TestCloud.disturb(
                "CreateVpcEndpoint", "\"effect\":\"SLOW\",\"when\":\"AFTER\",\"delayMillis\":500,\"calls\":1");
        var creating = rounds.startBeside();
        waitAtMost(10, SECONDS).until(() -> !TestCloud.statesOf(id).isEmpty());

        delete(id);
        creating.get(20, SECONDS);
        assertThat(statusOf(id)).contains(EndpointStatus.DELETING);

        untilGone(id);
        assertThat(TestCloud.statesOf(id)).containsExactly("gone");
    }

    private void lapse() {
        database.query("update region_look set lease_until = clock_timestamp() - interval '1 second'");
    }

    private String versionOf(String id) {
        return database.query("select version from endpoint where endpoint_id = ?", id)
                .getFirst();
    }
}
