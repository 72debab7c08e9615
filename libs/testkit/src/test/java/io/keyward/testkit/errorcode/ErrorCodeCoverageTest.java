package io.keyward.testkit.errorcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorCodeCoverageTest {
    private static final FileTime ALWAYS = FileTime.fromMillis(0);

    @TempDir
    Path root;

    @BeforeEach
    void aPageOfTwoCodes() throws IOException {
        Files.createDirectories(root.resolve("docs"));
        Files.writeString(
                root.resolve("docs/errors.md"),
                "| Status | Code | Detail |\n|---|---|---|\n| 400 | `BAD_REQUEST` | No. |\n| 404 | `NOT_FOUND2` | Not. | Look. |\n");
    }

    @Test
    void isCompleteWhenEveryCodeWasSeenSomewhere() throws IOException {
        // Given
        see("one-service", 1, "BAD_REQUEST");
        see("libs/other", 2, "NOT_FOUND2", "BAD_REQUEST");

        // When
        ErrorCodeCoverage coverage = ErrorCodeCoverage.of(root, ALWAYS);

        // Then
        assertThat(coverage.isComplete()).isTrue();
        assertThat(coverage.report().strip()).isEqualTo("Error codes that tests were answered with over HTTP: 2 of 2.");
    }

    @Test
    void namesWhatWasNeverSeenAndWhatIsNotOnThePage() throws IOException {
        // Given
        see("one-service", 1, "BAD_REQUEST", "SECRET_CODE");

        // When
        ErrorCodeCoverage coverage = ErrorCodeCoverage.of(root, ALWAYS);

        // Then
        assertThat(coverage.isComplete()).isFalse();
        assertThat(coverage.report()).contains("1 of 2", "Never: NOT_FOUND2.", "Not in docs/errors.md: SECRET_CODE.");
    }

    @Test
    void whatEarlierRunsSawDoesNotCount() throws IOException {
        // Given
        FileTime began = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        Path old = see("one-service", 1, "BAD_REQUEST");
        Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2025-12-31T23:59:59Z")));
        see("one-service", 2, "NOT_FOUND2");

        // When
        ErrorCodeCoverage coverage = ErrorCodeCoverage.of(root, began);

        // Then
        assertThat(coverage.report()).contains("1 of 2", "Never: BAD_REQUEST.");
    }

    private Path see(String module, int process, String... codes) throws IOException {
        Path folder = Files.createDirectories(root.resolve(module).resolve("target/error-codes"));
        return Files.writeString(folder.resolve(process + ".txt"), String.join("\n", codes) + "\n");
    }
}
