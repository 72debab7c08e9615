package io.keyward.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.telemetry.Span.Kind;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Steps as a collector reads them, and the header that they go by. */
class OtlpJsonTest {
    private static final String HEADER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void writesStepsAsOtlpHasThem() {
        var parent = TraceParent.of(HEADER).orElseThrow();
        var step = parent.next();
        var span = new Span(
                step,
                Optional.of(parent.spanId()),
                "handle keyward.key.revoked.v1",
                Kind.CONSUMER,
                Instant.ofEpochSecond(1, 2),
                Instant.ofEpochSecond(3),
                Map.of("messaging.system", "kafka"),
                true);

        assertThat(OtlpJson.encode("some-service", List.of(span)))
                .isEqualTo(new JsonObject("""
                        {"resourceSpans": [{
                          "resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "some-service"}}]},
                          "scopeSpans": [{"scope": {"name": "keyward"}, "spans": [{
                            "traceId": "0af7651916cd43dd8448eb211c80319c", "spanId": "%s", "parentSpanId": "b7ad6b7169203331",
                            "name": "handle keyward.key.revoked.v1", "kind": 5,
                            "startTimeUnixNano": "1000000002", "endTimeUnixNano": "3000000000",
                            "attributes": [{"key": "messaging.system", "value": {"stringValue": "kafka"}}],
                            "status": {"code": 2}}]}]}]}
                        """.formatted(step.spanId())));
    }

    @Test
    void followsATraceAndBeginsOne() {
        var given = TraceParent.of(HEADER).orElseThrow();

        assertThat(given.header()).isEqualTo(HEADER);
        assertThat(given.isRecorded()).isTrue();
        assertThat(given.next().traceId()).isEqualTo(given.traceId());
        assertThat(given.next().spanId()).isNotEqualTo(given.spanId());
        assertThat(TraceParent.of(TraceParent.first(true).header())
                        .orElseThrow()
                        .isRecorded())
                .isTrue();
        assertThat(TraceParent.of(TraceParent.first(false).header())
                        .orElseThrow()
                        .isRecorded())
                .isFalse();
        assertThat(TraceParent.of("01-xyz")).isEmpty();
        assertThat(TraceParent.of(HEADER.replace("-01", "-00")).orElseThrow().isRecorded())
                .isFalse();
    }
}
