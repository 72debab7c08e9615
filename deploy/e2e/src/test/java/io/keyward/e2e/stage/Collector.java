package io.keyward.e2e.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A collector of traces. It keeps those that somebody follows, and takes all others as well. */
public final class Collector implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Set<String> followed = ConcurrentHashMap.newKeySet();
    private final List<Step> steps = new CopyOnWriteArrayList<>();

    private Collector(HttpServer server) {
        this.server = server;
    }

    /**
     * A step of a trace.
     *
     * @param parent id of the step that caused it; empty for the first
     */
    public record Step(String traceId, String id, String parent, String service, String name) {}

    static Collector start() {
        try {
            Collector collector =
                    new Collector(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            collector.server.setExecutor(Executors.newSingleThreadExecutor(
                    task -> Thread.ofPlatform().name("collector").daemon().unstarted(task)));
            collector.server.createContext("/v1/traces", collector::take);
            collector.server.start();
            return collector;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the services have to be told to tell it. */
    Map<String, String> settings() {
        return Map.of(
                "keyward.tracing.endpoint",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on the steps of this trace are kept. */
    public void follow(String traceId) {
        followed.add(traceId);
    }

    public List<Step> of(String traceId) {
        return steps.stream().filter(step -> step.traceId().equals(traceId)).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            for (JsonNode resource : JSON.readTree(exchange.getRequestBody()).path("resourceSpans")) {
                String service =
                        resource.at("/resource/attributes/0/value/stringValue").asText();
                resource.at("/scopeSpans/0/spans").forEach(span -> keep(service, span));
            }
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void keep(String service, JsonNode span) {
        String traceId = span.path("traceId").asText();
        if (followed.contains(traceId)) {
            steps.add(new Step(
                    traceId,
                    span.path("spanId").asText(),
                    span.path("parentSpanId").asText(),
                    service,
                    span.path("name").asText()));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
