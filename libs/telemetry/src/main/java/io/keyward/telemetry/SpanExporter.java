package io.keyward.telemetry;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Carries steps to the collector, some at a time. What it does not take is lost: traces are a help, and hold nothing up. */
@ApplicationScoped
class SpanExporter {
    private static final Logger LOG = Logger.getLogger(SpanExporter.class);
    private static final int MOST_WAITING = 4096;
    private static final int AT_ONCE = 512;
    private static final long EVERY_MILLIS = 1000;
    private static final long LIMIT_MILLIS = 5000;

    private final Vertx vertx;
    private final String service;
    private final Queue<Span> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger many = new AtomicInteger();
    private @Nullable HttpClient client;
    private long timer;

    SpanExporter(Vertx vertx, Config config) {
        this.vertx = vertx;
        this.service = config.getOptionalValue("quarkus.application.name", String.class)
                .orElse("keyward");
    }

    /** From now on it sends what it is given, to {@code collector}. */
    void start(URI collector) {
        HttpClient sender = vertx.createHttpClient();
        String url = collector.toString().replaceAll("/$", "") + "/v1/traces";
        client = sender;
        timer = vertx.setPeriodic(EVERY_MILLIS, tick -> send(sender, url));
    }

    void add(Span span) {
        if (many.incrementAndGet() > MOST_WAITING) {
            many.decrementAndGet();
        } else {
            waiting.add(span);
        }
    }

    private void send(HttpClient sender, String url) {
        List<Span> some = take();
        if (!some.isEmpty()) {
            var options = new RequestOptions()
                    .setMethod(HttpMethod.POST)
                    .setAbsoluteURI(url)
                    .setTimeout(LIMIT_MILLIS)
                    .putHeader("Content-Type", "application/json");
            var body = OtlpJson.encode(service, some).toBuffer();
            sender.request(options)
                    .compose(request -> request.send(body))
                    .onFailure(failure -> LOG.debugf("%d steps of traces are lost: %s", some.size(), failure));
        }
    }

    private List<Span> take() {
        List<Span> some = new ArrayList<>();
        for (Span span = waiting.poll(); span != null; span = some.size() < AT_ONCE ? waiting.poll() : null) {
            some.add(span);
        }
        many.addAndGet(-some.size());
        return some;
    }

    void stop(@Observes ShutdownEvent end) {
        HttpClient sender = client;
        if (sender != null) {
            vertx.cancelTimer(timer);
            sender.close();
        }
    }
}
