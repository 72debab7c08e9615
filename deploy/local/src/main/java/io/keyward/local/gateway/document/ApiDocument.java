package io.keyward.local.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpResponseExpectation;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/** The document of the whole API. Asked of the services each time: they are next door, and may have been started anew. */
public final class ApiDocument {
    private static final String AT_SERVICE = "/q/openapi?format=json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Supplier<Future<HttpClientRequest>>> services;

    /** @param services begin a request to each, in the order in which they come in the document */
    public ApiDocument(List<Supplier<Future<HttpClientRequest>>> services) {
        this.services = List.copyOf(services);
    }

    /** The document; fails when a service cannot be reached, or when their documents do not go together. */
    public Future<Buffer> as(DocumentForm form) {
        return Future.all(services.stream().map(ApiDocument::ask).toList())
                .map(asked -> form.write(JoinedDocument.of(asked.<JsonNode>list())));
    }

    private static Future<JsonNode> ask(Supplier<Future<HttpClientRequest>> service) {
        return service.get()
                .compose(request ->
                        request.setMethod(HttpMethod.GET).setURI(AT_SERVICE).send())
                .expecting(HttpResponseExpectation.SC_OK)
                .compose(HttpClientResponse::body)
                .map(ApiDocument::read);
    }

    private static JsonNode read(Buffer json) {
        try {
            return JSON.readTree(json.getBytes());
        } catch (IOException e) {
            throw new IllegalStateException("a service's document is not JSON", e);
        }
    }
}
