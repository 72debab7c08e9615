package io.keyward.simulator.azure;

import io.keyward.simulator.azure.world.Application;
import io.keyward.simulator.azure.world.AzureCloud;
import io.keyward.simulator.azure.world.AzureWorld;
import io.keyward.simulator.azure.world.Principal;
import io.keyward.simulator.azure.world.ResourceGroup;
import io.keyward.simulator.azure.world.RoleAssignment;
import io.keyward.simulator.azure.world.Subscription;
import io.keyward.simulator.azure.world.Tenant;
import io.keyward.simulator.azure.world.vault.KeyVersion;
import io.keyward.simulator.azure.world.vault.NetworkRules;
import io.keyward.simulator.azure.world.vault.Vault;
import io.keyward.simulator.azure.world.vault.VaultKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Plants what {@link AzureAccounts} lists, once; then it belongs to whoever uses it. */
final class AzureSeeds {

    private static final List<String> PROVIDERS = List.of("Microsoft.KeyVault", "Microsoft.Network");
    private static final List<String> USE = List.of("get", "encrypt", "decrypt");
    private static final List<String> ALL = List.of("all");

    private final AzureWorld world;
    private final Instant now;

    private AzureSeeds(AzureWorld world, Instant now) {
        this.world = world;
        this.now = now;
    }

    static void plant(AzureWorld world, Instant now) {
        AzureSeeds seeds = new AzureSeeds(world, now.truncatedTo(ChronoUnit.SECONDS));
        seeds.directories();
        seeds.demo();
        seeds.canary();
    }

    private void directories() {
        tenant(AzureAccounts.PLATFORM_TENANT, "keyward", AzureAccounts.PLATFORM_SUBSCRIPTION);
        tenant(AzureAccounts.CUSTOMER_TENANT, "customer", AzureAccounts.CUSTOMER_SUBSCRIPTION);
        world.keep(new ResourceGroup(
                AzureAccounts.PLATFORM_SUBSCRIPTION, AzureAccounts.PLATFORM_GROUP, AzureAccounts.DEMO_LOCATION));
        world.keep(new ResourceGroup(
                AzureAccounts.CUSTOMER_SUBSCRIPTION, AzureAccounts.DEMO_GROUP, AzureAccounts.DEMO_LOCATION));
        application(
                AzureAccounts.PLATFORM_APPLICATION,
                "Keyward",
                AzureAccounts.PLATFORM_APPLICATION_SECRET,
                List.of(AzureAccounts.PLATFORM_TENANT, AzureAccounts.CUSTOMER_TENANT));
        application(
                AzureAccounts.DEMO_APPLICATION,
                "keyward-demo",
                AzureAccounts.DEMO_APPLICATION_SECRET,
                List.of(AzureAccounts.CUSTOMER_TENANT));
        application(
                AzureAccounts.ADMINISTRATOR,
                "administrator",
                AzureAccounts.ADMINISTRATOR_SECRET,
                List.of(AzureAccounts.CUSTOMER_TENANT));
        role("platform-contributor", AzureAccounts.PLATFORM_TENANT, AzureAccounts.PLATFORM_APPLICATION, "Contributor");
        role("administrator-owner", AzureAccounts.CUSTOMER_TENANT, AzureAccounts.ADMINISTRATOR, "Owner");
        role(
                "administrator-keys",
                AzureAccounts.CUSTOMER_TENANT,
                AzureAccounts.ADMINISTRATOR,
                "Key Vault Administrator");
        role("demo-reader", AzureAccounts.CUSTOMER_TENANT, AzureAccounts.DEMO_APPLICATION, "Reader");
        role("platform-reader", AzureAccounts.CUSTOMER_TENANT, AzureAccounts.PLATFORM_APPLICATION, "Reader");
    }

    private void demo() {
        Vault.Place place = new Vault.Place(
                AzureAccounts.CUSTOMER_SUBSCRIPTION,
                AzureAccounts.DEMO_GROUP,
                AzureAccounts.DEMO_VAULT,
                AzureAccounts.DEMO_LOCATION);
        String tenant = AzureAccounts.CUSTOMER_TENANT;
        vault(
                place,
                tenant,
                List.of(
                        policy(tenant, AzureAccounts.DEMO_APPLICATION, USE),
                        policy(tenant, AzureAccounts.PLATFORM_APPLICATION, USE),
                        policy(tenant, AzureAccounts.ADMINISTRATOR, ALL)));
        key(AzureAccounts.DEMO_KEY_ID);
    }

    private void canary() {
        Vault.Place place = new Vault.Place(
                AzureAccounts.PLATFORM_SUBSCRIPTION,
                AzureAccounts.PLATFORM_GROUP,
                AzureAccounts.CANARY_VAULT,
                AzureAccounts.DEMO_LOCATION);
        String tenant = AzureAccounts.PLATFORM_TENANT;
        vault(place, tenant, List.of(policy(tenant, AzureAccounts.PLATFORM_APPLICATION, USE)));
        key(AzureAccounts.CANARY_KEY_ID);
    }

    private void tenant(String id, String name, String subscription) {
        world.tenants().put(id, new Tenant(id, name, AzureCloud.AZURE));
        world.subscriptions().put(subscription, new Subscription(subscription, id, name, PROVIDERS));
    }

    private void application(String clientId, String name, String secret, List<String> tenants) {
        Application.Secret known = new Application.Secret("first", secret, null);
        world.applications().put(clientId, new Application(clientId, name, true, List.of(known)));
        for (String tenant : tenants) {
            Principal principal = Principal.of(tenant, clientId);
            world.principals().put(Principal.name(tenant, clientId), principal);
        }
    }

    /** At the one subscription that the tenant has. */
    private void role(String name, String tenant, String clientId, String role) {
        String subscription = tenant.equals(AzureAccounts.PLATFORM_TENANT)
                ? AzureAccounts.PLATFORM_SUBSCRIPTION
                : AzureAccounts.CUSTOMER_SUBSCRIPTION;
        String scope = "/subscriptions/" + subscription;
        world.roles().put(name, new RoleAssignment(name, scope, objectId(tenant, clientId), role, List.of()));
    }

    private void vault(Vault.Place place, String tenant, List<Vault.Policy> policies) {
        world.keep(new Vault(
                place,
                AzureCloud.AZURE.vaultHost(place.name()),
                tenant,
                new Vault.Access(false, policies),
                NetworkRules.OPEN,
                Vault.Deletion.USUAL));
    }

    /** With just the version that its identifier names. */
    private void key(String id) {
        String[] parts = id.split("/");
        KeyVersion version = KeyVersion.fresh(KeyVersion.Shape.USUAL, now).named(parts[5]);
        world.keep(new VaultKey(parts[2], parts[4], List.of(version), null, null, null));
    }

    private static Vault.Policy policy(String tenant, String clientId, List<String> permissions) {
        return new Vault.Policy(objectId(tenant, clientId), permissions);
    }

    private static String objectId(String tenant, String clientId) {
        return Principal.of(tenant, clientId).objectId();
    }
}
