package io.keyward.simulator.control;

import io.keyward.simulator.access.SessionTokens;
import io.keyward.simulator.policy.PolicyDocument;
import io.keyward.simulator.world.Guardrail;
import io.keyward.simulator.world.User;
import io.keyward.simulator.world.World;
import io.keyward.simulator.world.network.EndpointSettings;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The control API, but for {@link EndpointControl}. Its README is the module's. */
public final class ControlApi {

    private record ClockSetting(String offset) {
        ClockSetting {
            Objects.requireNonNull(offset, "offset is missing");
        }
    }

    private final World world;
    private final Weather weather;
    private final OperationLog log;
    private final Runnable resetHosts;

    /** @param resetHosts what a reset means to the clouds that have hosts */
    public ControlApi(World world, Weather weather, OperationLog log, Runnable resetHosts) {
        this.world = world;
        this.weather = weather;
        this.log = log;
        this.resetHosts = resetHosts;
    }

    public void mount(ControlRoutes routes) {
        routes.on(HttpMethod.GET, "/health", request -> Map.of("status", "UP"));
        routes.on(HttpMethod.GET, "/disturbances", request -> weather.all());
        routes.on(HttpMethod.PUT, "/disturbances/:name", this::disturb);
        routes.on(HttpMethod.DELETE, "/disturbances/:name", this::calm);
        routes.on(HttpMethod.DELETE, "/disturbances", this::calmAll);
        routes.on(HttpMethod.GET, "/policies", request -> world.guardrails().all());
        routes.on(HttpMethod.PUT, "/policies/:kind", this::putPolicy);
        routes.on(HttpMethod.DELETE, "/policies/:kind", this::deletePolicy);
        routes.on(HttpMethod.POST, "/users", this::createUser);
        routes.on(HttpMethod.DELETE, "/access-keys/:id", this::deactivate);
        routes.on(HttpMethod.GET, "/clock", request -> clock());
        routes.on(HttpMethod.PUT, "/clock", this::setClock);
        routes.on(HttpMethod.GET, "/calls", this::countCalls);
        routes.on(HttpMethod.GET, "/log", this::readLog);
        routes.on(HttpMethod.DELETE, "/log", this::clearLog);
        routes.on(HttpMethod.POST, "/reset", this::reset);
    }

    private Object disturb(RoutingContext request) {
        Disturbance disturbance = ControlRoutes.body(request, Disturbance.class);
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
        NewUser wanted = ControlRoutes.body(request, NewUser.class);
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
        world.setClockOffset(
                Duration.parse(ControlRoutes.body(request, ClockSetting.class).offset()));
        return clock();
    }

    private Object clock() {
        return new ClockSetting(world.clockOffset().toString());
    }

    private Object countCalls(RoutingContext request) {
        Stream<CallCounts.Count> counts = log.counts().all().stream()
                .filter(count -> ControlRoutes.matches(request, "service", count.service()))
                .filter(count -> ControlRoutes.matches(request, "operation", count.operation()))
                .filter(count -> ControlRoutes.matches(request, "region", count.region()));
        return Map.of("calls", counts.toList());
    }

    private Object readLog(RoutingContext request) {
        long after = Long.parseLong(
                request.queryParams().contains("after") ? request.queryParams().get("after") : "0");
        Stream<OperationLog.Entry> entries = log.all().stream()
                .filter(entry -> entry.number() > after)
                .filter(entry -> ControlRoutes.matches(request, "service", entry.service()))
                .filter(entry -> ControlRoutes.matches(request, "operation", entry.operation()))
                .filter(entry -> ControlRoutes.matches(request, "region", entry.region()))
                .filter(entry -> ControlRoutes.matches(request, "path", entry.path()))
                .filter(entry -> ControlRoutes.matches(request, "resource", String.valueOf(entry.resource())));
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
        world.endpointCreations().clear();
        world.setEndpointSettings(EndpointSettings.USUAL);
        world.setClockOffset(Duration.ZERO);
        resetHosts.run();
        return Map.of("status", "UP");
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
}
