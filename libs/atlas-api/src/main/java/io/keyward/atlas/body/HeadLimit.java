package io.keyward.atlas.body;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.error.ErrorResponses;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Refuses addresses and headers that are too large, with 414 and 431. The HTTP server itself takes more than that, because what it refuses
 * is answered without a body.
 */
@ApplicationScoped
class HeadLimit {
    private static final int BEFORE_EVERYTHING = 1001;
    private static final int MAX_LINE = 4 * 1024;
    private static final int MAX_HEADERS = 16 * 1024;
    private static final int BETWEEN_NAME_AND_VALUE = 4;

    private final ErrorResponses responses;

    HeadLimit(ErrorResponses responses) {
        this.responses = responses;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_EVERYTHING);
    }

    private void check(RoutingContext request) {
        if (request.request().uri().length() > MAX_LINE) {
            responses.end(request, Refusal.of(ErrorCode.URI_TOO_LONG, MAX_LINE));
        } else if (headersOf(request.request()) > MAX_HEADERS) {
            responses.end(request, Refusal.of(ErrorCode.REQUEST_HEADERS_TOO_LARGE, MAX_HEADERS));
        } else {
            request.next();
        }
    }

    private static long headersOf(HttpServerRequest request) {
        return request.headers().entries().stream()
                .mapToLong(
                        header -> header.getKey().length() + header.getValue().length() + BETWEEN_NAME_AND_VALUE)
                .sum();
    }
}
