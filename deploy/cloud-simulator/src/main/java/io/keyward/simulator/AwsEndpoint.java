package io.keyward.simulator;

import io.keyward.simulator.call.Footprint;
import io.keyward.simulator.control.Disturbance;
import io.keyward.simulator.control.Weather;
import io.keyward.simulator.wire.Answer;
import io.keyward.simulator.wire.AwsFault;
import io.keyward.simulator.wire.CommonFault;
import io.keyward.simulator.wire.HttpCall;
import io.keyward.simulator.world.Keeper;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The port that SDKs talk to: reads a request whole, lets the weather have its way, and answers only when the answer is kept. */
final class AwsEndpoint implements Handler<HttpServerRequest> {

    private static final int MOST_BYTES = 1 << 20;

    private final Vertx vertx;
    private final PrivatePaths paths;
    private final Weather weather;
    private final Dispatcher dispatcher;
    private final Keeper keeper;

    AwsEndpoint(Vertx vertx, PrivatePaths paths, Weather weather, Dispatcher dispatcher, Keeper keeper) {
        this.vertx = vertx;
        this.paths = paths;
        this.weather = weather;
        this.dispatcher = dispatcher;
        this.keeper = keeper;
    }

    @Override
    public void handle(HttpServerRequest request) {
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() + chunk.length() > MOST_BYTES) {
                request.connection().close();
            } else {
                body.appendBuffer(chunk);
            }
        });
        request.endHandler(ignored -> serve(request, Ticket.of(read(request, body.getBytes()))));
    }

    private void serve(HttpServerRequest request, Ticket ticket) {
        if (!paths.open(ticket)) {
            cut(request, ticket);
            return;
        }
        weather.strike(ticket::target)
                .ifPresentOrElse(
                        disturbance -> disturb(request, ticket.struckBy(disturbance.effect()), disturbance),
                        () -> reply(request, ticket, dispatcher.run(ticket)));
    }

    private void disturb(HttpServerRequest request, Ticket ticket, Disturbance disturbance) {
        switch (disturbance.when()) {
            case BEFORE -> before(request, ticket, disturbance);
            case AFTER -> {
                Answer answer = dispatcher.run(ticket);
                keeper.keep()
                        .onSuccess(kept -> after(request, ticket, disturbance, answer))
                        .onFailure(lost -> send(request, notKept(ticket)));
            }
        }
    }

    private void before(HttpServerRequest request, Ticket ticket, Disturbance disturbance) {
        switch (disturbance.effect()) {
            case UNREACHABLE -> cut(request, ticket);
            case HANG -> dispatcher.swallow(ticket, "HANG");
            case SLOW -> later(disturbance, () -> reply(request, ticket, dispatcher.run(ticket)));
            case THROTTLE, FAIL ->
                reply(request, ticket, dispatcher.refuse(ticket, fault(ticket, disturbance), new Footprint()));
        }
    }

    /** What was done is done, and in the log already: only the answer suffers. */
    private void after(HttpServerRequest request, Ticket ticket, Disturbance disturbance, Answer answer) {
        switch (disturbance.effect()) {
            case UNREACHABLE -> request.connection().close();
            case HANG -> {}
            case SLOW -> later(disturbance, () -> send(request, answer));
            case THROTTLE, FAIL -> send(request, failure(ticket, fault(ticket, disturbance)));
        }
    }

    private void cut(HttpServerRequest request, Ticket ticket) {
        dispatcher.swallow(ticket, "UNREACHABLE");
        request.connection().close();
    }

    private void later(Disturbance disturbance, Runnable action) {
        int delay = Objects.requireNonNullElse(disturbance.delayMillis(), 1000);
        vertx.setTimer(Math.max(1, delay), timer -> action.run());
    }

    private void reply(HttpServerRequest request, Ticket ticket, Answer answer) {
        keeper.keep().onSuccess(kept -> send(request, answer)).onFailure(lost -> send(request, notKept(ticket)));
    }

    private static void send(HttpServerRequest request, Answer answer) {
        if (!request.response().closed()) {
            request.response()
                    .setStatusCode(answer.status())
                    .putHeader("Content-Type", answer.contentType())
                    .putHeader("x-amzn-RequestId", answer.requestId())
                    .end(Buffer.buffer(answer.body()));
        }
    }

    private static Answer notKept(Ticket ticket) {
        return failure(
                ticket, CommonFault.INTERNAL_FAILURE.in(ticket.service(), "The state file could not be written."));
    }

    private static Answer failure(Ticket ticket, AwsFault fault) {
        return ticket.service().protocol().failure(fault, ticket.requestId());
    }

    private static AwsFault fault(Ticket ticket, Disturbance disturbance) {
        if (disturbance.effect() == Disturbance.Effect.THROTTLE) {
            return CommonFault.THROTTLED.in(ticket.service(), ticket.service().throttledMessage());
        }
        return new AwsFault(
                Objects.requireNonNullElse(disturbance.code(), "InternalFailure"),
                Objects.requireNonNullElse(disturbance.message(), ""),
                Objects.requireNonNullElse(disturbance.status(), 500));
    }

    private static HttpCall read(HttpServerRequest request, byte[] body) {
        Map<String, List<String>> headers = new HashMap<>();
        request.headers()
                .forEach((name, value) ->
                        headers.merge(name.toLowerCase(Locale.ROOT), List.of(value), AwsEndpoint::joined));
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
