package io.keyward.local.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpResponseExpectation;
import java.io.IOException;
import java.util.List;

/** The document of the whole API. Asked of the services each time: they are next door, and may have been started anew. */
public final class ApiDocument {
    private static final String AT_SERVICE = "/q/openapi?format=json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final String host;
    private final List<Integer> ports;

    /** @param ports of the services at {@code host}, in the order in which they come in the document */
    public ApiDocument(HttpClient http, String host, List<Integer> ports) {
        this.http = http;
        this.host = host;
        this.ports = ports;
    }

    /** The document; fails when a service cannot be reached, or when their documents do not go together. */
    public Future<Buffer> as(DocumentForm form) {
        return Future.all(ports.stream().map(this::ask).toList())
                .map(asked -> form.write(JoinedDocument.of(asked.<JsonNode>list())));
    }

    private Future<JsonNode> ask(int port) {
        return http.request(HttpMethod.GET, port, host, AT_SERVICE)
                .compose(HttpClientRequest::send)
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
