package io.keyward.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.access.ServedOperations;
import io.keyward.atlas.version.ResourceCatalog;
import io.keyward.endpoint.support.ConfigService;
import io.keyward.testkit.DocumentedOperations;
import io.keyward.testkit.Engines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import org.junit.jupiter.api.Test;

/** The document at {@code /q/openapi} says what is served, in which versions and to whom. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(ConfigService.class)
class OpenApiIT {
    @TestHTTPResource("/q/openapi?format=json")
    URL document;

    @Inject
    ResourceCatalog catalog;

    @Test
    void describesEveryOperationAndNoOther() {
        assertThat(DocumentedOperations.of(document)).containsExactlyElementsOf(ServedOperations.of(catalog));
    }
}
