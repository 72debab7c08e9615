package io.keyward.simulator.control;

import io.keyward.simulator.control.EndpointRequests.NewEndpoint;
import io.keyward.simulator.control.EndpointRequests.Outcome;
import io.keyward.simulator.control.EndpointRequests.Settings;
import io.keyward.simulator.control.EndpointRequests.Told;
import io.keyward.simulator.policy.PolicyDocument;
import io.keyward.simulator.world.World;
import io.keyward.simulator.world.network.CreationOutcome;
import io.keyward.simulator.world.network.EndpointRules;
import io.keyward.simulator.world.network.EndpointSettings;
import io.keyward.simulator.world.network.Intervention;
import io.keyward.simulator.world.network.Network;
import io.keyward.simulator.world.network.VpcEndpoint;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Control over VPC endpoints: see them all, interfere with one, decide what becomes of new ones. */
public final class EndpointControl {

    private final World world;
    private final InstantSource clock;
    private final Network network;

    /** @param clock the simulated time */
    public EndpointControl(World world, InstantSource clock, Network network) {
        this.world = world;
        this.clock = clock;
        this.network = network;
    }

    public void mount(ControlRoutes routes) {
        routes.on(HttpMethod.GET, "/endpoints", this::list);
        routes.on(HttpMethod.POST, "/endpoints", this::create);
        routes.on(HttpMethod.POST, "/endpoints/:id/:what", this::intervene);
        routes.on(HttpMethod.GET, "/endpoint-creations", request -> outcomes());
        routes.on(HttpMethod.PUT, "/endpoint-creations/:name", this::putOutcome);
        routes.on(HttpMethod.DELETE, "/endpoint-creations/:name", this::deleteOutcome);
        routes.on(HttpMethod.GET, "/endpoint-settings", request -> world.endpointSettings());
        routes.on(HttpMethod.PUT, "/endpoint-settings", this::putSettings);
    }

    private Object list(RoutingContext request) {
        Instant now = clock.instant();
        List<EndpointReport> reports = world.endpoints().all().stream()
                .map(endpoint -> EndpointReport.of(endpoint, now))
                .filter(report -> ControlRoutes.matches(request, "region", report.region()))
                .filter(report -> ControlRoutes.matches(request, "state", report.state()))
                .filter(report -> ControlRoutes.matches(request, "clientToken", String.valueOf(report.clientToken())))
                .toList();
        return Map.of("endpoints", reports);
    }

    private Object create(RoutingContext request) {
        NewEndpoint wanted = ControlRoutes.body(request, NewEndpoint.class);
        Instant now = clock.instant();
        String policy = wanted.policy() == null
                ? VpcEndpoint.FULL_ACCESS
                : wanted.policy().toString();
        PolicyDocument.parse(policy);
        List<String> groups = List.of(network.securityGroupId());
        VpcEndpoint.Wish wish =
                new VpcEndpoint.Wish(null, "", network.vpcId(), network.subnetIds(), groups, false, Map.of());
        VpcEndpoint endpoint = new VpcEndpoint(
                VpcEndpoint.freshId(), network.account(), wanted.region(), now, wish, policy, EndpointRules.ready(now));
        world.endpoints().put(endpoint.id(), endpoint);
        return EndpointReport.of(endpoint, now);
    }

    private Object intervene(RoutingContext request) {
        Intervention.Kind kind =
                Intervention.Kind.valueOf(request.pathParam("what").toUpperCase(Locale.ROOT));
        Told told = hasBody(request) ? ControlRoutes.body(request, Told.class) : Told.NOTHING;
        Intervention intervention = new Intervention(kind, told.code(), told.message());
        String id = request.pathParam("id");
        Instant now = clock.instant();
        world.endpoints()
                .change(id, endpoint -> EndpointRules.intervene(endpoint, intervention, now, world.endpointSettings()));
        return world.endpoints()
                .find(id)
                .map(endpoint -> EndpointReport.of(endpoint, now))
                .orElseThrow();
    }

    private Object putOutcome(RoutingContext request) {
        CreationOutcome outcome = ControlRoutes.body(request, Outcome.class).read();
        world.endpointCreations().put(request.pathParam("name"), outcome);
        return outcomes();
    }

    private Object deleteOutcome(RoutingContext request) {
        world.endpointCreations().remove(request.pathParam("name"));
        return outcomes();
    }

    private Object putSettings(RoutingContext request) {
        EndpointSettings settings = ControlRoutes.body(request, Settings.class).read();
        world.setEndpointSettings(settings);
        return settings;
    }

    private static boolean hasBody(RoutingContext request) {
        String body = request.body().asString();
        return body != null && !body.isBlank();
    }

    private Object outcomes() {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        world.endpointCreations().byName().forEach((name, outcome) -> outcomes.put(name, Outcome.of(outcome)));
        return outcomes;
    }
}
