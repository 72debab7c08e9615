package io.keyward.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleCoverageTest {
    @TempDir
    Path root;

    @Test
    void tellsProvedFailedAndUntestedRulesApart() throws Exception {
        // Given
        Files.createDirectories(root.resolve("docs"));
        Files.writeString(
                root.resolve("docs/rules.md"),
                "| A1 | Owner only | 0 |\n| A2 | Active only | 0 |\n| A10 | Last | + |\n");
        Path results = Files.createDirectories(root.resolve("some-service/target/rules"));
        Files.writeString(
                results.resolve("io.keyward.SomeTest.txt"), "A1 passed works\nA2 passed works\nA2 failed breaks\n");

        // When
        String table = RuleCoverage.of(root);

        // Then
        assertThat(table)
                .contains("A1   passing   1/1   Owner only")
                .contains("A2   FAILED    1/2   Active only")
                .contains("failed: SomeTest.breaks")
                .contains("1 of 3 rules have passing tests, for as much of them as is built. None yet: A2 A10");
    }
}
