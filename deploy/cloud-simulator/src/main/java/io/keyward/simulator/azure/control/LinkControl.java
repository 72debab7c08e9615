package io.keyward.simulator.azure.control;

import io.keyward.simulator.azure.world.AzureWorld;
import io.keyward.simulator.azure.world.link.Connection;
import io.keyward.simulator.azure.world.link.CreationOutcome;
import io.keyward.simulator.azure.world.link.LinkRules;
import io.keyward.simulator.azure.world.link.LinkRules.Cause;
import io.keyward.simulator.azure.world.link.LinkSettings;
import io.keyward.simulator.azure.world.link.PrivateEndpoint;
import io.keyward.simulator.azure.world.link.Provisioning;
import io.keyward.simulator.control.ControlRoutes;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Private endpoints: looking at them, deciding about their connections, and what goes wrong with them. */
public final class LinkControl {

    /** Why. */
    record Told(@Nullable String code, @Nullable String message) {

        static final Told NOTHING = new Told(null, null);

        Cause cause() {
            return new Cause(code, message);
        }

        String description(String usual) {
            return Bodies.or(message, usual);
        }
    }

    /** @param state as Azure spells it: Creating, Succeeded, Failed or Canceled */
    record Outcome(
            @Nullable String location,
            @Nullable String state,
            @Nullable String code,
            @Nullable String message,
            @Nullable Boolean approved,
            @Nullable Integer calls) {

        CreationOutcome read() {
            Provisioning wanted = Provisioning.named(Bodies.or(state, Provisioning.SUCCEEDED.wireName()));
            if (!List.of(Provisioning.CREATING, Provisioning.SUCCEEDED, Provisioning.FAILED, Provisioning.CANCELED)
                    .contains(wanted)) {
                throw new IllegalArgumentException("no creation ends as '" + state + "'");
            }
            return new CreationOutcome(location, wanted, code, message, Bodies.or(approved, false), calls);
        }
    }

    /** Durations as ISO-8601 has them; what is null is as usual. */
    record Settings(@Nullable String creation, @Nullable String deletion) {

        LinkSettings read() {
            LinkSettings usual = LinkSettings.USUAL;
            return new LinkSettings(duration(creation, usual.creation()), duration(deletion, usual.deletion()));
        }

        private static Duration duration(@Nullable String written, Duration usual) {
            return Optional.ofNullable(written).map(Duration::parse).orElse(usual);
        }
    }

    private static final String ENDPOINTS = "/azure/private-endpoints";
    private static final String OUTCOMES = "/azure/private-endpoint-creations";
    private static final String SETTINGS = "/azure/private-endpoint-settings";

    private final AzureWorld world;
    private final InstantSource clock;

    /** @param clock the simulated time */
    public LinkControl(AzureWorld world, InstantSource clock) {
        this.world = world;
        this.clock = clock;
    }

    public void mount(ControlRoutes routes) {
        routes.on(HttpMethod.GET, ENDPOINTS, request -> list());
        routes.on(HttpMethod.GET, ENDPOINTS + "/:name", request -> LinkReport.of(require(request), clock.instant()));
        routes.on(HttpMethod.POST, ENDPOINTS + "/:name/:what", this::intervene);
        routes.on(HttpMethod.GET, OUTCOMES, request -> world.creations().byName());
        routes.on(HttpMethod.PUT, OUTCOMES + "/:name", this::putOutcome);
        routes.on(HttpMethod.DELETE, OUTCOMES + "/:name", this::deleteOutcome);
        routes.on(HttpMethod.GET, SETTINGS, request -> world.settings());
        routes.on(HttpMethod.PUT, SETTINGS, this::putSettings);
    }

    private Object list() {
        Instant now = clock.instant();
        return Map.of(
                "endpoints",
                world.endpoints().all().stream()
                        .map(endpoint -> LinkReport.of(endpoint, now))
                        .toList());
    }

    private Object intervene(RoutingContext request) {
        Told told = Bodies.read(request, Told.class, Told.NOTHING);
        Instant now = clock.instant();
        PrivateEndpoint endpoint = require(request);
        PrivateEndpoint changed =
                switch (request.pathParam("what")) {
                    case "approve" -> decide(endpoint, Connection.Status.APPROVED, told.description("Approved"));
                    case "reject" -> decide(endpoint, Connection.Status.REJECTED, told.description("Rejected"));
                    case "disconnect" ->
                        decide(endpoint, Connection.Status.DISCONNECTED, told.description("Deleted by the owner"));
                    case "misroute" -> endpoint.misrouted(true);
                    case "route" -> endpoint.misrouted(false);
                    default -> LinkRules.intervene(endpoint, what(request), told.cause(), now, world.settings());
                };
        world.keep(changed);
        return LinkReport.of(changed, now);
    }

    private static LinkRules.Intervention what(RoutingContext request) {
        return LinkRules.Intervention.valueOf(request.pathParam("what").toUpperCase(Locale.ROOT));
    }

    private static PrivateEndpoint decide(PrivateEndpoint endpoint, Connection.Status status, String why) {
        return endpoint.with(endpoint.connection().with(status, why));
    }

    private Object putOutcome(RoutingContext request) {
        CreationOutcome outcome = ControlRoutes.body(request, Outcome.class).read();
        world.creations().put(request.pathParam("name"), outcome);
        return outcome;
    }

    private Object deleteOutcome(RoutingContext request) {
        world.creations().remove(request.pathParam("name"));
        return world.creations().byName();
    }

    private Object putSettings(RoutingContext request) {
        LinkSettings settings = ControlRoutes.body(request, Settings.class).read();
        world.set(settings);
        return settings;
    }

    private PrivateEndpoint require(RoutingContext request) {
        String name = request.pathParam("name");
        return world.endpointNamed(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no private endpoint " + name));
    }
}
