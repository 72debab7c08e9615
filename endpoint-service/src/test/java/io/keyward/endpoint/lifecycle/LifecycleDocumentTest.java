package io.keyward.endpoint.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/endpoint-lifecycle.md} is printed from the planner: written where people work, checked in CI. */
class LifecycleDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "endpoint-lifecycle.md");

    @Test
    void thePageSaysWhatIsDecided() throws IOException {
        var page = LifecycleDocument.page();
        if (!"true".equals(System.getenv("CI"))) {
            Files.writeString(DOCUMENT, page);
        }
        assertThat(DOCUMENT).hasContent(page);
    }
}
