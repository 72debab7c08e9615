package io.keyward.validation.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The page that operators read: each cloud's answers are printed into it. */
public final class AnswerPage {
    private static final Path PAGE = Path.of("..", "docs", "operations", "verdicts.md");
    private static final String BEGIN = "<!-- printed from %sAnswers by its tests; do not edit by hand -->\n";
    private static final String END = "<!-- end of what is printed -->\n";

    private AnswerPage() {}

    /** Prints the rows where they belong, and fails in a build that must not change anything when they were not there. */
    public static void print(String cloud, List<AnswerRow> rows) throws IOException {
        var page = Files.readString(PAGE);
        var begin = BEGIN.formatted(cloud);
        int from = page.indexOf(begin) + begin.length();
        assertThat(page).contains(begin);
        var printed = page.substring(0, from) + AnswerRow.print(cloud, rows) + page.substring(page.indexOf(END, from));
        if (!"true".equals(System.getenv("CI"))) {
            Files.writeString(PAGE, printed);
        }
        assertThat(PAGE).hasContent(printed);
    }
}
