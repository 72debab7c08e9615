package io.keyward.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/operations/logs.md} has the fields of {@link LogField}: written where people work, checked in CI. */
class LogsPageTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "operations", "logs.md");
    private static final String BEGIN = "<!-- printed from LogField by its tests; do not edit by hand -->\n\n";
    private static final String END = "\n<!-- end of what is printed -->";

    @Test
    void thePageHasEveryField() throws IOException {
        String page = Files.readString(PAGE);
        String wanted = page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                + "| `mdc.…` | |\n|---|---|\n"
                + Arrays.stream(LogField.values())
                        .map(field -> "| `%s` | %s |\n".formatted(field.text(), field.meaning()))
                        .collect(Collectors.joining())
                + page.substring(page.indexOf(END));
        if (!"true".equals(System.getenv("CI"))) {
            Files.writeString(PAGE, wanted);
        }
        assertThat(PAGE).hasContent(wanted);
    }
}
