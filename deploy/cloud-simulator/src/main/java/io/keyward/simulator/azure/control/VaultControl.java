package io.keyward.simulator.azure.control;

import io.keyward.simulator.azure.world.AzureWorld;
import io.keyward.simulator.azure.world.Principal;
import io.keyward.simulator.azure.world.ResourceGroup;
import io.keyward.simulator.azure.world.Subscription;
import io.keyward.simulator.azure.world.VaultLifecycle;
import io.keyward.simulator.azure.world.vault.NetworkRules;
import io.keyward.simulator.azure.world.vault.Vault;
import io.keyward.simulator.control.ControlRoutes;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Vaults: making them in one request, who may reach and use them, and their end. */
public final class VaultControl {

    /** The group is made when it is not there. */
    record NewVault(
            String subscription,
            String group,
            @Nullable String location,
            @Nullable Boolean rbac,
            @Nullable Integer retentionDays,
            @Nullable Boolean purgeProtection) {}

    /** @param keys permissions; none takes the policy away */
    record NewPolicy(@Nullable List<String> keys) {}

    record Network(
            @Nullable Boolean publicAccess,
            @Nullable Boolean firewall,
            @Nullable List<String> addresses) {}

    record Rbac(boolean rbac) {}

    record Moved(String tenant) {}

    private static final String VAULT = "/azure/vaults/:vault";
    private static final String LOCATION = "eastus2";

    private final AzureWorld world;
    private final InstantSource clock;
    private final VaultLifecycle lifecycle;

    /** @param clock the simulated time */
    public VaultControl(AzureWorld world, InstantSource clock) {
        this.world = world;
        this.clock = clock;
        this.lifecycle = new VaultLifecycle(world);
    }

    public void mount(ControlRoutes routes) {
        routes.on(
                HttpMethod.GET,
                "/azure/vaults",
                request -> Map.of("vaults", world.vaults().all()));
        routes.on(HttpMethod.GET, VAULT, request -> require(world, request, clock.instant()));
        routes.on(HttpMethod.PUT, VAULT, this::putVault);
        routes.on(HttpMethod.PUT, VAULT + "/policies/:clientId", this::putPolicy);
        routes.on(HttpMethod.PUT, VAULT + "/network", this::putNetwork);
        routes.on(HttpMethod.PUT, VAULT + "/rbac", this::putRbac);
        routes.on(HttpMethod.PUT, VAULT + "/tenant", this::move);
        routes.on(HttpMethod.POST, VAULT + "/delete", this::delete);
        routes.on(HttpMethod.POST, VAULT + "/recover", this::recover);
        routes.on(HttpMethod.POST, VAULT + "/purge", this::purge);
    }

    /** The vault that the path names, by its name or its host. */
    static Vault require(AzureWorld world, RoutingContext request, Instant now) {
        String name = request.pathParam("vault");
        return world.vaultNamed(name, now).orElseThrow(() -> new IllegalArgumentException("there is no vault " + name));
    }

    private Object putVault(RoutingContext request) {
        NewVault wanted = ControlRoutes.body(request, NewVault.class);
        String subscriptionId = Bodies.required(wanted.subscription(), "subscription");
        Subscription subscription = world.subscriptions()
                .find(subscriptionId)
                .orElseThrow(() -> new IllegalArgumentException("there is no subscription " + subscriptionId));
        String location = Bodies.or(wanted.location(), LOCATION);
        String group = Bodies.required(wanted.group(), "group");
        world.keep(new ResourceGroup(subscription.id(), group, location));
        String name = request.pathParam("vault");
        Vault vault = new Vault(
                new Vault.Place(subscription.id(), group, name, location),
                lifecycle.cloud(subscription.tenantId()).vaultHost(name),
                subscription.tenantId(),
                new Vault.Access(Bodies.or(wanted.rbac(), false), List.of()),
                NetworkRules.OPEN,
                new Vault.Deletion(
                        Bodies.or(wanted.retentionDays(), Vault.Deletion.USUAL.retentionDays()),
                        Bodies.or(wanted.purgeProtection(), false),
                        null));
        return kept(vault);
    }

    private Object putPolicy(RoutingContext request) {
        NewPolicy wanted = ControlRoutes.body(request, NewPolicy.class);
        Vault vault = require(world, request, clock.instant());
        Principal principal = Principal.of(vault.tenantId(), request.pathParam("clientId"));
        Vault.Policy policy = new Vault.Policy(principal.objectId(), Bodies.or(wanted.keys(), List.of()));
        return kept(vault.with(vault.access().with(policy)));
    }

    private Object putNetwork(RoutingContext request) {
        Network wanted = ControlRoutes.body(request, Network.class);
        Vault vault = require(world, request, clock.instant());
        return kept(vault.with(new NetworkRules(
                Bodies.or(wanted.publicAccess(), true),
                Bodies.or(wanted.firewall(), false),
                Bodies.or(wanted.addresses(), List.of()))));
    }

    private Object putRbac(RoutingContext request) {
        Vault vault = require(world, request, clock.instant());
        boolean rbac = ControlRoutes.body(request, Rbac.class).rbac();
        return kept(vault.with(new Vault.Access(rbac, vault.access().policies())));
    }

    private Object move(RoutingContext request) {
        Vault vault = require(world, request, clock.instant());
        String tenant = Bodies.required(ControlRoutes.body(request, Moved.class).tenant(), "tenant");
        if (!world.tenants().has(tenant)) {
            throw new IllegalArgumentException("there is no tenant " + tenant);
        }
        return kept(vault.inTenant(tenant));
    }

    private Object delete(RoutingContext request) {
        return lifecycle.delete(require(world, request, clock.instant()), clock.instant());
    }

    private Object recover(RoutingContext request) {
        return lifecycle.recover(require(world, request, clock.instant()));
    }

    private Object purge(RoutingContext request) {
        world.purge(require(world, request, clock.instant()));
        return Map.of();
    }

    private Object kept(Vault vault) {
        world.keep(vault);
        return vault;
    }
}
