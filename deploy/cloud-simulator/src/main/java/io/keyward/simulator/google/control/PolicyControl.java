package io.keyward.simulator.google.control;

import io.keyward.simulator.control.ControlRoutes;
import io.keyward.simulator.google.iam.Roles;
import io.keyward.simulator.google.world.GoogleWorld;
import io.keyward.simulator.google.world.GoogleWorld.CustomRole;
import io.keyward.simulator.google.world.Policy;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Objects;

/** Control over who may do what, on resources whose own API is not simulated: projects and service accounts. Works for key rings and keys as well. */
public final class PolicyControl {

    record Wanted(List<Policy.Binding> bindings) {
        Wanted {
            bindings = List.copyOf(Objects.requireNonNull(bindings, "bindings are missing"));
        }
    }

    record WantedRole(List<String> permissions) {
        WantedRole {
            permissions = List.copyOf(Objects.requireNonNull(permissions, "permissions are missing"));
        }
    }

    private final GoogleWorld world;
    private final Roles roles;

    public PolicyControl(GoogleWorld world) {
        this.world = world;
        this.roles = new Roles(world);
    }

    public void mount(ControlRoutes routes) {
        routes.on(HttpMethod.GET, "/google/policies", request -> world.policy(named(request, "resource")));
        routes.on(HttpMethod.PUT, "/google/policies", this::put);
        routes.on(HttpMethod.PUT, "/google/roles", this::putRole);
    }

    private Object put(RoutingContext request) {
        Wanted wanted = ControlRoutes.body(request, Wanted.class);
        wanted.bindings().stream()
                .map(Policy.Binding::role)
                .filter(role -> !roles.has(role))
                .findFirst()
                .ifPresent(role -> {
                    throw new IllegalArgumentException("there is no role " + role);
                });
        Policy policy = new Policy(wanted.bindings());
        world.policies().put(named(request, "resource"), policy);
        return policy;
    }

    private Object putRole(RoutingContext request) {
        CustomRole role =
                new CustomRole(ControlRoutes.body(request, WantedRole.class).permissions());
        world.roles().put(named(request, "name"), role);
        return role;
    }

    private static String named(RoutingContext request, String parameter) {
        String value = request.queryParams().get(parameter);
        if (value == null) {
            throw new IllegalArgumentException("the query parameter '" + parameter + "' is missing");
        }
        return value;
    }
}
