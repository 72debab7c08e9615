package io.keyward.endpoint.provider.azure;

import io.keyward.endpoint.provider.PrivateEndpointProvider.Order;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;

/** What we ask of the resource manager. */
final class AzureRequests {
    private static final String API = "?api-version=2024-05-01";
    private static final Pattern INSTALLATION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,49}");

    private final String endpoints;
    private final String installation;

    /**
     * @param endpoints path of all private endpoints of our resource group
     * @throws IllegalArgumentException when no name can begin with that installation
     */
    AzureRequests(String endpoints, String installation) {
        if (!INSTALLATION.matcher(installation).matches()) {
            throw new IllegalArgumentException(AzureSubnetSettings.PREFIX
                    + "installation begins the names of endpoints: at most 50 letters, digits, '.', '_' and '-'");
        }
        this.endpoints = endpoints;
        this.installation = installation;
    }

    /** Path of all endpoints, or of the first of them. */
    String all() {
        return endpoints + API;
    }

    String one(String name) {
        return endpoints + "/" + name + API;
    }

    /** By its name Azure knows the same request again. */
    String nameOf(Order order) {
        return installation + "-" + order.endpointId();
    }

    /** One endpoint to a vault whose owner is asked. */
    String body(Order order, String subnet, String vault) {
        var connection = new JsonObject()
                .put("name", nameOf(order))
                .put(
                        "properties",
                        new JsonObject()
                                .put("privateLinkServiceId", vault)
                                .put("groupIds", new JsonArray().add("vault"))
                                .put("requestMessage", message(order)));
        return new JsonObject()
                .put("location", order.region())
                .put("tags", tags(order))
                .put(
                        "properties",
                        new JsonObject()
                                .put("subnet", new JsonObject().put("id", subnet))
                                .put("manualPrivateLinkServiceConnections", new JsonArray().add(connection)))
                .encode();
    }

    /** What the owner of the vault reads before deciding; Azure takes 140 characters. */
    private static String message(Order order) {
        return "Keyward, project " + order.groupId() + ": approve if you asked for private endpoint "
                + order.endpointId() + ", else reject.";
    }

    private JsonObject tags(Order order) {
        return new JsonObject()
                .put(AzureSightings.ENDPOINT_ID, order.endpointId())
                .put(AzureSightings.PROJECT_ID, order.groupId())
                .put(AzureSightings.INSTALLATION, installation);
    }
}
