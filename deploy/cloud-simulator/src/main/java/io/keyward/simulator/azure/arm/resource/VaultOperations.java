package io.keyward.simulator.azure.arm.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.azure.wire.Body;
import io.keyward.simulator.azure.world.AzureWorld;
import io.keyward.simulator.azure.world.VaultLifecycle;
import io.keyward.simulator.azure.world.vault.NetworkRules;
import io.keyward.simulator.azure.world.vault.Vault;
import io.keyward.simulator.hosts.HostReply;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Vaults, as their owner manages them. */
final class VaultOperations {

    private final AzureWorld world;
    private final GroupOperations groups;
    private final VaultLifecycle lifecycle;

    VaultOperations(AzureWorld world, GroupOperations groups) {
        this.world = world;
        this.groups = groups;
        this.lifecycle = new VaultLifecycle(world);
    }

    HostReply listVaults(ArmCall call) {
        String subscription = call.request().subscription();
        return list(call, vault -> vault.place().subscriptionId().equals(subscription));
    }

    HostReply listVaultsOfGroup(ArmCall call) {
        String group = groups.requireGroup(call).id() + "/";
        return list(call, vault -> vault.id().regionMatches(true, 0, group, 0, group.length()));
    }

    HostReply getVault(ArmCall call) {
        return shown(200, require(call), call);
    }

    HostReply putVault(ArmCall call) {
        groups.requireGroup(call);
        groups.requireRegistered(call.request().subscription(), "Microsoft.KeyVault");
        Optional<Vault> there = world.vaultById(call.request().vaultId(), call.now());
        if (there.filter(Vault::deleted).isPresent()) {
            return recover(call, there.get());
        }
        Vault wanted = changed(there.orElseGet(() -> fresh(call)), call.body().at("properties"));
        world.keep(wanted);
        return shown(there.isPresent() ? 200 : 201, wanted, call);
    }

    HostReply patchVault(ArmCall call) {
        Vault changed = changed(require(call), call.body().at("properties"));
        world.keep(changed);
        return shown(200, changed, call);
    }

    HostReply deleteVault(ArmCall call) {
        lifecycle.delete(require(call), call.now());
        return HostReply.done(200);
    }

    HostReply listDeletedVaults(ArmCall call) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("value");
        living(call)
                .filter(vault ->
                        vault.place().subscriptionId().equals(call.request().subscription()))
                .forEach(vault -> deletedView(vault).ifPresent(body.withArray("value")::add));
        return HostReply.done(200, body);
    }

    HostReply getDeletedVault(ArmCall call) {
        Vault vault = requireDeleted(call);
        return HostReply.done(200, deletedView(vault).orElseThrow());
    }

    HostReply purgeVault(ArmCall call) {
        Vault vault = requireDeleted(call);
        if (vault.deletion().purgeProtection()) {
            throw ArmFaults.purgeProtected(vault.name());
        }
        world.purge(vault);
        return HostReply.done(200);
    }

    /** A vault that is there and not deleted. */
    Vault require(ArmCall call) {
        String id = call.request().vaultId();
        return world.vaultById(id, call.now())
                .filter(vault -> !vault.deleted())
                .orElseThrow(() -> ArmFaults.noSuchResource(id));
    }

    private Vault requireDeleted(ArmCall call) {
        ArmRequest request = call.request();
        return living(call)
                .filter(Vault::deleted)
                .filter(vault -> vault.place().subscriptionId().equals(request.subscription()))
                .filter(vault -> vault.name().equalsIgnoreCase(request.resource()))
                .findFirst()
                .orElseThrow(() -> ArmFaults.noSuchResource(request.scope()));
    }

    private HostReply recover(ArmCall call, Vault deleted) {
        if (!call.body().at("properties").text("createMode").orElse("").equalsIgnoreCase("recover")) {
            throw ArmFaults.vaultDeleted(deleted.name());
        }
        return shown(200, lifecycle.recover(deleted), call);
    }

    private Vault fresh(ArmCall call) {
        ArmRequest request = call.request();
        String tenant = call.body()
                .at("properties")
                .text("tenantId")
                .orElse(call.caller().tenantId());
        if (!tenant.equals(call.caller().tenantId())) {
            throw ArmFaults.invalid("The tenant '" + tenant + "' is not the one of the subscription.");
        }
        Vault.Place place = new Vault.Place(
                request.subscription(),
                request.group(),
                request.resource(),
                call.body().required("location"));
        String host = lifecycle.cloud(tenant).vaultHost(request.resource().toLowerCase(Locale.ROOT));
        if (world.vault(host, call.now()).isPresent()) {
            throw ArmFaults.vaultExists(request.resource());
        }
        Vault.Access access = new Vault.Access(false, List.of());
        return new Vault(place, host, tenant, access, NetworkRules.OPEN, Vault.Deletion.USUAL);
    }

    private HostReply list(ArmCall call, Predicate<Vault> wanted) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("value");
        living(call).filter(vault -> !vault.deleted()).filter(wanted).forEach(vault -> body.withArray("value")
                .add(VaultView.of(vault, world.endpointsAt(vault, call.now()))));
        return HostReply.done(200, body);
    }

    private Stream<Vault> living(ArmCall call) {
        return world.vaults().all().stream().filter(vault -> !vault.purged(call.now()));
    }

    private HostReply shown(int status, Vault vault, ArmCall call) {
        return HostReply.done(status, VaultView.of(vault, world.endpointsAt(vault, call.now())));
    }

    private static Optional<ObjectNode> deletedView(Vault vault) {
        Instant deletedAt = vault.deletion().deletedAt();
        return Optional.ofNullable(deletedAt).map(when -> VaultView.deleted(vault, when));
    }

    /** What is not sent stays. */
    private static Vault changed(Vault vault, Body properties) {
        Vault.Access before = vault.access();
        List<Vault.Policy> policies = properties.has("accessPolicies") ? policies(properties) : before.policies();
        Vault.Deletion deletion = vault.deletion();
        return vault.with(new Vault.Access(properties.flag("enableRbacAuthorization", before.rbac()), policies))
                .with(network(vault.network(), properties))
                .with(new Vault.Deletion(
                        properties.number("softDeleteRetentionInDays", deletion.retentionDays()),
                        properties.flag("enablePurgeProtection", deletion.purgeProtection()),
                        deletion.deletedAt()));
    }

    private static List<Vault.Policy> policies(Body properties) {
        return properties.items("accessPolicies").stream()
                .map(item -> new Vault.Policy(
                        item.required("objectId"), item.at("permissions").texts("keys")))
                .toList();
    }

    private static NetworkRules network(NetworkRules before, Body properties) {
        boolean open = properties
                .text("publicNetworkAccess")
                .map(value -> value.equalsIgnoreCase("Enabled"))
                .orElse(before.publicAccess());
        if (!properties.has("networkAcls")) {
            return new NetworkRules(open, before.firewall(), before.addresses());
        }
        Body rules = properties.at("networkAcls");
        boolean firewall = rules.text("defaultAction").orElse("Allow").equalsIgnoreCase("Deny");
        List<String> addresses = rules.items("ipRules").stream()
                .map(rule -> rule.required("value").replace("/32", ""))
                .toList();
        return new NetworkRules(open, firewall, addresses);
    }
}
