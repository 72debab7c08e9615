package io.keyward.simulator.port;

import io.keyward.simulator.control.Disturbance;
import io.keyward.simulator.control.Weather;
import io.keyward.simulator.wire.HttpCall;
import io.keyward.simulator.world.Keeper;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Where requests of all clouds come in: each is read whole, disturbed if it is to be, and answered only when the answer is kept. */
public final class Port {

    private static final int MOST_BYTES = 1 << 20;

    private final Vertx vertx;
    private final Weather weather;
    private final Keeper keeper;

    public Port(Vertx vertx, Weather weather, Keeper keeper) {
        this.vertx = vertx;
        this.weather = weather;
        this.keeper = keeper;
    }

    /** Answers a request with what {@code exchange} makes of it. */
    public void receive(HttpServerRequest request, Function<HttpCall, Exchange> exchange) {
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() + chunk.length() > MOST_BYTES) {
                request.connection().close();
            } else {
                body.appendBuffer(chunk);
            }
        });
        request.endHandler(ignored -> serve(request, exchange.apply(read(request, body.getBytes()))));
    }

    private void serve(HttpServerRequest request, Exchange exchange) {
        if (!exchange.reachable()) {
            cut(request, exchange);
            return;
        }
        weather.strike(exchange::target)
                .ifPresentOrElse(
                        disturbance -> disturb(request, exchange.struckBy(disturbance.effect()), disturbance),
                        () -> reply(request, exchange, exchange.run()));
    }

    private void disturb(HttpServerRequest request, Exchange exchange, Disturbance disturbance) {
        switch (disturbance.when()) {
            case BEFORE -> before(request, exchange, disturbance);
            case AFTER -> {
                Response answer = exchange.run();
                keeper.keep()
                        .onSuccess(kept -> after(request, exchange, disturbance, answer))
                        .onFailure(lost -> send(request, exchange.notKept()));
            }
        }
    }

    private void before(HttpServerRequest request, Exchange exchange, Disturbance disturbance) {
        switch (disturbance.effect()) {
            case UNREACHABLE -> cut(request, exchange);
            case HANG -> exchange.swallow("HANG");
            case SLOW -> later(disturbance, () -> reply(request, exchange, exchange.run()));
            case THROTTLE, FAIL -> reply(request, exchange, exchange.refuse(disturbance));
            case INTERCEPT -> {
                exchange.swallow("INTERCEPT");
                send(request, intercepted(disturbance));
            }
        }
    }

    /** What was done is done, and in the log already: only the answer suffers. */
    private void after(HttpServerRequest request, Exchange exchange, Disturbance disturbance, Response answer) {
        switch (disturbance.effect()) {
            case UNREACHABLE -> request.connection().close();
            case HANG -> {}
            case SLOW -> later(disturbance, () -> send(request, answer));
            case THROTTLE, FAIL -> send(request, exchange.failure(disturbance));
            case INTERCEPT -> send(request, intercepted(disturbance));
        }
    }

    /** It looks like JSON if it begins so. */
    private static Response intercepted(Disturbance disturbance) {
        String body = Objects.requireNonNullElse(disturbance.body(), "");
        String type = body.startsWith("{") || body.startsWith("[") ? "application/json" : "text/html";
        return new Response(
                Objects.requireNonNullElse(disturbance.status(), 200),
                Map.of("Content-Type", type),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static void cut(HttpServerRequest request, Exchange exchange) {
        exchange.swallow("UNREACHABLE");
        request.connection().close();
    }

    private void later(Disturbance disturbance, Runnable action) {
        int delay = Objects.requireNonNullElse(disturbance.delayMillis(), 1000);
        vertx.setTimer(Math.max(1, delay), timer -> action.run());
    }

    private void reply(HttpServerRequest request, Exchange exchange, Response answer) {
        keeper.keep().onSuccess(kept -> send(request, answer)).onFailure(lost -> send(request, exchange.notKept()));
    }

    private static void send(HttpServerRequest request, Response answer) {
        if (!request.response().closed()) {
            answer.headers().forEach(request.response()::putHeader);
            request.response().setStatusCode(answer.status()).end(Buffer.buffer(answer.body()));
        }
    }

    private static HttpCall read(HttpServerRequest request, byte[] body) {
        Map<String, List<String>> headers = new HashMap<>();
        request.headers()
                .forEach((name, value) -> headers.merge(name.toLowerCase(Locale.ROOT), List.of(value), Port::joined));
        return new HttpCall(
                request.method().name(),
                Objects.requireNonNullElse(request.path(), "/"),
                Objects.requireNonNullElse(request.query(), ""),
                headers,
                body,
                request.remoteAddress().hostAddress());
    }

    /** The values of a header that came more than once, in their order. */
    private static List<String> joined(List<String> earlier, List<String> later) {
        List<String> all = new ArrayList<>(earlier);
        all.addAll(later);
        return all;
    }
}
