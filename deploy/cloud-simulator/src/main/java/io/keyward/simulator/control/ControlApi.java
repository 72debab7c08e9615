package io.keyward.simulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.keyward.simulator.access.SessionTokens;
import io.keyward.simulator.policy.MalformedPolicyException;
import io.keyward.simulator.policy.PolicyDocument;
import io.keyward.simulator.world.Guardrail;
import io.keyward.simulator.world.Keeper;
import io.keyward.simulator.world.User;
import io.keyward.simulator.world.World;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** The control API. Its README is the module's; a request that it does not understand is a 400 that says why. */
public final class ControlApi {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .registerModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance));

    private record ClockSetting(String offset) {
        ClockSetting {
            Objects.requireNonNull(offset, "offset is missing");
        }
    }

    private final World world;
    private final Weather weather;
    private final OperationLog log;
    private final Keeper keeper;

    public ControlApi(World world, Weather weather, OperationLog log, Keeper keeper) {
        this.world = world;
        this.weather = weather;
        this.log = log;
        this.keeper = keeper;
    }

    public void mount(Router router) {
        router.route("/_control/*").handler(BodyHandler.create(false).setBodyLimit(1 << 20));
        on(router, HttpMethod.GET, "/health", request -> Map.of("status", "UP"));
        on(router, HttpMethod.GET, "/disturbances", request -> weather.all());
        on(router, HttpMethod.PUT, "/disturbances/:name", this::disturb);
        on(router, HttpMethod.DELETE, "/disturbances/:name", this::calm);
        on(router, HttpMethod.DELETE, "/disturbances", this::calmAll);
        on(router, HttpMethod.GET, "/policies", request -> world.guardrails().all());
        on(router, HttpMethod.PUT, "/policies/:kind", this::putPolicy);
        on(router, HttpMethod.DELETE, "/policies/:kind", this::deletePolicy);
        on(router, HttpMethod.POST, "/users", this::createUser);
        on(router, HttpMethod.DELETE, "/access-keys/:id", this::deactivate);
        on(router, HttpMethod.GET, "/clock", request -> clock());
        on(router, HttpMethod.PUT, "/clock", this::setClock);
        on(router, HttpMethod.GET, "/log", this::readLog);
        on(router, HttpMethod.DELETE, "/log", this::clearLog);
        on(router, HttpMethod.POST, "/reset", this::reset);
    }

    private void on(Router router, HttpMethod method, String path, Function<RoutingContext, Object> action) {
        router.route(method, "/_control" + path).handler(request -> answer(request, action));
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

    private Object disturb(RoutingContext request) {
        Disturbance disturbance = body(request, Disturbance.class);
        weather.set(request.pathParam("name"), disturbance);
        return disturbance;
    }

    private Object calm(RoutingContext request) {
        weather.clear(request.pathParam("name"));
        return weather.all();
    }

    private Object calmAll(RoutingContext request) {
        weather.clear();
        return weather.all();
    }

    private Object putPolicy(RoutingContext request) {
        Guardrail guardrail =
                new Guardrail(kind(request), target(request), request.body().asString());
        PolicyDocument.parse(guardrail.policy());
        world.guardrails().put(Guardrail.name(guardrail.kind(), guardrail.target()), guardrail);
        return guardrail;
    }

    private Object deletePolicy(RoutingContext request) {
        world.guardrails().remove(Guardrail.name(kind(request), target(request)));
        return world.guardrails().all();
    }

    private Object createUser(RoutingContext request) {
        NewUser wanted = body(request, NewUser.class);
        String policy = wanted.policy().toString();
        PolicyDocument.parse(policy);
        String accessKeyId = SessionTokens.uniqueId("AKI");
        String secret = SessionTokens.uniqueId("") + SessionTokens.uniqueId("");
        world.users().put(accessKeyId, new User(wanted.account(), wanted.name(), accessKeyId, secret, policy, true));
        String arn = "arn:aws:iam::" + wanted.account() + ":user/" + wanted.name();
        return Map.of("arn", arn, "accessKeyId", accessKeyId, "secretAccessKey", secret);
    }

    private Object deactivate(RoutingContext request) {
        String id = request.pathParam("id");
        world.users().change(id, User::deactivated);
        return Map.of("accessKeyId", id, "active", false);
    }

    private Object setClock(RoutingContext request) {
        world.setClockOffset(Duration.parse(body(request, ClockSetting.class).offset()));
        return clock();
    }

    private Object clock() {
        return new ClockSetting(world.clockOffset().toString());
    }

    private Object readLog(RoutingContext request) {
        long after = Long.parseLong(
                request.queryParams().contains("after") ? request.queryParams().get("after") : "0");
        Stream<OperationLog.Entry> entries = log.all().stream()
                .filter(entry -> entry.number() > after)
                .filter(entry -> matches(request, "service", entry.service()))
                .filter(entry -> matches(request, "operation", entry.operation()))
                .filter(entry -> matches(request, "region", entry.region()))
                .filter(entry -> matches(request, "resource", String.valueOf(entry.resource())));
        return Map.of("entries", entries.toList());
    }

    private Object clearLog(RoutingContext request) {
        log.clear();
        return Map.of("entries", List.of());
    }

    private Object reset(RoutingContext request) {
        weather.clear();
        log.clear();
        world.guardrails().clear();
        world.setClockOffset(Duration.ZERO);
        return Map.of("status", "UP");
    }

    private static boolean matches(RoutingContext request, String parameter, String actual) {
        return !request.queryParams().contains(parameter)
                || actual.equals(request.queryParams().get(parameter));
    }

    private static Guardrail.Kind kind(RoutingContext request) {
        return Guardrail.Kind.valueOf(
                request.pathParam("kind").toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String target(RoutingContext request) {
        if (!request.queryParams().contains("target")) {
            throw new IllegalArgumentException("the query parameter 'target' says what the policy is attached to");
        }
        return request.queryParams().get("target");
    }

    private static <T> T body(RoutingContext request, Class<T> type) {
        try {
            return MAPPER.readValue(request.body().asString(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
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
