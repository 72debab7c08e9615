package io.keyward.simulator.azure.control;

import io.keyward.simulator.control.ControlRoutes;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How bodies of control requests are read. */
final class Bodies {

    private Bodies() {}

    /** The body, or what goes for none. */
    static <T> T read(RoutingContext request, Class<T> type, T otherwise) {
        String body = request.body().asString();
        return body == null || body.isBlank() ? otherwise : ControlRoutes.body(request, type);
    }

    /** A time as ISO-8601 has it; null is none. */
    static @Nullable Instant time(@Nullable String written) {
        return written == null ? null : Instant.parse(written);
    }

    static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    static <T> T or(@Nullable T value, T otherwise) {
        return Objects.requireNonNullElse(value, otherwise);
    }
}
