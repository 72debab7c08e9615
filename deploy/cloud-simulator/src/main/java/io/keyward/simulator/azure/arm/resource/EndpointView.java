package io.keyward.simulator.azure.arm.resource;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.azure.world.AzureCloud;
import io.keyward.simulator.azure.world.link.Connection;
import io.keyward.simulator.azure.world.link.Phase;
import io.keyward.simulator.azure.world.link.PrivateEndpoint;
import io.keyward.simulator.azure.world.link.Provisioning;
import java.time.Instant;
import java.util.Objects;

/** Private endpoints as the resource manager shows them to their owner. */
final class EndpointView {

    private static final int OCTET = 256;
    /** What Azure keeps for itself at the beginning of a subnet. */
    private static final int RESERVED = 4;

    private static final int HOSTS = OCTET * OCTET - RESERVED - 1;

    private EndpointView() {}

    static ObjectNode of(PrivateEndpoint endpoint, ArmCall call) {
        Instant now = call.now();
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("id", endpoint.id())
                .put("name", endpoint.name())
                .put("type", "Microsoft.Network/privateEndpoints")
                .put("location", endpoint.place().location());
        endpoint.tags().forEach(body.putObject("tags")::put);
        ObjectNode properties = body.putObject("properties")
                .put("provisioningState", endpoint.state(now).wireName());
        properties.putObject("subnet").put("id", endpoint.subnetId());
        Connection connection = endpoint.connection();
        properties.putArray(
                connection.manual() ? "privateLinkServiceConnections" : "manualPrivateLinkServiceConnections");
        properties
                .putArray(connection.manual() ? "manualPrivateLinkServiceConnections" : "privateLinkServiceConnections")
                .add(connection(endpoint));
        ArrayNode names = properties.putArray("customDnsConfigs");
        if (endpoint.open(now)) {
            names.addObject()
                    .put("fqdn", host(endpoint, call))
                    .putArray("ipAddresses")
                    .add(address(endpoint));
        }
        return body;
    }

    /** How an operation on it goes, as pollers ask. */
    static ObjectNode operation(PrivateEndpoint endpoint, Instant now) {
        Phase phase = endpoint.at(now);
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("status", status(phase.state()));
        if (phase.code() != null) {
            body.putObject("error")
                    .put("code", phase.code())
                    .put("message", Objects.requireNonNullElse(phase.message(), ""));
        }
        return body;
    }

    /** The vault's, at which it is to be resolved. */
    private static String host(PrivateEndpoint endpoint, ArmCall call) {
        String vaultId = endpoint.connection().vaultId();
        AzureCloud cloud = AzureCloud.ofManagement(call.http().host()).orElse(AzureCloud.AZURE);
        return cloud.vaultHost(vaultId.substring(vaultId.lastIndexOf('/') + 1));
    }

    /** The same each time, in the subnet that nobody keeps. */
    private static String address(PrivateEndpoint endpoint) {
        int number = Math.floorMod(endpoint.name().hashCode(), HOSTS) + RESERVED;
        return "10.0." + number / OCTET + "." + number % OCTET;
    }

    private static String status(Provisioning state) {
        return switch (state) {
            case CREATING, UPDATING, DELETING -> "InProgress";
            case SUCCEEDED, GONE -> "Succeeded";
            case FAILED -> "Failed";
            case CANCELED -> "Canceled";
        };
    }

    private static ObjectNode connection(PrivateEndpoint endpoint) {
        Connection connection = endpoint.connection();
        String list = connection.manual() ? "manualPrivateLinkServiceConnections" : "privateLinkServiceConnections";
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("id", endpoint.id() + "/" + list + "/" + connection.name())
                .put("name", connection.name())
                .put("type", "Microsoft.Network/privateEndpoints/" + list);
        ObjectNode properties = body.putObject("properties")
                .put("provisioningState", "Succeeded")
                .put("privateLinkServiceId", connection.vaultId())
                .put("requestMessage", connection.request());
        connection.groups().forEach(properties.putArray("groupIds")::add);
        properties
                .putObject("privateLinkServiceConnectionState")
                .put("status", connection.status().wireName())
                .put("description", connection.description())
                .put("actionsRequired", "None");
        return body;
    }
}
