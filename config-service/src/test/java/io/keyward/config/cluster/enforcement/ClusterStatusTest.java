package io.keyward.config.cluster.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.config.cluster.enforcement.ClusterStatus.Enforced;
import io.keyward.config.cluster.enforcement.ClusterStatus.KeyPath;
import io.keyward.config.cluster.enforcement.ClusterStatus.Seen;
import io.keyward.config.cluster.spec.ClusterSpec;
import io.keyward.testkit.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterStatusTest {
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final ClusterSpec WITH_KEY = spec("AWS");
    private static final List<String> TWO = List.of("US_EAST_1", "EU_WEST_1");
    private static final KeyPath PRIVATE = new KeyPath("arn", true);
    private static final KeyPath NONE = new KeyPath(null, false);

    @Rule({"K7", "P1", "E9"})
    @ParameterizedTest
    @CsvSource({
        "STARTING,       false, CREATING, false",
        "RUNNING,        true,  IDLE,     false",
        "STOP_REQUESTED, true,  IDLE,     false",
        "STOP_REQUESTED, false, CREATING, false",
        "DEFERRED,       true,  IDLE,     false",
        "STOPPED,        true,  IDLE,     true",
        "STOPPED,        false, IDLE,     true",
        "RESUMING,       true,  IDLE,     true",
        "REMOVING,       true,  IDLE,     false",
        "REMOVED,        true,  IDLE,     false"
    })
    void isPausedOnlyOnceItWasSeenStopped(Enforced phase, boolean seenRunning, String stateName, boolean paused) {
        Seen seen = new Seen(phase, seenRunning, THEN, "arn", "KEY_DISABLED", "words", TWO);

        ClusterStatus status = ClusterStatus.of(false, THEN, WITH_KEY, seen, PRIVATE);

        assertThat(status.stateName()).isEqualTo(stateName);
        assertThat(status.paused()).isEqualTo(paused);
        assertThat(status.customerKey())
                .isEqualTo(
                        new ClusterStatus.CustomerKey(phase.name(), THEN, "arn", "KEY_DISABLED", "words", true, TWO));
    }

    @Test
    void isBeingCreatedUntilEnforcementTookItUp() {
        ClusterStatus status = ClusterStatus.of(false, THEN, WITH_KEY, null, PRIVATE);

        assertThat(status.stateName()).isEqualTo("CREATING");
        assertThat(status.customerKey())
                .isEqualTo(new ClusterStatus.CustomerKey("STARTING", THEN, "arn", null, null, true, List.of()));
    }

    @Test
    void isDeletingWhateverElseIsGoingOn() {
        Seen stopped = new Seen(Enforced.STOPPED, true, THEN, null, null, null, List.of());

        assertThat(ClusterStatus.of(true, THEN, WITH_KEY, stopped, NONE).stateName())
                .isEqualTo("DELETING");
    }

    @Test
    void saysNothingOfAKeyWithoutOne() {
        assertThat(ClusterStatus.of(false, THEN, spec("NONE"), null, PRIVATE).customerKey())
                .isNull();
    }

    private static ClusterSpec spec(String provider) {
        return new ClusterSpec(
                "REPLICASET", provider, List.of(), false, false, false, "8.0", "LTS", List.of(), List.of(), Map.of());
    }
}
