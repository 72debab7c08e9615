package io.keyward.simulator.azure.world.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.simulator.azure.world.link.Connection.Status;
import io.keyward.simulator.azure.world.link.LinkRules.Cause;
import io.keyward.simulator.azure.world.link.LinkRules.Intervention;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of an endpoint as time passes, and what is through it. */
class LinkRulesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(2);

    @Test
    void oneIsThereAfterAWhile() {
        PrivateEndpoint endpoint = endpoint(Optional.empty());

        assertThat(endpoint.state(NOW)).isEqualTo(Provisioning.CREATING);
        assertThat(endpoint.state(LATER)).isEqualTo(Provisioning.SUCCEEDED);
        assertThat(endpoint.history(LATER)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATING", "SUCCEEDED", "FAILED", "CANCELED"})
    void orWhateverControlWants(Provisioning wanted) {
        PrivateEndpoint endpoint = endpoint(Optional.of(new CreationOutcome(null, wanted, "Code", null, false, null)));

        assertThat(endpoint.state(LATER)).isEqualTo(wanted);
        boolean ended = wanted == Provisioning.FAILED || wanted == Provisioning.CANCELED;
        assertThat(endpoint.at(LATER).code()).isEqualTo(ended ? "Code" : null);
    }

    @ParameterizedTest
    @CsvSource({"DELETE,DELETING", "VANISH,GONE", "PEND,CREATING", "FAIL,FAILED", "CANCEL,CANCELED", "SUCCEED,SUCCEEDED"
    })
    void interventionsActAtOnce(Intervention what, Provisioning expected) {
        PrivateEndpoint changed =
                LinkRules.intervene(endpoint(Optional.empty()), what, Cause.NONE, NOW, LinkSettings.USUAL);

        assertThat(changed.state(NOW)).isEqualTo(expected);
    }

    @Test
    void deletingEndsAndIsNotPutOff() {
        // Given
        PrivateEndpoint deleted = LinkRules.delete(endpoint(Optional.empty()), NOW, LinkSettings.USUAL);

        // When
        PrivateEndpoint twice = LinkRules.delete(deleted, NOW.plusMillis(500), LinkSettings.USUAL);

        // Then
        assertThat(twice).isEqualTo(deleted);
        assertThat(twice.exists(NOW)).isTrue();
        assertThat(twice.exists(LATER)).isFalse();
    }

    @Test
    void oneThatFailedIsMadeAgain() {
        PrivateEndpoint failed =
                endpoint(Optional.of(new CreationOutcome(null, Provisioning.FAILED, null, null, false, null)));

        PrivateEndpoint again = LinkRules.again(failed, LATER, LinkSettings.USUAL, Optional.empty());

        assertThat(again.state(LATER)).isEqualTo(Provisioning.CREATING);
        assertThat(again.state(LATER.plusSeconds(2))).isEqualTo(Provisioning.SUCCEEDED);
    }

    @ParameterizedTest
    @CsvSource({
        "SUCCEEDED,APPROVED,true,true",
        "SUCCEEDED,PENDING,false,true",
        "SUCCEEDED,REJECTED,false,true",
        "SUCCEEDED,DISCONNECTED,false,false",
        "UPDATING,APPROVED,true,true",
        "CREATING,APPROVED,false,false",
        "FAILED,APPROVED,false,false",
        "CANCELED,APPROVED,false,false",
        "DELETING,APPROVED,false,true",
        "GONE,APPROVED,false,false"
    })
    void onlyWhatIsThereAndApprovedIsOpen(Provisioning state, Status status, boolean open, boolean connected) {
        PrivateEndpoint endpoint = endpoint(List.of(Phase.of(state, NOW)), status);

        assertThat(endpoint.open(NOW)).isEqualTo(open);
        assertThat(endpoint.connected(NOW)).isEqualTo(connected);
    }

    private static PrivateEndpoint endpoint(Optional<CreationOutcome> outcome) {
        return endpoint(LinkRules.created(NOW, LinkSettings.USUAL, outcome), Status.PENDING);
    }

    private static PrivateEndpoint endpoint(List<Phase> phases, Status status) {
        Connection connection = new Connection("c", "/vault", List.of("vault"), "please", "0", status, "");
        return new PrivateEndpoint(
                new PrivateEndpoint.Place("s", "g", "e", "eastus2"), "/subnet", connection, Map.of(), phases, false);
    }
}
