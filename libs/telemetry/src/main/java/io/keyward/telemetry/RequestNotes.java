package io.keyward.telemetry;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Begins each request's step of a trace, and gives it an id: its client's own if it came with one, else that of the trace, by which it is found in all services.
 * The answer says it, so that whoever asks why can be answered from the log.
 */
@ApplicationScoped
class RequestNotes {
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern GROUP = Pattern.compile("/groups/([0-9a-f]{24})(?:/|$)");
    private static final int BEFORE_ALL_OTHERS = 3000;
    private static final int OUR_FAULT = 500;

    private final Tracing tracing;

    RequestNotes(Tracing tracing) {
        this.tracing = tracing;
    }

    void register(@Observes Filters filters) {
        filters.register(this::note, BEFORE_ALL_OTHERS);
    }

    private void note(RoutingContext request) {
        String path = Optional.ofNullable(request.request().path()).orElse("");
        if (!path.startsWith("/q/")) {
            trace(request, path);
            identify(request, path);
        }
        request.next();
    }

    private void trace(RoutingContext request, String path) {
        tracing.answering(
                        request.request().method().name(),
                        path,
                        Optional.ofNullable(request.request().getHeader(TraceParent.HEADER)))
                .ifPresent(end -> request.addEndHandler(
                        answered -> end.accept(request.response().getStatusCode() >= OUR_FAULT || answered.failed())));
    }

    private static void identify(RoutingContext request, String path) {
        Optional.ofNullable(request.request().getHeader(Work.REQUEST_ID_HEADER))
                .filter(sent -> VALID.matcher(sent).matches())
                .or(() -> Work.step().map(TraceParent::traceId))
                .ifPresent(id -> {
                    request.response().putHeader(Work.REQUEST_ID_HEADER, id);
                    Work.isAbout(LogField.REQUEST_ID, id);
                });
        Matcher group = GROUP.matcher(path);
        if (group.find()) {
            Work.isAbout(LogField.GROUP_ID, group.group(1));
        }
    }
}
