package io.keyward.local.gateway;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the gateway itself answers, in the shape of every error of the API. */
enum EdgeError {
    NO_ROUTE(404, "RESOURCE_NOT_FOUND", "Nothing is served at this path."),
    BAD_PATH(
            400,
            "BAD_REQUEST",
            "The path or query of the request is not a valid one: what may not stand in an address is written as a percent sign and two hexadecimal digits."),
    BAD_REQUEST(400, "BAD_REQUEST", "The request is not valid HTTP."),
    URI_TOO_LONG(414, "URI_TOO_LONG", "The first line of the request is too long."),
    HEADERS_TOO_LARGE(431, "REQUEST_HEADERS_TOO_LARGE", "The headers of the request are too large."),
    UNEXPECTED(
            500,
            "UNEXPECTED_ERROR",
            "The gateway failed at the request for a reason of its own; its log says why. Try again later. If it stays, tell the operators when it was and what was asked."),
    UNREACHABLE(
            503,
            "SERVICE_UNAVAILABLE",
            "The service behind this path cannot be reached at the moment. Try again in a few seconds.");

    private static final int UNREACHABLE_STATUS = 503;
    private static final String RETRY_AFTER_SECONDS = "2";

    private final int status;
    private final String code;
    private final String detail;

    EdgeError(int status, String code, String detail) {
        this.status = status;
        this.code = code;
        this.detail = detail;
    }

    /** Answers a request that is not proxied. */
    void answer(HttpServerResponse response) {
        response.setStatusCode(status).headers().addAll(headers());
        response.end(body()).onFailure(gone -> response.reset());
    }

    /** Answers in place of the service. */
    ProxyResponse answer(ProxyResponse response) {
        headers().forEach(response::putHeader);
        return response.setStatusCode(status).setBody(Body.body(body()));
    }

    private Map<String, String> headers() {
        Map<String, String> always = Map.of("Content-Type", "application/json", "X-Error-Code", code);
        return status == UNREACHABLE_STATUS ? withRetryAfter(always) : always;
    }

    private static Map<String, String> withRetryAfter(Map<String, String> headers) {
        Map<String, String> more = new HashMap<>(headers);
        more.put("Retry-After", RETRY_AFTER_SECONDS);
        return more;
    }

    private Buffer body() {
        return new JsonObject()
                .put("detail", detail)
                .put("error", status)
                .put("errorCode", code)
                .put("parameters", List.of())
                .put("reason", HttpResponseStatus.valueOf(status).reasonPhrase())
                .toBuffer();
    }
}
