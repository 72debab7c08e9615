package io.keyward.e2e.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/operations/access.md} is printed from the table: written where people work, checked in CI. */
class AccessPageTest {
    private static final Path DOCUMENT = Path.of("..", "..", "docs", "operations", "access.md");
    private static final String INTRODUCTION = """
            # Who may do what

            Printed from `AccessTable` in `deploy/e2e` by its tests, which also call every operation as every kind of caller; do not edit by hand.

            - **API keys** prove themselves by HTTP Digest, **service accounts** by a bearer token from `/api/oauth/token` that lives for an hour.
              Both hold roles in their organization and in its projects. No role in an organization gives a role in a project.
            - **Operators** run the installation. They come with a token of an identity provider of their own, when one is configured
              (`keyward.access.operators.*`), and see nothing of a tenant's projects.
            - **Drivers** run the databases, and report what they saw of them.

            A request is refused in this order: 401 when it is not known who sent it, 403 when the credential may not be used from its address
            (`IP_ADDRESS_NOT_ON_WHITELIST`, `ORG_REQUIRES_WHITELIST`), 404 when the project or organization is not the caller's to see
            (`GROUP_NOT_FOUND`, `ORG_NOT_FOUND`), 429 when there were too many, then for its version and body, and 403 `ACCESS_FORBIDDEN`
            when a role is missing, which the detail names. The owner of an organization who is not in a project is told 403, not 404.

            | Operation | Needs |
            |---|---|
            """;

    @Test
    void thePageHasEveryOperation() throws IOException {
        if (!"true".equals(System.getenv("CI"))) {
            Files.writeString(DOCUMENT, page());
        }
        assertThat(DOCUMENT).hasContent(page());
    }

    private static String page() {
        return AccessTable.operations().stream()
                .map(operation -> "| `%s` | %s |\n"
                        .formatted(operation.name(), operation.needs().inWords()))
                .collect(Collectors.joining("", INTRODUCTION, ""));
    }
}
