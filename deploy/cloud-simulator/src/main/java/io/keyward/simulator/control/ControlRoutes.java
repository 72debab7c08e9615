package io.keyward.simulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.keyward.simulator.policy.MalformedPolicyException;
import io.keyward.simulator.world.Keeper;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.function.Function;

/**
 * How control requests are answered: JSON in, JSON out, once what they changed is kept. A request that is not understood is a 400 that
 * says why.
 */
public final class ControlRoutes {

    private static final int MOST_BYTES = 1 << 20;
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .registerModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(Duration.class, ToStringSerializer.instance));

    private final Router router;
    private final Keeper keeper;

    public ControlRoutes(Router router, Keeper keeper) {
        this.router = router;
        this.keeper = keeper;
        router.route("/_control/*").handler(BodyHandler.create(false).setBodyLimit(MOST_BYTES));
    }

    /** Answers {@code path} below {@code /_control} with what {@code action} makes of a request. */
    public void on(HttpMethod method, String path, Function<RoutingContext, Object> action) {
        router.route(method, "/_control" + path).handler(request -> answer(request, action));
    }

    /** The request as {@code type}; what it does not know is refused. */
    public static <T> T body(RoutingContext request, Class<T> type) {
        try {
            return MAPPER.readValue(request.body().asString(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    /** Whether the query parameter is absent or says just this. */
    static boolean matches(RoutingContext request, String parameter, String actual) {
        return !request.queryParams().contains(parameter)
                || actual.equals(request.queryParams().get(parameter));
    }

    private void answer(RoutingContext request, Function<RoutingContext, Object> action) {
        try {
            Object result = action.apply(request);
            keeper.keep()
                    .onSuccess(kept -> send(request, 200, result))
                    .onFailure(lost -> send(request, 500, Map.of("error", "the state file could not be written")));
        } catch (IllegalArgumentException | MalformedPolicyException | DateTimeParseException e) {
            send(request, 400, Map.of("error", String.valueOf(e.getMessage())));
        }
    }

    private static void send(RoutingContext request, int status, Object result) {
        try {
            request.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", "application/json")
                    .end(MAPPER.writeValueAsString(result));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result is always writable", e);
        }
    }
}
