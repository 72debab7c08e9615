package io.keyward.validation.provider.azure;

import io.keyward.clouds.ContextHop;
import io.keyward.clouds.azure.AzureEnvironment;
import io.keyward.clouds.azure.AzureEnvironment.Audience;
import io.keyward.clouds.azure.AzureIdentity;
import io.keyward.clouds.azure.AzureWeb;
import io.keyward.clouds.web.CloudRequest;
import io.keyward.clouds.web.Way;
import io.keyward.simulator.azure.AzureAccounts;
import io.keyward.validation.provider.SimulatorControl;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** A private endpoint of the product's to a vault, ordered as the product does, and approved as the owner of the vault does. */
record ApprovedEndpoint(Vertx vertx, SimulatorControl cloud, AzureWeb web) {

    /** Makes one to the vault, and answers its reference. */
    String make(String vault) {
        var name = "endpoint-" + vault;
        var connection = new JsonObject()
                .put("name", name)
                .put(
                        "properties",
                        new JsonObject()
                                .put("privateLinkServiceId", idOf(vault))
                                .put("groupIds", new JsonArray().add("vault"))
                                .put("requestMessage", "test"));
        var endpoint = new JsonObject()
                .put("location", AzureAccounts.DEMO_LOCATION)
                .put(
                        "properties",
                        new JsonObject()
                                .put(
                                        "subnet",
                                        new JsonObject().put("id", AzureAccounts.subnet(AzureAccounts.DEMO_LOCATION)))
                                .put("manualPrivateLinkServiceConnections", new JsonArray().add(connection)));
        order(name, endpoint);
        cloud.control("POST", "/azure/private-endpoints/" + name + "/succeed", new JsonObject());
        cloud.control("POST", "/azure/private-endpoints/" + name + "/approve", new JsonObject());
        return name;
    }

    private void order(String name, JsonObject endpoint) {
        var ourselves = new AzureIdentity(
                AzureEnvironment.AZURE, AzureAccounts.PLATFORM_TENANT, AzureAccounts.PLATFORM_APPLICATION, null);
        var url = "https://management.azure.com/subscriptions/" + AzureAccounts.PLATFORM_SUBSCRIPTION
                + "/resourceGroups/" + AzureAccounts.PLATFORM_GROUP
                + "/providers/Microsoft.Network/privateEndpoints/" + name + "?api-version=2023-09-01";
        ContextHop.onNewContext(vertx, () -> web.signIn(
                                ourselves, Audience.MANAGEMENT, AzureAccounts.PLATFORM_APPLICATION_SECRET)
                        .chain(token -> web.ask(new CloudRequest(
                                "PUT",
                                URI.create(url),
                                Map.of("Authorization", "Bearer " + token.value(), "Content-Type", "application/json"),
                                endpoint.encode(),
                                Way.INTERNET))))
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private static String idOf(String vault) {
        return "/subscriptions/" + AzureAccounts.CUSTOMER_SUBSCRIPTION
                + "/resourceGroups/contract/providers/Microsoft.KeyVault/vaults/" + vault;
    }
}
