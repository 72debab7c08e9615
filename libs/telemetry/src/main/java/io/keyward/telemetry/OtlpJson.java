package io.keyward.telemetry;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Steps of traces as OTLP has them in JSON. */
final class OtlpJson {
    private static final int ERROR = 2;
    private static final long NANOS = 1_000_000_000L;

    private OtlpJson() {}

    static JsonObject encode(String service, Collection<Span> spans) {
        JsonArray encoded = new JsonArray();
        spans.forEach(span -> encoded.add(encode(span)));
        JsonObject scope = new JsonObject()
                .put("scope", new JsonObject().put("name", "keyward"))
                .put("spans", encoded);
        JsonObject resource = new JsonObject()
                .put("resource", new JsonObject().put("attributes", attributes(Map.of("service.name", service))))
                .put("scopeSpans", new JsonArray().add(scope));
        return new JsonObject().put("resourceSpans", new JsonArray().add(resource));
    }

    private static JsonObject encode(Span span) {
        JsonObject encoded = new JsonObject()
                .put("traceId", span.step().traceId())
                .put("spanId", span.step().spanId())
                .put("name", span.name())
                .put("kind", span.kind().number())
                .put("startTimeUnixNano", nanos(span.began()))
                .put("endTimeUnixNano", nanos(span.ended()))
                .put("attributes", attributes(span.attributes()))
                .put("status", span.failed() ? new JsonObject().put("code", ERROR) : new JsonObject());
        span.parent().ifPresent(parent -> encoded.put("parentSpanId", parent));
        return encoded;
    }

    /** In text, as OTLP wants numbers of 64 bits. */
    private static String nanos(Instant time) {
        return Long.toString(time.getEpochSecond() * NANOS + time.getNano());
    }

    private static JsonArray attributes(Map<String, String> values) {
        JsonArray attributes = new JsonArray();
        values.forEach((name, value) -> attributes.add(
                new JsonObject().put("key", name).put("value", new JsonObject().put("stringValue", value))));
        return attributes;
    }
}
