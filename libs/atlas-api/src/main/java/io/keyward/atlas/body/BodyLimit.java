package io.keyward.atlas.body;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.error.ErrorResponses;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses bodies that are too large with 413: announced ones before anything else happens to the request, unannounced (chunked) ones when
 * they turn out to be.
 */
@ApplicationScoped
public class BodyLimit {
    private static final int BEFORE_EVERYTHING = 1000;
    private static final int MAX_LIMIT = 1 << 20;

    private final int limit;
    private final ErrorResponses responses;

    BodyLimit(HttpConfig config, ErrorResponses responses) {
        long configured = config.bodyLimit().asLongValue();
        if (configured < 1 || configured > MAX_LIMIT) {
            throw new IllegalStateException("keyward.http.body-limit must be between 1 byte and 1M.");
        }
        this.limit = (int) configured;
        this.responses = responses;
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuseAnnounced, BEFORE_EVERYTHING);
    }

    /** The whole of {@code body}, or a {@link Refusal} as soon as it proves too large. */
    byte[] readWithin(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw tooLarge();
        }
        return bytes;
    }

    private void refuseAnnounced(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || isWithin(length)) {
            request.next();
        } else {
            responses.end(request, tooLarge());
        }
    }

    private boolean isWithin(String length) {
        try {
            return Long.parseLong(length) <= limit;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private Refusal tooLarge() {
        return Refusal.of(ErrorCode.REQUEST_TOO_LARGE, limit);
    }
}
