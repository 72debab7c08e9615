package io.keyward.telemetry;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A step of a trace that has ended.
 *
 * @param parent the step that caused it; empty for the first
 * @param attributes by the names of OpenTelemetry's conventions
 * @param failed whether it is a failure of ours
 */
record Span(
        TraceParent step,
        Optional<String> parent,
        String name,
        Kind kind,
        Instant began,
        Instant ended,
        Map<String, String> attributes,
        boolean failed) {

    /** What a step is; the numbers are OTLP's. */
    enum Kind {
        SERVER(2),
        CONSUMER(5);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }
}
