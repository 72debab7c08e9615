package io.keyward.simulator.world.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointRulesTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final EndpointSettings SETTINGS =
            new EndpointSettings(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(30), null);

    /** Seconds since its creation, when nobody interferes or what control wants comes of it. */
    @ParameterizedTest
    @CsvSource({
        ",                  0,  PENDING",
        ",                  9,  PENDING",
        ",                  10, AVAILABLE",
        ",                  99, AVAILABLE",
        "PENDING,           99, PENDING",
        "PENDING_ACCEPTANCE,9,  PENDING",
        "PENDING_ACCEPTANCE,10, PENDING_ACCEPTANCE",
        "REJECTED,          10, REJECTED",
        "FAILED,            9,  PENDING",
        "FAILED,            10, FAILED",
        "EXPIRED,           10, EXPIRED",
        "PARTIAL,           10, PARTIAL",
    })
    void creation(EndpointState wanted, long seconds, EndpointState state) {
        assertThat(created(wanted).state(NOW.plusSeconds(seconds))).isEqualTo(state);
    }

    /** Deleted so many seconds after its creation, looked at so many seconds after that. */
    @ParameterizedTest
    @CsvSource({
        "5,  0,  DELETING",
        "5,  19, DELETING",
        "5,  20, DELETED",
        "5,  49, DELETED",
        "5,  50, GONE",
        "15, 0,  DELETING",
        "15, 50, GONE",
    })
    void deletion(long deletedAfter, long seconds, EndpointState state) {
        Instant then = NOW.plusSeconds(deletedAfter);
        VpcEndpoint deleted = EndpointRules.delete(created(null), then, SETTINGS);

        assertThat(deleted.state(then.plusSeconds(seconds))).isEqualTo(state);
    }

    @Test
    void aSecondDeletionChangesNothing() {
        VpcEndpoint once = EndpointRules.delete(created(null), NOW, SETTINGS);

        assertThat(EndpointRules.delete(once, NOW.plusSeconds(10), SETTINGS)).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE,   DELETING,  false",
        "VANISH,   GONE,      false",
        "REJECT,   REJECTED,  false",
        "EXPIRE,   EXPIRED,   false",
        "FAIL,     FAILED,    true",
        "PEND,     PENDING,   false",
        "DEGRADE,  PARTIAL,   false",
        "ACTIVATE, AVAILABLE, false",
    })
    void interventions(Intervention.Kind kind, EndpointState state, boolean withTrouble) {
        VpcEndpoint changed = EndpointRules.intervene(created(null), new Intervention(kind, null, null), NOW, SETTINGS);

        assertThat(changed.state(NOW)).isEqualTo(state);
        assertThat(changed.at(NOW).trouble() != null).isEqualTo(withTrouble);
    }

    @Test
    void whatWasToComeDoesNotComeAfterAnIntervention() {
        VpcEndpoint changed = EndpointRules.intervene(
                created(null), new Intervention(Intervention.Kind.REJECT, "C", "M"), NOW.plusSeconds(1), SETTINGS);

        assertThat(changed.state(NOW.plusSeconds(99))).isEqualTo(EndpointState.REJECTED);
        assertThat(changed.at(NOW.plusSeconds(99)).trouble()).isEqualTo(new Phase.Trouble("C", "M"));
        assertThat(changed.history(NOW.plusSeconds(99)))
                .extracting(Phase::state)
                .containsExactly(EndpointState.PENDING, EndpointState.REJECTED);
    }

    @Test
    void beforeItsTimeAnEndpointIsWhatItBeganAs() {
        assertThat(created(null).state(NOW.minusSeconds(60))).isEqualTo(EndpointState.PENDING);
    }

    private static VpcEndpoint created(EndpointState wanted) {
        Optional<CreationOutcome> outcome =
                Optional.ofNullable(wanted).map(state -> new CreationOutcome(null, state, null, null, null));
        VpcEndpoint.Wish wish = new VpcEndpoint.Wish(null, "", "vpc-1", List.of(), List.of(), false, Map.of());
        return new VpcEndpoint(
                VpcEndpoint.freshId(),
                "999988887777",
                "us-east-1",
                NOW,
                wish,
                VpcEndpoint.FULL_ACCESS,
                EndpointRules.created(NOW, SETTINGS, outcome));
    }
}
