package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.local.chaos.validation.ValidationChaos;
import io.keyward.local.chaos.validation.ValidationChaos.Limit;
import io.keyward.testkit.Rule;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The short form of {@code ./keyward chaos validation}, on a stack of its own: every blow and act follows from the seed, and what comes of them is awaited. */
@Execution(ExecutionMode.CONCURRENT)
class ChaosScenario {
    private static final long SEED = 136;
    private static final int PROJECTS = 6;
    private static final Limit SHORT = Limit.rounds(2);

    @Test
    @Rule({"P1", "P2", "P3", "V2", "V3", "V4", "N3", "N5"})
    void whateverIsKilledAndFrozenNoClusterIsWrongedAndNobodyLeftUntold() {
        // Given
        StringWriter told = new StringWriter();

        // When
        boolean well = new ValidationChaos(new PrintWriter(told), SEED, PROJECTS, SHORT).run();

        // Then
        assertThat(well).as(told.toString()).isTrue();
    }
}
