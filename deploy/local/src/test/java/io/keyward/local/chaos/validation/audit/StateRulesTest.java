package io.keyward.local.chaos.validation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.local.chaos.validation.audit.StateRules.Found;
import io.keyward.local.chaos.validation.audit.StateRules.Project;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateRulesTest {

    @ParameterizedTest
    @CsvSource({
        // key away, paused by hand, state, shown as paused, what it does, right
        "false, false, IDLE, false, RUNNING, true",
        "false, false, IDLE, true, STOPPED, false",
        "false, false, IDLE, false, STOPPED, false",
        "false, false, CREATING, false, RUNNING, false",
        "true, false, IDLE, true, STOPPED, true",
        "true, false, IDLE, false, RUNNING, false",
        "true, false, IDLE, true, RUNNING, false",
        "false, true, IDLE, true, STOPPED, true",
        "false, true, IDLE, false, RUNNING, false",
        "true, true, IDLE, true, STOPPED, true",
        "true, true, UPDATING, true, STOPPED, false",
        "true, true, IDLE, true, unknown, false",
    })
    void aClusterRunsIfNothingHoldsIt(
            boolean away, boolean byHand, String state, boolean paused, String actual, boolean right) {
        var project = new Project("g", away, Map.of("one", byHand));

        assertThat(StateRules.audit(project, List.of(new Found("one", state, paused, actual))))
                .hasSize(right ? 0 : 1);
    }

    @Test
    void whatIsWantedIsThereAndNothingElse() {
        // Given
        var project = new Project("g", false, Map.of("wanted", false));

        // When
        List<String> findings = StateRules.audit(project, List.of(new Found("other", "IDLE", false, "RUNNING")));

        // Then
        assertThat(findings).hasSize(2);
        assertThat(findings).anyMatch(finding -> finding.contains("other: nobody wants it"));
        assertThat(findings).anyMatch(finding -> finding.contains("wanted: it is wanted, and not there"));
    }
}
