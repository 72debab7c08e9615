package io.keyward.atlas.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Serves the OpenAPI document as the build finished it, as YAML, or as JSON for whoever asks for that with {@code ?format=json} or {@code Accept}. It is read when
 * it is asked for: Quarkus would read it at each start to write it down in both forms, which took a quarter of the start of a service (ADR 0069).
 */
@ApplicationScoped
class DocumentRoute {
    private static final String PATH = "/q/openapi";
    private static final String FINISHED = "META-INF/quarkus-generated-openapi-doc.YAML";

    /** Before the route of Quarkus, which has no document to show: its copy is left out of the archive. */
    private static final int FIRST = -1;

    private final Vertx vertx;

    DocumentRoute(Vertx vertx) {
        this.vertx = vertx;
    }

    void register(@Observes Router router) {
        router.get(PATH).order(FIRST).handler(this::serve);
    }

    private void serve(RoutingContext asked) {
        boolean json = isJson(asked);
        vertx.executeBlocking(() -> json ? json() : yaml())
                .onFailure(asked::fail)
                .onSuccess(document -> asked.response()
                        .putHeader("Content-Type", "application/" + (json ? "json" : "yaml") + ";charset=UTF-8")
                        .end(Buffer.buffer(document)));
    }

    private static boolean isJson(RoutingContext asked) {
        String format = asked.request().getParam("format");
        String accepted = Objects.requireNonNullElse(asked.request().getHeader("Accept"), "");
        return format == null ? accepted.startsWith("application/json") : format.equalsIgnoreCase("json");
    }

    private static byte[] json() throws IOException {
        var document = new ObjectMapper(new YAMLFactory()).readTree(yaml());
        return new ObjectMapper().writeValueAsBytes(document);
    }

    private static byte[] yaml() {
        try (InputStream document =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(FINISHED)) {
            return Objects.requireNonNull(document, FINISHED).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
