package io.keyward.telemetry;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import java.util.Optional;

/**
 * What the work at hand is about, and which trace it belongs to: a request, or an event from Kafka. It is kept in the locals of the Vert.x context that the work
 * is done on, and is gone with it; elsewhere nothing is kept, and nothing is known.
 */
public final class Work {
    /** Of requests and answers. */
    public static final String REQUEST_ID_HEADER = "X-Request-Id";

    private static final String PREFIX = "keyward.";
    private static final String TRACE = PREFIX + TraceParent.HEADER;

    private Work() {}

    /** Remembers that this is what the work is about. */
    public static void isAbout(LogField field, String value) {
        remember(PREFIX + field.text(), value);
    }

    /** What was remembered. */
    public static Optional<String> about(LogField field) {
        return remembered(PREFIX + field.text());
    }

    /** The step of a trace that the work is: what it causes comes after it. */
    public static Optional<TraceParent> step() {
        return remembered(TRACE);
    }

    static void isStep(TraceParent step) {
        remember(TRACE, step);
    }

    private static void remember(String name, Object value) {
        if (isOnOwnContext()) {
            ContextLocals.put(name, value);
        }
    }

    private static <T> Optional<T> remembered(String name) {
        return isOnOwnContext() ? ContextLocals.get(name) : Optional.empty();
    }

    private static boolean isOnOwnContext() {
        var context = Vertx.currentContext();
        return context != null && VertxContext.isDuplicatedContext(context);
    }
}
