package io.keyward.simulator.azure.arm.resource;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.azure.world.link.PrivateEndpoint;
import io.keyward.simulator.azure.world.vault.NetworkRules;
import io.keyward.simulator.azure.world.vault.Vault;
import java.time.Instant;
import java.util.List;

/** Vaults and their connections as the resource manager shows them to their owner. */
final class VaultView {

    private VaultView() {}

    static ObjectNode of(Vault vault, List<PrivateEndpoint> connected) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("id", vault.id())
                .put("name", vault.name())
                .put("type", "Microsoft.KeyVault/vaults")
                .put("location", vault.location());
        ObjectNode properties = body.putObject("properties");
        properties.putObject("sku").put("family", "A").put("name", "standard");
        properties
                .put("tenantId", vault.tenantId())
                .put("vaultUri", "https://" + vault.host() + "/")
                .put("provisioningState", "Succeeded")
                .put("enableSoftDelete", true)
                .put("softDeleteRetentionInDays", vault.deletion().retentionDays())
                .put("enableRbacAuthorization", vault.access().rbac());
        if (vault.deletion().purgeProtection()) {
            properties.put("enablePurgeProtection", true);
        }
        policies(properties.putArray("accessPolicies"), vault);
        network(properties, vault.network());
        ArrayNode connections = properties.putArray("privateEndpointConnections");
        connected.forEach(endpoint -> connections.add(connection(vault, endpoint)));
        return body;
    }

    static ObjectNode deleted(Vault vault, Instant deletedAt) {
        String id = "/subscriptions/%s/providers/Microsoft.KeyVault/locations/%s/deletedVaults/%s"
                .formatted(vault.place().subscriptionId(), vault.location(), vault.name());
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("name", vault.name())
                .put("type", "Microsoft.KeyVault/deletedVaults");
        body.putObject("properties")
                .put("vaultId", vault.id())
                .put("location", vault.location())
                .put("deletionDate", deletedAt.toString())
                .put(
                        "scheduledPurgeDate",
                        vault.deletion().purgeAfter(deletedAt).toString());
        return body;
    }

    static ObjectNode connection(Vault vault, PrivateEndpoint endpoint) {
        String name = endpoint.connection().vaultSide();
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("id", vault.id() + "/privateEndpointConnections/" + name)
                .put("name", name)
                .put("type", "Microsoft.KeyVault/vaults/privateEndpointConnections")
                .put("location", vault.location());
        ObjectNode properties = body.putObject("properties").put("provisioningState", "Succeeded");
        properties.putObject("privateEndpoint").put("id", endpoint.id());
        properties
                .putObject("privateLinkServiceConnectionState")
                .put("status", endpoint.connection().status().wireName())
                .put("description", endpoint.connection().description())
                .put("actionsRequired", "None");
        return body;
    }

    private static void policies(ArrayNode policies, Vault vault) {
        vault.access().policies().forEach(policy -> {
            ObjectNode shown =
                    policies.addObject().put("tenantId", vault.tenantId()).put("objectId", policy.objectId());
            policy.keys().forEach(shown.putObject("permissions").putArray("keys")::add);
        });
    }

    private static void network(ObjectNode properties, NetworkRules rules) {
        properties.put("publicNetworkAccess", rules.publicAccess() ? "Enabled" : "Disabled");
        ObjectNode shown = properties
                .putObject("networkAcls")
                .put("bypass", "None")
                .put("defaultAction", rules.firewall() ? "Deny" : "Allow");
        ArrayNode addresses = shown.putArray("ipRules");
        rules.addresses().forEach(address -> addresses.addObject().put("value", address));
        shown.putArray("virtualNetworkRules");
    }
}
