package io.keyward.endpoint.registry.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.endpoint.lifecycle.EndpointState;
import io.keyward.endpoint.lifecycle.EndpointState.AwaitingApproval;
import io.keyward.endpoint.lifecycle.EndpointState.Deleted;
import io.keyward.endpoint.lifecycle.EndpointState.Deleting;
import io.keyward.endpoint.lifecycle.EndpointState.Failed;
import io.keyward.endpoint.lifecycle.EndpointState.Lost;
import io.keyward.endpoint.lifecycle.EndpointState.Provisioning;
import io.keyward.endpoint.lifecycle.EndpointState.Ready;
import io.keyward.endpoint.lifecycle.EndpointState.Replaced;
import io.keyward.endpoint.lifecycle.EndpointState.Requested;
import io.keyward.endpoint.lifecycle.EndpointStatus;
import io.keyward.endpoint.registry.column.EndpointStateCodec.Columns;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EndpointStateCodecTest {
    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant T1 = T0.plusSeconds(1);

    static Stream<EndpointState> states() {
        return Stream.of(
                new Requested(T0),
                new Provisioning(T0, null, null, null),
                new Provisioning(T0, T1, "vpce-1", "busy"),
                new AwaitingApproval("vpce-1", T0, null),
                new AwaitingApproval("vpce-1", T0, T1),
                new Ready("vpce-1", "there", T0, null),
                new Ready("vpce-1", "there", T0, T1),
                new Failed("no", null, T0, null),
                new Failed("no", "vpce-1", T0, T1),
                new Lost("vpce-1", "gone", T0, null),
                new Lost("vpce-1", "gone", T0, "busy"),
                new Replaced("vpce-1", "gone", T0, "b".repeat(24)),
                new Deleting(null, null, T0, null),
                new Deleting("vpce-1", T1, T0, "busy"),
                new Deleted(null, T0),
                new Deleted("vpce-1", T0));
    }

    @ParameterizedTest
    @MethodSource("states")
    void everyStateSurvivesItsColumns(EndpointState state) {
        assertThat(EndpointStateCodec.fromColumns(EndpointStateCodec.toColumns(state)))
                .isEqualTo(state);
    }

    @Test
    void allStatesAreTried() {
        assertThat(states().map(Object::getClass).collect(Collectors.toSet()))
                .hasSize(EndpointState.class.getPermittedSubclasses().length);
    }

    @ParameterizedTest
    @MethodSource("states")
    void countsAreOfWhatIsShown(EndpointState state) {
        var shown = EndpointStatus.of(state);
        var name = EndpointStateCodec.toColumns(state).state();

        if (shown.isPresent()) {
            assertThat(EndpointStateCodec.statusOf(name)).isEqualTo(shown.get());
        } else {
            assertThatThrownBy(() -> EndpointStateCodec.statusOf(name)).hasMessageContaining(name);
        }
    }

    @Test
    void refusesWhatItNeverWrote() {
        var columns = new Columns("READY", T0, "vpce-1", null, null, null, null, null, null);

        assertThatThrownBy(() -> EndpointStateCodec.fromColumns(columns)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> EndpointStateCodec.fromColumns(
                        new Columns("NO_SUCH", T0, null, null, null, null, null, null, null)))
                .hasMessageContaining("NO_SUCH");
    }
}
