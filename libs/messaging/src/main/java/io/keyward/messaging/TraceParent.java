package io.keyward.messaging;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * W3C trace context from what came in, an HTTP request or a Kafka record, to the events it causes. It travels with the Vert.x context that
 * the request or record is worked on.
 */
@ApplicationScoped
class TraceParent {
    static final String HEADER = "traceparent";

    private static final String LOCAL = "keyward.traceparent";
    private static final Pattern VALID = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int BEFORE_THE_ROUTES = 500;

    void takeFromRequests(@Observes Filters filters) {
        filters.register(TraceParent::takeFrom, BEFORE_THE_ROUTES);
    }

    private static void takeFrom(RoutingContext request) {
        remember(request.request().getHeader(HEADER));
        request.next();
    }

    static void takeFrom(ConsumerRecord<?, ?> record) {
        Header header = record.headers().lastHeader(HEADER);
        remember(header == null ? null : new String(header.value(), StandardCharsets.US_ASCII));
    }

    /** The trace that the work at hand belongs to. */
    static Optional<String> current() {
        return isOnOwnContext() ? ContextLocals.get(LOCAL) : Optional.empty();
    }

    private static void remember(@Nullable String value) {
        if (value != null && VALID.matcher(value).matches() && isOnOwnContext()) {
            ContextLocals.put(LOCAL, value);
        }
    }

    private static boolean isOnOwnContext() {
        var context = Vertx.currentContext();
        return context != null && VertxContext.isDuplicatedContext(context);
    }
}
