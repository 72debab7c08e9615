package io.keyward.endpoint.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.ErrorCode;
import io.keyward.endpoint.lifecycle.EndpointState;
import io.keyward.endpoint.lifecycle.EndpointState.AwaitingApproval;
import io.keyward.endpoint.lifecycle.EndpointState.Deleting;
import io.keyward.endpoint.lifecycle.EndpointState.Failed;
import io.keyward.endpoint.lifecycle.EndpointState.Lost;
import io.keyward.endpoint.lifecycle.EndpointState.Ready;
import io.keyward.endpoint.lifecycle.EndpointState.Replaced;
import io.keyward.endpoint.lifecycle.EndpointState.Requested;
import io.keyward.endpoint.lifecycle.Wanted;
import io.keyward.endpoint.provider.ProviderRegion;
import io.keyward.endpoint.registry.Endpoint;
import io.keyward.endpoint.registry.Kinship;
import io.keyward.testkit.Rule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegionTakenTest {
    private static final String ID = "65a5e9a1f2c3d4b5a6978803";
    private static final String SUCCESSOR = "65a5e9a1f2c3d4b5a6978804";
    private static final Instant NOW = Instant.EPOCH;

    @Rule({"E1", "E6"})
    @ParameterizedTest
    @MethodSource
    void saysWhatIsThereAndWhatToDo(EndpointState state, String words) {
        var region = new ProviderRegion("us-east-1", "US_EAST_1");

        var refusal = EndpointRefusals.of(new EndpointError.RegionTaken(region, endpoint(state)));

        assertThat(refusal.code()).isEqualTo(ErrorCode.KMS_PRIVATE_ENDPOINT_ALREADY_EXISTS);
        assertThat(refusal.detail()).contains(ID, "US_EAST_1").endsWith(words);
    }

    static Object[][] saysWhatIsThereAndWhatToDo() {
        String afresh = " To start afresh, delete it, and ask again once it answers 404.";
        return new Object[][] {
            {new Requested(NOW), "It is INITIATING: wait until it is ACTIVE."},
            {new AwaitingApproval("r", NOW, null), "approve it in the cloud, and it becomes ACTIVE."},
            {new Ready("r", "a", NOW, null), "It is ACTIVE: use it, or delete it first."},
            {new Failed("no", null, NOW, null), "It is FAILED: delete it, and ask again once it answers 404."},
            {new Lost("r", "gone", NOW, null), "another one will be made in its stead." + afresh},
            {new Replaced("r", "gone", NOW, SUCCESSOR), SUCCESSOR + " is being made in its stead." + afresh},
            {new Deleting("r", null, NOW, null), "It is DELETING: ask again once it answers 404."}
        };
    }

    private static Endpoint endpoint(EndpointState state) {
        return new Endpoint(
                ID,
                "g",
                "AWS",
                "us-east-1",
                null,
                NOW,
                Kinship.first(ID),
                Wanted.PRESENT,
                state,
                false,
                List.of(),
                1,
                0);
    }
}
