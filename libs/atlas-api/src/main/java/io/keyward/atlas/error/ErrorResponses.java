package io.keyward.atlas.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** Writes refusals: as the response of a resource, or straight to the wire when no resource was reached. */
@ApplicationScoped
public class ErrorResponses {
    private static final Logger LOG = Logger.getLogger(ErrorResponses.class);
    private static final String ERROR_CODE_HEADER = "X-Error-Code";
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(2);

    private final ObjectMapper json;

    ErrorResponses(ObjectMapper json) {
        this.json = json;
    }

    /** The refusal as a response of JAX-RS. */
    public Response of(Refusal refusal) {
        Response.ResponseBuilder response =
                Response.status(refusal.code().status()).type(MediaType.APPLICATION_JSON_TYPE);
        headers(refusal).forEach(response::header);
        return response.entity(ErrorBody.of(refusal)).build();
    }

    /** Ends a request that never reaches JAX-RS. */
    public void end(RoutingContext request, Refusal refusal) {
        HttpServerResponse response =
                request.response().setStatusCode(refusal.code().status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        headers(refusal).forEach(response::putHeader);
        response.end(text(refusal)).onFailure(failure -> LOG.debug("The client left before it was answered", failure));
        drain(request);
    }

    /**
     * Reads on for a while what nobody needs. Closing a connection on which data is still arriving resets it, and the client may lose the
     * answer; not reading leaves a connection that is kept alive stuck.
     */
    private static void drain(RoutingContext request) {
        HttpServerRequest unread = request.request();
        if (unread.isEnded()) {
            return;
        }
        long limit = request.vertx().setTimer(DRAIN_LIMIT.toMillis(), timer -> unread.connection()
                .close()
                .onFailure(failure -> LOG.debug("The connection was closed already", failure)));
        unread.handler(data -> {}).endHandler(end -> request.vertx().cancelTimer(limit));
        unread.resume();
    }

    private String text(Refusal refusal) {
        try {
            return json.writeValueAsString(ErrorBody.of(refusal));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An error body is always JSON.", e);
        }
    }

    private static Map<String, String> headers(Refusal refusal) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(ERROR_CODE_HEADER, refusal.code().name());
        refusal.retryAfter().ifPresent(delay -> headers.put(HttpHeaders.RETRY_AFTER, seconds(delay)));
        if (refusal.code() == ErrorCode.REQUEST_TOO_LARGE) {
            // The rest of the body is still on its way and nobody will read it.
            headers.put("Connection", "close");
        }
        return headers;
    }

    private static String seconds(Duration delay) {
        return Long.toString(Math.max(1, delay.toSeconds()));
    }
}
