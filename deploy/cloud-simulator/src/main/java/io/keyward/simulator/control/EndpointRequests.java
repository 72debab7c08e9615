package io.keyward.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.simulator.world.network.CreationOutcome;
import io.keyward.simulator.world.network.EndpointSettings;
import io.keyward.simulator.world.network.EndpointState;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Bodies of the requests that {@link EndpointControl} takes. */
final class EndpointRequests {

    private EndpointRequests() {}

    /** An endpoint of the product's, to be there at once. */
    record NewEndpoint(String region, @Nullable JsonNode policy) {

        public NewEndpoint {
            Objects.requireNonNull(region, "region is missing");
        }
    }

    /** What LastError is to say. */
    record Told(@Nullable String code, @Nullable String message) {

        static final Told NOTHING = new Told(null, null);
    }

    /** @param state as EC2 spells it */
    record Outcome(
            @Nullable String region,
            String state,
            @Nullable String code,
            @Nullable String message,
            @Nullable Integer calls) {

        private static final Set<EndpointState> POSSIBLE = Set.of(
                EndpointState.PENDING,
                EndpointState.PENDING_ACCEPTANCE,
                EndpointState.AVAILABLE,
                EndpointState.PARTIAL,
                EndpointState.REJECTED,
                EndpointState.FAILED,
                EndpointState.EXPIRED);

        public Outcome {
            Objects.requireNonNull(state, "state is missing");
        }

        static Outcome of(CreationOutcome outcome) {
            return new Outcome(
                    outcome.region(), outcome.state().wireName(), outcome.code(), outcome.message(), outcome.calls());
        }

        CreationOutcome read() {
            EndpointState wanted = EndpointState.named(state);
            if (!POSSIBLE.contains(wanted)) {
                throw new IllegalArgumentException("no creation ends as '" + state + "'");
            }
            return new CreationOutcome(region, wanted, code, message, calls);
        }
    }

    /** Durations as ISO-8601 has them; what is null is as usual. */
    record Settings(
            @Nullable String creation,
            @Nullable String deletion,
            @Nullable String deletedVisible,
            @Nullable Integer limitPerVpc) {

        EndpointSettings read() {
            EndpointSettings usual = EndpointSettings.USUAL;
            return new EndpointSettings(
                    duration(creation, usual.creation()),
                    duration(deletion, usual.deletion()),
                    duration(deletedVisible, usual.deletedVisible()),
                    limitPerVpc);
        }

        private static Duration duration(@Nullable String written, Duration usual) {
            return Optional.ofNullable(written).map(Duration::parse).orElse(usual);
        }
    }
}
