package io.keyward.simulator.channels;

import io.keyward.simulator.control.ControlRoutes;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Serves the channels at {@code /_channels/{name}/…}, and their control: {@code PUT /_control/channels/{name}} says how the next requests fail,
 * {@code GET …/received} what arrived, {@code DELETE …/received} forgets that, and {@code DELETE /_control/channels/{name}} ends the failing.
 */
public final class ChannelFakes {
    private static final int MOST_BYTES = 1 << 20;

    private final Vertx vertx;
    private final Clock clock;
    private final Map<ChannelKind, FakeChannel> channels = new EnumMap<>(ChannelKind.class);

    public ChannelFakes(Vertx vertx, Clock clock) {
        this.vertx = vertx;
        this.clock = clock;
        for (var kind : ChannelKind.values()) {
            channels.put(kind, new FakeChannel());
        }
    }

    /** Adds the routes. */
    public void mount(Router router, ControlRoutes routes) {
        routes.on(HttpMethod.PUT, "/channels/:name", request -> {
            var fault = ControlRoutes.body(request, Fault.class);
            channel(request).fail(fault);
            return fault;
        });
        routes.on(HttpMethod.DELETE, "/channels/:name", request -> {
            channel(request).heal();
            return Map.of();
        });
        routes.on(
                HttpMethod.GET,
                "/channels/:name/received",
                request -> Map.of("received", channel(request).received()));
        routes.on(HttpMethod.DELETE, "/channels/:name/received", request -> {
            channel(request).forget();
            return Map.of();
        });
        router.route("/_channels/*").handler(BodyHandler.create(false).setBodyLimit(MOST_BYTES));
        for (var kind : ChannelKind.values()) {
            router.post("/_channels/" + kind.wireName() + "/*").handler(request -> serve(kind, request));
        }
    }

    private FakeChannel channel(RoutingContext request) {
        var name = request.pathParam("name");
        return channel(ChannelKind.named(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no channel '" + name + "'")));
    }

    private FakeChannel channel(ChannelKind kind) {
        return Objects.requireNonNull(channels.get(kind), "every kind has a channel");
    }

    private void serve(ChannelKind kind, RoutingContext request) {
        var arrival = arrival(kind, request);
        var fault = channel(kind).strike(arrival);
        long delay = fault.map(Fault::delayMillis).orElse(0L);
        Runnable answer = () -> answer(kind, request, arrival, fault.orElse(null));
        if (delay > 0) {
            vertx.setTimer(delay, timer -> answer.run());
        } else {
            answer.run();
        }
    }

    private void answer(ChannelKind kind, RoutingContext request, Arrival arrival, @Nullable Fault fault) {
        if (fault != null && fault.answer() == 0) {
            channel(kind).remember(arrival.answered(0));
            request.request().connection().close();
            return;
        }
        var reply = fault == null || fault.answer() == 200
                ? ChannelAnswers.answer(kind, arrival)
                : new Reply(fault.answer(), "as it was told to");
        channel(kind).remember(arrival.answered(reply.status()));
        var response = request.response().setStatusCode(reply.status());
        if (fault != null && fault.retryAfter() != null) {
            response.putHeader("Retry-After", fault.retryAfter().toString());
        }
        if (reply.status() >= 300 && reply.status() < 400) {
            response.putHeader("Location", request.request().absoluteURI() + "/elsewhere");
        }
        if (!response.closed()) {
            response.putHeader("Content-Type", "application/json").end(reply.body());
        }
    }

    private Arrival arrival(ChannelKind kind, RoutingContext request) {
        var headers = new TreeMap<String, String>();
        request.request()
                .headers()
                .forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        var path = request.request().uri().substring(("/_channels/" + kind.wireName()).length());
        var body = request.body().asString();
        return new Arrival(path, headers, body == null ? "" : body, clock.instant(), 0);
    }
}
