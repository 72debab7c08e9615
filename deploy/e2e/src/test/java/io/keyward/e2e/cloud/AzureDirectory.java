package io.keyward.e2e.cloud;

import io.keyward.simulator.azure.AzureAccounts;
import java.net.URI;
import java.util.UUID;

/** What the administrator of the customer's tenant does in Entra and with subscriptions. */
public final class AzureDirectory {
    private final Control control;

    public AzureDirectory(URI cloud) {
        control = new Control(cloud);
    }

    /** A new application in the tenant; answers its id. */
    public String newApplication() {
        String id = UUID.randomUUID().toString();
        control.put("azure/applications/" + id, "{\"tenants\":[\"%s\"]}".formatted(AzureAccounts.CUSTOMER_TENANT));
        return id;
    }

    /** A new secret of that application, which ended yesterday; answers its value. */
    public String newExpiredSecret(String application) {
        return control.post("azure/applications/" + application + "/secrets", "{\"endsAt\":\"2020-01-01T00:00:00Z\"}")
                .path("value")
                .asText();
    }

    /** A new subscription in which nothing but vaults can be had, and the demo's application may look around; answers its id. */
    public String newSubscriptionWithoutNetworks() {
        String id = UUID.randomUUID().toString();
        control.put(
                "azure/subscriptions/" + id,
                "{\"tenant\":\"%s\",\"registered\":[\"Microsoft.KeyVault\"]}".formatted(AzureAccounts.CUSTOMER_TENANT));
        control.put(
                "azure/roles/reader-of-" + id,
                "{\"scope\":\"/subscriptions/%s\",\"tenant\":\"%s\",\"clientId\":\"%s\",\"role\":\"Reader\"}"
                        .formatted(id, AzureAccounts.CUSTOMER_TENANT, AzureAccounts.DEMO_APPLICATION));
        return id;
    }
}
