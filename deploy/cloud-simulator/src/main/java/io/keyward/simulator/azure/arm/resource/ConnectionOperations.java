package io.keyward.simulator.azure.arm.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.azure.wire.Body;
import io.keyward.simulator.azure.world.AzureWorld;
import io.keyward.simulator.azure.world.link.Connection;
import io.keyward.simulator.azure.world.link.PrivateEndpoint;
import io.keyward.simulator.azure.world.vault.Vault;
import io.keyward.simulator.hosts.HostReply;

/** The connections of a vault: what its owner decides about private endpoints, whoever they belong to. */
final class ConnectionOperations {

    private final AzureWorld world;
    private final VaultOperations vaults;

    ConnectionOperations(AzureWorld world, VaultOperations vaults) {
        this.world = world;
        this.vaults = vaults;
    }

    HostReply listConnections(ArmCall call) {
        Vault vault = vaults.require(call);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("value");
        world.endpointsAt(vault, call.now())
                .forEach(endpoint -> body.withArray("value").add(VaultView.connection(vault, endpoint)));
        return HostReply.done(200, body);
    }

    HostReply getConnection(ArmCall call) {
        Vault vault = vaults.require(call);
        return HostReply.done(200, VaultView.connection(vault, require(call, vault)));
    }

    HostReply putConnection(ArmCall call) {
        Vault vault = vaults.require(call);
        PrivateEndpoint endpoint = require(call, vault);
        Body state = call.body().at("properties").at("privateLinkServiceConnectionState");
        Connection.Status status =
                switch (state.required("status")) {
                    case "Approved" -> Connection.Status.APPROVED;
                    case "Rejected" -> Connection.Status.REJECTED;
                    default -> throw ArmFaults.invalid("A connection can be Approved or Rejected.");
                };
        PrivateEndpoint decided = endpoint.with(
                endpoint.connection().with(status, state.text("description").orElse("")));
        world.keep(decided);
        return HostReply.done(200, VaultView.connection(vault, decided));
    }

    /** At the endpoint it reads as disconnected from then on. */
    HostReply deleteConnection(ArmCall call) {
        PrivateEndpoint endpoint = require(call, vaults.require(call));
        world.keep(endpoint.with(
                endpoint.connection().with(Connection.Status.DISCONNECTED, "Deleted by the owner of the vault.")));
        return HostReply.done(200);
    }

    private PrivateEndpoint require(ArmCall call, Vault vault) {
        return world.endpointsAt(vault, call.now()).stream()
                .filter(endpoint -> endpoint.connection()
                        .vaultSide()
                        .equalsIgnoreCase(call.request().connection()))
                .findFirst()
                .orElseThrow(() -> ArmFaults.noSuchResource(call.request().scope()));
    }
}
