package io.keyward.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/errors.md} is printed from the table: written where people work, checked in CI. */
class ErrorsDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "..", "docs", "errors.md");
    private static final String INTRODUCTION = """
            # Error codes

            Printed from `ErrorCode` in `libs/atlas-api` by its tests; do not edit by hand.

            Every refusal has a body `{detail, error, errorCode, parameters, reason}`, sometimes `badRequestDetail.fields`, and the code in the header
            `X-Error-Code`. Codes are an API: clients branch on them, and they are never renamed. The detail is what is said where a case has nothing
            more exact to say; `…` stands for a parameter. 400, 404 and 409 change nothing and stay the same until something else changes; 429 and 503 come with
            `Retry-After`. Whoever is not authenticated at all gets 401 in the shape that Digest clients know, without a header.

            | Status | Code | Detail | What to do |
            |---|---|---|---|
            """;

    @Test
    void thePageHasEveryCode() throws IOException {
        if (!"true".equals(System.getenv("CI"))) {
            Files.writeString(DOCUMENT, page());
        }
        assertThat(DOCUMENT).hasContent(page());
    }

    private static String page() {
        return Arrays.stream(ErrorCode.values())
                .sorted(Comparator.comparingInt(ErrorCode::status).thenComparing(ErrorCode::name))
                .map(code -> "| %d | `%s` | %s | %s |\n"
                        .formatted(code.status(), code, code.detail().replace("%s", "…"), code.advice()))
                .collect(Collectors.joining("", INTRODUCTION, ""));
    }
}
