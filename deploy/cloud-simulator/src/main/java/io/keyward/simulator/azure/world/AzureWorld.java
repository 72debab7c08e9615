package io.keyward.simulator.azure.world;

import io.keyward.simulator.azure.world.link.CreationOutcome;
import io.keyward.simulator.azure.world.link.LinkSettings;
import io.keyward.simulator.azure.world.link.PrivateEndpoint;
import io.keyward.simulator.azure.world.vault.Vault;
import io.keyward.simulator.azure.world.vault.VaultKey;
import io.keyward.simulator.world.Table;
import io.keyward.simulator.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The present state of Azure: all clouds, tenants and subscriptions. Confined to one thread. */
public final class AzureWorld {

    private static final String TENANTS = "azure.tenants";
    private static final String SETTINGS = "settings";

    private final boolean fresh;
    private final byte[] secret;
    private final Table<Tenant> tenants;
    private final Table<Application> applications;
    private final Table<Principal> principals;
    private final Table<GraphGrant> graphGrants;
    private final Table<RoleAssignment> roles;
    private final Table<Subscription> subscriptions;
    private final Table<ResourceGroup> groups;
    private final Table<Vault> vaults;
    private final Table<VaultKey> keys;
    private final Table<PrivateEndpoint> endpoints;
    private final Table<CreationOutcome> creations;
    private final Table<LinkSettings> settings;

    public AzureWorld(World world) {
        fresh = !world.knew(TENANTS);
        secret = world.sessionSecret();
        tenants = world.section(TENANTS, Tenant.class);
        applications = world.section("azure.applications", Application.class);
        principals = world.section("azure.principals", Principal.class);
        graphGrants = world.section("azure.graph-grants", GraphGrant.class);
        roles = world.section("azure.roles", RoleAssignment.class);
        subscriptions = world.section("azure.subscriptions", Subscription.class);
        groups = world.section("azure.groups", ResourceGroup.class);
        vaults = world.section("azure.vaults", Vault.class);
        keys = world.section("azure.keys", VaultKey.class);
        endpoints = world.section("azure.endpoints", PrivateEndpoint.class);
        creations = world.section("azure.creations", CreationOutcome.class);
        settings = world.section("azure.settings", LinkSettings.class);
    }

    /** Whether nothing was ever kept of it. */
    public boolean fresh() {
        return fresh;
    }

    /** What tokens are signed with; 32 bytes. */
    public byte[] secret() {
        return secret.clone();
    }

    /** Tenants by id. */
    public Table<Tenant> tenants() {
        return tenants;
    }

    /** Applications by client id. */
    public Table<Application> applications() {
        return applications;
    }

    /** Service principals by {@link Principal#name}. */
    public Table<Principal> principals() {
        return principals;
    }

    /** Who may read itself through Graph, by {@link GraphGrant#name}. */
    public Table<GraphGrant> graphGrants() {
        return graphGrants;
    }

    /** Role assignments by id. */
    public Table<RoleAssignment> roles() {
        return roles;
    }

    /** Subscriptions by id. */
    public Table<Subscription> subscriptions() {
        return subscriptions;
    }

    /** Resource groups by their resource id in lower case. */
    public Table<ResourceGroup> groups() {
        return groups;
    }

    /** Vaults by host. */
    public Table<Vault> vaults() {
        return vaults;
    }

    /** Keys by {@link VaultKey#name}. */
    public Table<VaultKey> keys() {
        return keys;
    }

    /** Private endpoints by resource id in lower case, those that are gone included. */
    public Table<PrivateEndpoint> endpoints() {
        return endpoints;
    }

    /** What becomes of endpoints when they are made, by the name that control gave it, oldest first. */
    public Table<CreationOutcome> creations() {
        return creations;
    }

    public LinkSettings settings() {
        return settings.find(SETTINGS).orElse(LinkSettings.USUAL);
    }

    public void set(LinkSettings changed) {
        settings.put(SETTINGS, changed);
    }

    /** The vault with this name on the net, which a deleted one has until it is purged. */
    public Optional<Vault> vault(String host, Instant now) {
        return vaults.find(host).filter(vault -> !vault.purged(now));
    }

    /** The vault of this name in whatever cloud. */
    public Optional<Vault> vaultNamed(String name, Instant now) {
        return vaults.all().stream()
                .filter(vault ->
                        vault.name().equalsIgnoreCase(name) || vault.host().equalsIgnoreCase(name))
                .filter(vault -> !vault.purged(now))
                .findFirst();
    }

    /** The vault with this resource id, deleted or not. */
    public Optional<Vault> vaultById(String id, Instant now) {
        return vaults.all().stream()
                .filter(vault -> vault.id().equalsIgnoreCase(id))
                .filter(vault -> !vault.purged(now))
                .findFirst();
    }

    public void keep(Vault vault) {
        vaults.put(vault.host(), vault);
    }

    /** Takes a vault away for good, with everything in it. */
    public void purge(Vault vault) {
        keysIn(vault).toList().forEach(key -> keys.remove(VaultKey.name(key.vaultHost(), key.name())));
        vaults.remove(vault.host());
    }

    /** A key of a vault, deleted or not. */
    public Optional<VaultKey> key(Vault vault, String name, Instant now) {
        return keys.find(VaultKey.name(vault.host(), name)).filter(key -> !key.purged(now));
    }

    /** All keys of a vault, deleted or not. */
    public List<VaultKey> keys(Vault vault, Instant now) {
        return keysIn(vault).filter(key -> !key.purged(now)).toList();
    }

    public void keep(VaultKey key) {
        keys.put(VaultKey.name(key.vaultHost(), key.name()), key);
    }

    /** The endpoint with this resource id, while it can be found. */
    public Optional<PrivateEndpoint> endpoint(String id, Instant now) {
        return endpoints.find(id.toLowerCase(Locale.ROOT)).filter(endpoint -> endpoint.exists(now));
    }

    /** The endpoint that paths and control name so: the latest of this name. */
    public Optional<PrivateEndpoint> endpointNamed(String name) {
        return endpoints.all().stream()
                .filter(endpoint -> endpoint.name().equalsIgnoreCase(name))
                .reduce((earlier, later) -> later);
    }

    /** The endpoints whose connection the owner of this vault can see. */
    public List<PrivateEndpoint> endpointsAt(Vault vault, Instant now) {
        return endpoints.all().stream()
                .filter(endpoint -> endpoint.connection().vaultId().equalsIgnoreCase(vault.id()))
                .filter(endpoint -> endpoint.connected(now))
                .toList();
    }

    public void keep(PrivateEndpoint endpoint) {
        endpoints.put(endpoint.id().toLowerCase(Locale.ROOT), endpoint);
    }

    public void keep(ResourceGroup group) {
        groups.put(group.id().toLowerCase(Locale.ROOT), group);
    }

    private Stream<VaultKey> keysIn(Vault vault) {
        return keys.all().stream().filter(key -> key.vaultHost().equals(vault.host()));
    }
}
