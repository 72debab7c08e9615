package io.keyward.e2e.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.simulator.azure.AzureAccounts;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** A key vault of a customer's, in a resource group by itself, and what their administrator does about it in Azure. */
public final class AzureVault {
    private static final String API = "?api-version=2023-07-01";
    private static final String USE = "{\"keys\":[\"get\",\"encrypt\",\"decrypt\"]}";

    private final Control control;
    private final Control azure;
    private final String name;
    private final String subscription;

    private AzureVault(URI cloud, String name, String subscription) {
        control = new Control(cloud);
        azure = Control.of(cloud, "/_hosts/management.azure.com/");
        this.name = name;
        this.subscription = subscription;
    }

    /** A new vault, which lets the customer's application use its keys. */
    public static AzureVault create(URI cloud) {
        return create(cloud, AzureAccounts.CUSTOMER_SUBSCRIPTION);
    }

    /** The same in another of the customer's subscriptions. */
    public static AzureVault create(URI cloud, String subscription) {
        AzureVault vault =
                new AzureVault(cloud, "kw-" + UUID.randomUUID().toString().substring(0, 12), subscription);
        vault.control.put(
                vault.path(""), "{\"subscription\":\"%s\",\"group\":\"%s\"}".formatted(subscription, vault.group()));
        vault.allow(AzureAccounts.DEMO_APPLICATION);
        return vault;
    }

    public String name() {
        return name;
    }

    public String group() {
        return name + "-group";
    }

    /** A new key, or one more version of it; answers its identifier. */
    public String createKey(String key) {
        return control.post(path("/keys/" + key), "{}").path("id").asText();
    }

    /** Changes attributes of the newest version, such as {@code "enabled":false}. */
    public void changeKey(String key, String fields) {
        control.patch(path("/keys/" + key), "{" + fields + "}");
    }

    /** Deletes a key, so that it could be recovered. */
    public void deleteKey(String key) {
        control.post(path("/keys/" + key + "/delete"), "");
    }

    /** Fields of a configuration that uses that key in this vault, as the application that is let in. */
    public String configuration(String keyIdentifier) {
        return """
                "enabled":true,"azureEnvironment":"AZURE","clientID":"%s","secret":"%s","tenantID":"%s","subscriptionID":"%s",
                "resourceGroupName":"%s","keyVaultName":"%s","keyIdentifier":"%s\"""".formatted(
                        AzureAccounts.DEMO_APPLICATION,
                        AzureAccounts.DEMO_APPLICATION_SECRET,
                        AzureAccounts.CUSTOMER_TENANT,
                        subscription,
                        group(),
                        name,
                        keyIdentifier);
    }

    /** From now on the application may get keys, encrypt and decrypt. */
    public void allow(String clientId) {
        control.put(path("/policies/" + clientId), USE);
    }

    /** From now on it may nothing. */
    public void deny(String clientId) {
        control.put(path("/policies/" + clientId), "{\"keys\":[]}");
    }

    /** Whether the vault is reached over the internet, too. */
    public void openToTheInternet(boolean open) {
        control.put(path("/network"), "{\"publicAccess\":%s}".formatted(open));
    }

    /** Object id of Keyward's service principal in the customer's tenant. */
    public String keywardsPrincipal() {
        return control.get("azure/applications/" + AzureAccounts.PLATFORM_APPLICATION)
                .path("principals")
                .valueStream()
                .filter(principal -> principal.path("tenantId").asText().equals(AzureAccounts.CUSTOMER_TENANT))
                .map(principal -> principal.path("objectId").asText())
                .findFirst()
                .orElseThrow();
    }

    /** The private endpoint connections of the vault that are {@code status}, by their names. */
    public List<String> connections(String status) {
        return azure.get(connection(""))
                .path("value")
                .valueStream()
                .filter(connection -> connection
                        .at("/properties/privateLinkServiceConnectionState/status")
                        .asText()
                        .equals(status))
                .map(connection -> connection.path("name").asText())
                .toList();
    }

    /** {@code Approved} or {@code Rejected}, by the owner of the vault. */
    public void decide(String connection, String status) {
        azure.put(
                connection("/" + connection),
                "{\"properties\":{\"privateLinkServiceConnectionState\":{\"status\":\"%s\"}}}".formatted(status));
    }

    /** All that exists of Keyward's endpoints to this vault. */
    public List<JsonNode> endpoints() {
        return control.get("azure/private-endpoints")
                .path("endpoints")
                .valueStream()
                .filter(endpoint -> endpoint.path("vaultId").asText().endsWith("/vaults/" + name))
                .filter(endpoint -> !endpoint.path("state").asText().equals("Gone"))
                .toList();
    }

    private String path(String what) {
        return "azure/vaults/" + name + what;
    }

    private String connection(String what) {
        return "subscriptions/%s/resourceGroups/%s/providers/Microsoft.KeyVault/vaults/%s/privateEndpointConnections%s%s"
                .formatted(subscription, group(), name, what, API);
    }
}
