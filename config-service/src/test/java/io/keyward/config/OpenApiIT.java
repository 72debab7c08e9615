package io.keyward.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.access.ServedOperations;
import io.keyward.atlas.version.ResourceCatalog;
import io.keyward.testkit.DocumentedOperations;
import io.keyward.testkit.Engines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The document at {@code /q/openapi} says what is served, in which versions and to whom. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class OpenApiIT {
    /** Managing access is being built, and described when it stands. */
    private static final Pattern UNDER_WAY =
            Pattern.compile("/api/oauth|/orgs|/signingKeys|/apiKeys|/serviceAccounts|/byName|/flexClusters|/v2 ");

    @TestHTTPResource("/q/openapi?format=json")
    URL document;

    @Inject
    ResourceCatalog catalog;

    @Test
    void describesEveryOperationAndNoOther() {
        assertThat(DocumentedOperations.of(document))
                .containsExactlyElementsOf(ServedOperations.of(catalog).stream()
                        .filter(operation -> !UNDER_WAY.matcher(operation).find())
                        .toList());
    }
}
