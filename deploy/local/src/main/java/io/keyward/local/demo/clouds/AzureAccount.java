package io.keyward.local.demo.clouds;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.client.PlainJson;
import io.keyward.local.demo.telling.Expect;
import io.keyward.local.folder.Addresses;
import io.keyward.simulator.azure.AzureAccounts;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the customer does in a subscription of their own: with the key, with the vault, and about connections to it. */
final class AzureAccount {
    private static final String VAULT = "subscriptions/%s/resourceGroups/%s/providers/Microsoft.KeyVault/vaults/%s/"
            .formatted(AzureAccounts.CUSTOMER_SUBSCRIPTION, AzureAccounts.DEMO_GROUP, AzureAccounts.DEMO_VAULT);
    private static final String API = "?api-version=2023-07-01";

    private final String control;
    private final String resources;

    AzureAccount(Addresses addresses) {
        control = addresses.cloudUrl() + "/_control/azure/vaults/" + AzureAccounts.DEMO_VAULT;
        resources = addresses.cloudUrl() + "/_hosts/management.azure.com/" + VAULT;
    }

    /** The fields of the manual's PATCH, filled in. */
    String configuration(String keyIdentifier, boolean privately) {
        return """
                "azureEnvironment": "AZURE", "clientID": "%s", "enabled": true, "keyIdentifier": "%s", "keyVaultName": "%s",
                "requirePrivateNetworking": %s, "resourceGroupName": "%s", "secret": "%s", "subscriptionID": "%s", "tenantID": "%s"
                """.formatted(
                        AzureAccounts.DEMO_APPLICATION,
                        keyIdentifier,
                        AzureAccounts.DEMO_VAULT,
                        privately,
                        AzureAccounts.DEMO_GROUP,
                        AzureAccounts.DEMO_APPLICATION_SECRET,
                        AzureAccounts.CUSTOMER_SUBSCRIPTION,
                        AzureAccounts.CUSTOMER_TENANT);
    }

    /** One more version of the key; answers its identifier. */
    String newVersion() {
        return PlainJson.call("POST", control + "/keys/" + AzureAccounts.DEMO_KEY, "{}")
                .path("id")
                .asText();
    }

    /** Whether Keyward's application may get keys of the vault, encrypt and decrypt. */
    void allow(boolean allowed) {
        String keys = allowed ? "\"get\",\"encrypt\",\"decrypt\"" : "";
        PlainJson.call(
                "PUT", control + "/policies/" + AzureAccounts.DEMO_APPLICATION, "{\"keys\":[%s]}".formatted(keys));
    }

    /** Whether the vault is reached over the internet, too. */
    void openToTheInternet(boolean open) {
        PlainJson.call("PUT", control + "/network", "{\"publicAccess\":%s}".formatted(open));
    }

    /** Decides about every connection that is {@code status}; waits until there is one. Answers their names. */
    String decide(String status, String decision) {
        List<JsonNode> found =
                Expect.await("a connection that is " + status, () -> connections(status), list -> !list.isEmpty());
        String body =
                "{\"properties\":{\"privateLinkServiceConnectionState\":{\"status\":\"%s\"}}}".formatted(decision);
        found.forEach(connection -> PlainJson.callAsAdministrator(
                "PUT", connection(connection.path("name").asText()), body));
        return String.join(
                ", ",
                found.stream()
                        .map(connection -> connection.path("name").asText())
                        .toList());
    }

    private List<JsonNode> connections(String status) {
        JsonNode all = PlainJson.callAsAdministrator("GET", connection(""), "");
        return StreamSupport.stream(all.path("value").spliterator(), false)
                .filter(connection -> connection
                        .at("/properties/privateLinkServiceConnectionState/status")
                        .asText()
                        .equals(status))
                .toList();
    }

    private String connection(String name) {
        return resources + "privateEndpointConnections" + (name.isEmpty() ? "" : "/" + name) + API;
    }
}
