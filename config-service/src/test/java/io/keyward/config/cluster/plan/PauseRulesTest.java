package io.keyward.config.cluster.plan;

import static io.keyward.config.cluster.spec.Requests.shard;
import static io.keyward.config.cluster.spec.Requests.shards;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.config.cluster.plan.PauseRules.Sent;
import io.keyward.config.cluster.plan.PauseRules.Standing;
import io.keyward.config.cluster.plan.PauseRules.Wish;
import io.keyward.config.cluster.refusal.ClusterError;
import io.keyward.config.cluster.refusal.ClusterRefusals;
import io.keyward.config.cluster.spec.ClusterSpec;
import io.keyward.config.cluster.spec.Requests;
import io.keyward.testkit.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PauseRulesTest {
    private static final ClusterSpec PLAIN =
            Requests.spec("{'name':'orders'," + shards(shard("AWS:US_EAST_1:3")) + "}");
    private static final Sent PAUSE = new Sent(true, false, false);
    private static final Standing RUNNING = new Standing(false, false, false, null);

    @Rule("K7")
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // paused by hand, reads paused, sent, with all that was read, other changes, wish
                "false, false, -,     false, false, Stay",
                "false, false, -,     false, true,  Stay",
                "false, false, false, false, true,  Stay",
                "false, false, true,  false, false, Pause",
                "false, false, true,  true,  false, Pause",
                "false, false, true,  false, true,  CANNOT_UPDATE_AND_PAUSE_CLUSTER",
                "false, true,  -,     false, true,  Stay",
                "false, true,  false, false, false, Stay",
                "false, true,  true,  false, false, Pause",
                "false, true,  true,  true,  false, Stay",
                "false, true,  true,  true,  true,  Stay",
                "false, true,  true,  false, true,  Stay",
                "true,  true,  -,     false, false, Stay",
                "true,  true,  -,     false, true,  CANNOT_UPDATE_PAUSED_CLUSTER",
                "true,  true,  true,  false, false, CLUSTER_ALREADY_PAUSED",
                "true,  true,  true,  false, true,  CANNOT_UPDATE_PAUSED_CLUSTER",
                "true,  true,  false, false, false, Resume",
                "true,  true,  false, false, true,  CANNOT_UPDATE_PAUSED_CLUSTER"
            })
    void meansWhatTheClusterAllows(
            boolean byHand,
            boolean readsPaused,
            @Nullable Boolean paused,
            boolean whole,
            boolean changes,
            String expected) {
        Standing standing = new Standing(byHand, readsPaused, false, null);

        assertThat(name(PauseRules.wish("orders", PLAIN, standing, new Sent(paused, whole, changes))))
                .isEqualTo(expected);
    }

    @Test
    void notEveryClusterCanBePausedNow() {
        ClusterSpec shared = Requests.spec("{'name':'orders'," + shards("""
                {'regionConfigs':[{'providerName':'TENANT','backingProviderName':'AWS','regionName':'US_EAST_1',
                 'electableSpecs':{'instanceSize':'M0'}}]}""") + "}");
        ClusterSpec local = Requests.spec(
                "{'name':'orders'," + shards(shard("AWS:US_EAST_1:3")).replace("M10", "M40_NVME") + "}");

        assertThat(pause(shared, RUNNING)).isEqualTo("TENANT_CLUSTER_UPDATE_UNSUPPORTED");
        assertThat(pause(local, RUNNING)).isEqualTo("CANNOT_PAUSE_NVME_CLUSTER");
        assertThat(pause(PLAIN, new Standing(false, false, true, null)))
                .isEqualTo("CANNOT_PAUSE_CLUSTER_WITH_PENDING_CHANGES");
        assertThat(PauseRules.wish("orders", PLAIN, new Standing(false, false, false, 60L), PAUSE))
                .isEqualTo(new Wish.Refused(new ClusterError.JustResumed("orders", 60)));
    }

    private static String pause(ClusterSpec spec, Standing standing) {
        return name(PauseRules.wish("orders", spec, standing, PAUSE));
    }

    private static String name(Wish wish) {
        return wish instanceof Wish.Refused(var error)
                ? ClusterRefusals.of(error).code().name()
                : wish.getClass().getSimpleName();
    }
}
