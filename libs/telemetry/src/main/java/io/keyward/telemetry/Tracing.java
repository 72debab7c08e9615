package io.keyward.telemetry;

import io.keyward.telemetry.Span.Kind;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Steps of traces: requests that are answered, events that are handled. The trace that something came with, or begins, goes on to whatever it causes, by the
 * locals of its context ({@link Work#step}); a step of its own in it is made only where there is a collector to tell of it.
 */
@ApplicationScoped
public class Tracing {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");

    private final TracingConfig config;
    private final SpanExporter exporter;
    private volatile boolean on;

    Tracing(TracingConfig config, SpanExporter exporter) {
        this.config = config;
        this.exporter = exporter;
    }

    void onStart(@Observes StartupEvent start) {
        config.endpoint().ifPresent(collector -> {
            exporter.start(collector);
            on = true;
        });
    }

    /** A record from Kafka is being handled. What is returned, if anything, is told of the end of it; true says that it failed. */
    public Optional<Consumer<Boolean>> handling(String topic, String type, Optional<String> parent) {
        Optional<TraceParent> before = parent.flatMap(TraceParent::of);
        return begin(before)
                .map(step -> recorder(
                        step,
                        before,
                        Kind.CONSUMER,
                        "handle " + type,
                        Map.of("messaging.system", "kafka", "messaging.destination.name", topic)));
    }

    /** A request is being answered; as {@link #handling}. */
    Optional<Consumer<Boolean>> answering(String method, String path, Optional<String> parent) {
        Optional<TraceParent> before = parent.flatMap(TraceParent::of);
        return begin(before)
                .map(step -> recorder(
                        step,
                        before,
                        Kind.SERVER,
                        method + " " + ID.matcher(path).replaceAll("{id}"),
                        Map.of("http.request.method", method)));
    }

    /** The step that is to be recorded, if it is. Where nobody is told of steps, what is caused comes after the one that caused this. */
    private Optional<TraceParent> begin(Optional<TraceParent> before) {
        TraceParent step = before.map(parent -> on ? parent.next() : parent).orElseGet(() -> TraceParent.first(on));
        Work.isStep(step);
        return Optional.of(step).filter(one -> on && one.isRecorded());
    }

    private Consumer<Boolean> recorder(
            TraceParent step, Optional<TraceParent> before, Kind kind, String name, Map<String, String> attributes) {
        Instant began = Instant.now();
        return failed -> exporter.add(
                new Span(step, before.map(TraceParent::spanId), name, kind, began, Instant.now(), attributes, failed));
    }
}
