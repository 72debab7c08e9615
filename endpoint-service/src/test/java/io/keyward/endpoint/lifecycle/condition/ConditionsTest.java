package io.keyward.endpoint.lifecycle.condition;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.keyward.endpoint.lifecycle.condition.Condition.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant T1 = T0.plusSeconds(1);
    private static final String REF = "vpce-1";

    private static final Map<String, EndpointState> STATES = Map.ofEntries(
            entry("Requested", new Requested(T0)),
            entry("Provisioning", new Provisioning(T0, T0, null, null)),
            entry("Provisioning:trouble", new Provisioning(T0, T0, null, "busy")),
            entry("AwaitingApproval", new AwaitingApproval(REF, T0, null)),
            entry("AwaitingApproval:missed", new AwaitingApproval(REF, T0, T0)),
            entry("Ready", new Ready(REF, "there", T0, null)),
            entry("Ready:missed", new Ready(REF, "there", T0, T0)),
            entry("Failed", new Failed("no room", null, T0, null)),
            entry("Lost", new Lost(REF, "gone", T0, null)),
            entry("Lost:trouble", new Lost(REF, "gone", T0, "busy")),
            entry("Replaced", new Replaced(REF, "gone", T0, "b")),
            entry("Deleting", new Deleting(REF, null, T0, null)),
            entry("Deleting:trouble", new Deleting(REF, null, T0, "busy")),
            entry("Deleted", new Deleted(REF, T0)));

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Requested               | FALSE Requested         | UNKNOWN NotProvisioned | FALSE NotProvisioned  | -                       | -
            Provisioning            | FALSE Provisioning      | UNKNOWN NotProvisioned | FALSE NotProvisioned  | -                       | -
            Provisioning:trouble    | FALSE LastAttemptFailed | UNKNOWN NotProvisioned | FALSE NotProvisioned  | -                       | -
            AwaitingApproval        | TRUE Provisioned        | FALSE PendingApproval  | FALSE PendingApproval | -                       | -
            AwaitingApproval:missed | UNKNOWN Missed          | FALSE PendingApproval  | FALSE PendingApproval | -                       | -
            Ready                   | TRUE Provisioned        | TRUE Approved          | TRUE Ready            | -                       | -
            Ready:missed            | UNKNOWN Missed          | TRUE Approved          | UNKNOWN Missed        | -                       | -
            Failed                  | FALSE Failed            | UNKNOWN Failed         | FALSE Failed          | -                       | -
            Lost                    | FALSE Lost              | UNKNOWN Lost           | FALSE Lost            | FALSE Asked             | -
            Lost:trouble            | FALSE Lost              | UNKNOWN Lost           | FALSE Lost            | FALSE LastAttemptFailed | -
            Replaced                | FALSE Lost              | UNKNOWN Lost           | FALSE Lost            | TRUE SuccessorCreated   | -
            Deleting                | UNKNOWN Deleting        | UNKNOWN Deleting       | FALSE Deleting        | -                       | TRUE DeletionRequested
            Deleting:trouble        | UNKNOWN Deleting        | UNKNOWN Deleting       | FALSE Deleting        | -                       | TRUE LastAttemptFailed
            Deleted                 | FALSE Deleted           | FALSE Deleted          | FALSE Deleted         | -                       | -
            """)
    void states(String state, String provisioned, String approved, String usable, String replaced, String deleting) {
        var stated = Conditions.after(List.of(), STATES.get(state), T1);

        assertThat(in(stated, Conditions.PROVISIONED)).isEqualTo(provisioned);
        assertThat(in(stated, Conditions.APPROVED)).isEqualTo(approved);
        assertThat(in(stated, Conditions.USABLE)).isEqualTo(usable);
        assertThat(in(stated, Conditions.REPLACED)).isEqualTo(replaced);
        assertThat(in(stated, Conditions.DELETING)).isEqualTo(deleting);
        assertThat(stated)
                .allSatisfy(
                        condition -> assertThat(condition.lastTransitionTime()).isEqualTo(T1))
                .allSatisfy(condition -> assertThat(condition.message()).isNotBlank());
    }

    @Test
    void allStatesAreTried() {
        assertThat(STATES.values().stream().map(Object::getClass).collect(Collectors.toSet()))
                .hasSize(EndpointState.class.getPermittedSubclasses().length);
    }

    @Test
    void theTimeChangesWithTheStatusAndNotWithTheReason() {
        var before = Conditions.after(List.of(), STATES.get("Provisioning"), T0);

        var troubled = Conditions.after(before, STATES.get("Provisioning:trouble"), T1);
        var ready = Conditions.after(troubled, STATES.get("Ready"), T1);

        assertThat(troubled).extracting(Condition::lastTransitionTime).containsOnly(T0);
        assertThat(troubled.getFirst())
                .isEqualTo(new Condition(Conditions.PROVISIONED, Status.FALSE, "LastAttemptFailed", "busy", T0));
        assertThat(ready).extracting(Condition::lastTransitionTime).containsOnly(T1);
    }

    @Test
    void whatHoldsOfSomeStatesOnlyBeginsAnewEachTime() {
        var lost = Conditions.after(List.of(), STATES.get("Lost"), T0);
        var ready = Conditions.after(lost, STATES.get("Ready"), T0);

        var lostAgain = Conditions.after(ready, STATES.get("Lost"), T1);

        assertThat(lostAgain.getLast())
                .isEqualTo(new Condition(
                        Conditions.REPLACED, Status.FALSE, "Asked", "Another endpoint is being asked for.", T1));
    }

    private static @Nullable String in(List<Condition> stated, String type) {
        return stated.stream()
                .filter(condition -> condition.type().equals(type))
                .map(condition -> condition.status() + " " + condition.reason())
                .findFirst()
                .orElse(null);
    }
}
