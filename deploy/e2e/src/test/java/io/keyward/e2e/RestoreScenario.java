package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.local.chaos.restore.RestoreTrial;
import io.keyward.testkit.Rule;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** {@code ./keyward chaos restore}, on a stack of its own. */
@Execution(ExecutionMode.CONCURRENT)
class RestoreScenario {

    @Test
    @Rule({"P1", "P2", "P3"})
    void whoeverIsRestoredFromABackupAgreesWithAllOthersAgain() {
        // Given
        StringWriter told = new StringWriter();

        // When
        boolean well = new RestoreTrial(new PrintWriter(told)).run();

        // Then
        assertThat(well).as(told.toString()).isTrue();
    }
}
