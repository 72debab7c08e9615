package io.keyward.simulator.azure.control;

import io.keyward.simulator.azure.world.Application;
import io.keyward.simulator.azure.world.AzureCloud;
import io.keyward.simulator.azure.world.AzureWorld;
import io.keyward.simulator.azure.world.Principal;
import io.keyward.simulator.azure.world.RoleAssignment;
import io.keyward.simulator.azure.world.Roles;
import io.keyward.simulator.azure.world.Subscription;
import io.keyward.simulator.azure.world.Tenant;
import io.keyward.simulator.control.ControlRoutes;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tenants, subscriptions, applications with their secrets, and roles. */
public final class DirectoryControl {

    record NewTenant(@Nullable String name, @Nullable AzureCloud cloud) {}

    record NewSubscription(
            String tenant, @Nullable String name, @Nullable List<String> registered) {}

    /** @param tenants where it is somebody, besides those where it is already */
    record Wanted(
            @Nullable String name,
            @Nullable Boolean enabled,
            @Nullable List<String> tenants) {}

    record NewSecret(
            @Nullable String id,
            @Nullable String value,
            @Nullable String endsAt) {

        static final NewSecret ANY = new NewSecret(null, null, null);
    }

    record Presence(@Nullable Boolean enabled) {

        static final Presence ENABLED = new Presence(true);
    }

    /** @param actions of a role of the customer's own, instead of a built-in one */
    record NewRole(
            String scope,
            String tenant,
            String clientId,
            @Nullable String role,
            @Nullable List<String> actions) {}

    private static final String APPLICATION = "/azure/applications/:clientId";

    private final AzureWorld world;

    public DirectoryControl(AzureWorld world) {
        this.world = world;
    }

    public void mount(ControlRoutes routes) {
        routes.on(HttpMethod.PUT, "/azure/tenants/:tenant", this::putTenant);
        routes.on(HttpMethod.DELETE, "/azure/tenants/:tenant", this::deleteTenant);
        routes.on(HttpMethod.PUT, "/azure/subscriptions/:subscription", this::putSubscription);
        routes.on(HttpMethod.GET, APPLICATION, this::application);
        routes.on(HttpMethod.PUT, APPLICATION, this::putApplication);
        routes.on(HttpMethod.DELETE, APPLICATION, this::deleteApplication);
        routes.on(HttpMethod.POST, APPLICATION + "/secrets", this::addSecret);
        routes.on(HttpMethod.DELETE, APPLICATION + "/secrets/:id", this::deleteSecret);
        routes.on(HttpMethod.PUT, APPLICATION + "/tenants/:tenant", this::putPrincipal);
        routes.on(HttpMethod.DELETE, APPLICATION + "/tenants/:tenant", this::deletePrincipal);
        routes.on(
                HttpMethod.GET,
                "/azure/roles",
                request -> Map.of("roles", world.roles().all()));
        routes.on(HttpMethod.PUT, "/azure/roles/:name", this::putRole);
        routes.on(HttpMethod.DELETE, "/azure/roles/:name", this::deleteRole);
    }

    private Object putTenant(RoutingContext request) {
        NewTenant wanted = ControlRoutes.body(request, NewTenant.class);
        String id = request.pathParam("tenant");
        Tenant tenant = new Tenant(id, Bodies.or(wanted.name(), id), Bodies.or(wanted.cloud(), AzureCloud.AZURE));
        world.tenants().put(id, tenant);
        return tenant;
    }

    private Object deleteTenant(RoutingContext request) {
        String id = request.pathParam("tenant");
        if (world.vaults().all().stream().anyMatch(vault -> vault.tenantId().equals(id))) {
            throw new IllegalArgumentException("there are vaults in tenant " + id);
        }
        world.tenants().remove(id);
        return Map.of();
    }

    private Object putSubscription(RoutingContext request) {
        NewSubscription wanted = ControlRoutes.body(request, NewSubscription.class);
        String id = request.pathParam("subscription");
        String tenant = Bodies.required(wanted.tenant(), "tenant");
        Subscription subscription = new Subscription(
                id,
                requireTenant(tenant),
                Bodies.or(wanted.name(), id),
                Bodies.or(wanted.registered(), List.of("Microsoft.KeyVault", "Microsoft.Network")));
        world.subscriptions().put(id, subscription);
        return subscription;
    }

    private Object application(RoutingContext request) {
        return report(request.pathParam("clientId"));
    }

    private Object putApplication(RoutingContext request) {
        Wanted wanted = ControlRoutes.body(request, Wanted.class);
        String id = request.pathParam("clientId");
        Application there = world.applications().find(id).orElseGet(() -> new Application(id, id, true, List.of()));
        world.applications()
                .put(
                        id,
                        new Application(
                                id,
                                Bodies.or(wanted.name(), there.name()),
                                Bodies.or(wanted.enabled(), there.enabled()),
                                there.secrets()));
        Bodies.or(wanted.tenants(), List.<String>of()).forEach(tenant -> keep(Principal.of(requireTenant(tenant), id)));
        return report(id);
    }

    private Object deleteApplication(RoutingContext request) {
        String id = request.pathParam("clientId");
        principals(id).forEach(principal -> world.principals().remove(Principal.name(principal.tenantId(), id)));
        world.applications().remove(id);
        return Map.of();
    }

    private Object addSecret(RoutingContext request) {
        NewSecret wanted = Bodies.read(request, NewSecret.class, NewSecret.ANY);
        Application.Secret secret = new Application.Secret(
                Bodies.or(wanted.id(), UUID.randomUUID().toString()),
                Bodies.or(wanted.value(), "simulated-" + UUID.randomUUID()),
                Bodies.time(wanted.endsAt()));
        world.applications().change(request.pathParam("clientId"), application -> application.with(secret));
        return secret;
    }

    private Object deleteSecret(RoutingContext request) {
        String clientId = request.pathParam("clientId");
        world.applications().change(clientId, application -> application.without(request.pathParam("id")));
        return report(clientId);
    }

    private Object putPrincipal(RoutingContext request) {
        Presence wanted = Bodies.read(request, Presence.class, Presence.ENABLED);
        String clientId = request.pathParam("clientId");
        keep(Principal.of(requireTenant(request.pathParam("tenant")), clientId)
                .enabled(Bodies.or(wanted.enabled(), true)));
        return report(clientId);
    }

    private Object deletePrincipal(RoutingContext request) {
        String clientId = request.pathParam("clientId");
        world.principals().remove(Principal.name(request.pathParam("tenant"), clientId));
        return report(clientId);
    }

    private Object putRole(RoutingContext request) {
        NewRole wanted = ControlRoutes.body(request, NewRole.class);
        String name = request.pathParam("name");
        String role = Bodies.or(wanted.role(), "custom");
        List<String> actions = Bodies.or(wanted.actions(), List.of());
        if (actions.isEmpty() && !Roles.known(role)) {
            throw new IllegalArgumentException("there is no built-in role '" + role + "'");
        }
        Principal principal = Principal.of(
                Bodies.required(wanted.tenant(), "tenant"), Bodies.required(wanted.clientId(), "clientId"));
        RoleAssignment assignment =
                new RoleAssignment(name, Bodies.required(wanted.scope(), "scope"), principal.objectId(), role, actions);
        world.roles().put(name, assignment);
        return assignment;
    }

    private Object deleteRole(RoutingContext request) {
        world.roles().remove(request.pathParam("name"));
        return Map.of("roles", world.roles().all());
    }

    private void keep(Principal principal) {
        world.principals().put(Principal.name(principal.tenantId(), principal.clientId()), principal);
    }

    private String requireTenant(String id) {
        return world.tenants()
                .find(id)
                .map(Tenant::id)
                .orElseThrow(() -> new IllegalArgumentException("there is no tenant " + id));
    }

    private List<Principal> principals(String clientId) {
        return world.principals().all().stream()
                .filter(principal -> principal.clientId().equals(clientId))
                .toList();
    }

    private ApplicationReport report(String clientId) {
        return world.applications()
                .find(clientId)
                .map(application -> ApplicationReport.of(application, principals(clientId)))
                .orElseThrow(() -> new IllegalArgumentException("there is no application " + clientId));
    }
}
