package io.keyward.simulator.azure.arm.resource;

import io.keyward.simulator.azure.wire.Body;
import io.keyward.simulator.azure.world.AzureWorld;
import io.keyward.simulator.azure.world.Roles;
import io.keyward.simulator.azure.world.link.Connection;
import io.keyward.simulator.azure.world.link.CreationOutcome;
import io.keyward.simulator.azure.world.link.LinkRules;
import io.keyward.simulator.azure.world.link.PrivateEndpoint;
import io.keyward.simulator.azure.world.vault.KeyVersion;
import io.keyward.simulator.azure.world.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody who makes a private endpoint asks for, and what becomes of it. */
final class EndpointWishes {

    private static final Pattern SUBNET = Pattern.compile(
            "/subscriptions/([^/]+)/resourceGroups/[^/]+/providers/Microsoft.Network/virtualNetworks/[^/]+/subnets/[^/]+",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> GROUPS = List.of("vault");

    private final AzureWorld world;
    private final GroupOperations groups;

    EndpointWishes(AzureWorld world, GroupOperations groups) {
        this.world = world;
        this.groups = groups;
    }

    /** The endpoint that is asked for, before it is made. */
    PrivateEndpoint read(ArmCall call) {
        ArmRequest request = call.request();
        Body properties = call.body().at("properties");
        PrivateEndpoint.Place place = new PrivateEndpoint.Place(
                request.subscription(),
                request.group(),
                request.resource(),
                call.body().required("location"));
        return new PrivateEndpoint(
                place,
                subnet(call, properties.at("subnet").required("id")),
                connection(call, properties),
                call.body().map("tags"),
                List.of(),
                false);
    }

    /** The same, being made. */
    PrivateEndpoint made(PrivateEndpoint wanted, Instant now) {
        Optional<CreationOutcome> outcome = outcome(wanted);
        Connection connection = outcome.filter(CreationOutcome::approved).isPresent()
                ? wanted.connection().with(Connection.Status.APPROVED, "Approved")
                : wanted.connection();
        return new PrivateEndpoint(
                wanted.place(),
                wanted.subnetId(),
                connection,
                wanted.tags(),
                LinkRules.created(now, world.settings(), outcome),
                false);
    }

    /** What control wants to become of it, if anything; used up by being asked. */
    Optional<CreationOutcome> outcome(PrivateEndpoint endpoint) {
        Optional<Map.Entry<String, CreationOutcome>> found = world.creations().byName().entrySet().stream()
                .filter(entry -> entry.getValue().concerns(endpoint.place().location()))
                .findFirst();
        Optional<CreationOutcome> outcome = found.map(Map.Entry::getValue);
        found.map(Map.Entry::getKey).ifPresent(this::use);
        return outcome;
    }

    private void use(String name) {
        world.creations().find(name).map(CreationOutcome::calls).ifPresent(calls -> {
            if (calls <= 1) {
                world.creations().remove(name);
            } else {
                world.creations().change(name, outcome -> outcome.withCalls(calls - 1));
            }
        });
    }

    /** Networks are not kept: each location of a subscription has whatever is named. */
    private static String subnet(ArmCall call, String id) {
        var matcher = SUBNET.matcher(id);
        if (!matcher.matches()
                || !matcher.group(1).equalsIgnoreCase(call.request().subscription())) {
            throw ArmFaults.noSuchReference(id);
        }
        return id;
    }

    private Connection connection(ArmCall call, Body properties) {
        List<Body> manual = properties.items("manualPrivateLinkServiceConnections");
        List<Body> automatic = properties.items("privateLinkServiceConnections");
        if (manual.size() + automatic.size() != 1) {
            throw ArmFaults.invalid("A private endpoint has exactly one connection.");
        }
        return manual.isEmpty() ? taken(call, automatic.getFirst()) : askedFor(call, manual.getFirst());
    }

    private Connection askedFor(ArmCall call, Body connection) {
        String message = connection.at("properties").text("requestMessage").orElse("");
        return connection(call, connection, Optional.of(message), Connection.Status.PENDING);
    }

    /** Nobody is asked, because the maker may manage the vault. */
    private Connection taken(ArmCall call, Body connection) {
        Connection taken = connection(call, connection, Optional.empty(), Connection.Status.APPROVED);
        String action = Roles.management("Microsoft.KeyVault/vaults/PrivateEndpointConnectionsApproval/action");
        boolean allowed = world.roles().all().stream()
                .anyMatch(role -> role.allows(call.caller().objectId(), action, taken.vaultId()));
        if (!allowed) {
            throw ArmFaults.notAuthorizedThere(call.caller(), taken.vaultId());
        }
        return taken;
    }

    private Connection connection(ArmCall call, Body connection, Optional<String> request, Connection.Status status) {
        Body properties = connection.at("properties");
        String vaultId = properties.required("privateLinkServiceId");
        Vault vault = world.vaultById(vaultId, call.now())
                .filter(found -> !found.deleted())
                .orElseThrow(() -> ArmFaults.noSuchReference(vaultId));
        groups.requireRegistered(vault.place().subscriptionId(), "Microsoft.Network");
        if (!properties.texts("groupIds").equals(GROUPS)) {
            throw ArmFaults.invalid("The group ids of a key vault are [vault].");
        }
        return new Connection(
                connection.required("name"),
                vaultId,
                GROUPS,
                request.orElse(null),
                KeyVersion.freshId(),
                status,
                status == Connection.Status.PENDING ? "Awaiting Approval" : "Approved");
    }
}
