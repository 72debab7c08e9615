package io.keyward.simulator.azure;

/**
 * The two tenants that exist from the start, and what is seeded in them. Fixed, so that a walk-through can print them. No secret here opens anything but a
 * simulator.
 */
public final class AzureAccounts {

    /** The customer's tenant, in the public cloud. */
    public static final String CUSTOMER_TENANT = "c0570000-0000-4000-8000-000000000001";

    public static final String CUSTOMER_SUBSCRIPTION = "c0570000-0000-4000-8000-000000000002";

    /** The group that the demo's vault is in. */
    public static final String DEMO_GROUP = "keyward-demo";

    public static final String DEMO_LOCATION = "eastus2";
    public static final String DEMO_VAULT = "keyward-demo";
    public static final String DEMO_VAULT_HOST = "keyward-demo.vault.azure.net";
    public static final String DEMO_KEY = "keyward";
    public static final String DEMO_KEY_VERSION = "5d0c1a4e7b3f4c6d9e8fa0b1c2d3e4f5";

    /** The demo's key as a configuration names it. An access policy lets the application below and the product get it, encrypt and decrypt. */
    public static final String DEMO_KEY_ID =
            "https://" + DEMO_VAULT_HOST + "/keys/" + DEMO_KEY + "/" + DEMO_KEY_VERSION;

    /** The customer's application that a configuration names; Reader of the subscription. */
    public static final String DEMO_APPLICATION = "c0570000-0000-4000-8000-000000000003";

    public static final String DEMO_APPLICATION_SECRET = "simulated-azure-demo-client-secret-000";

    /** The customer's administrator: owner of the subscription, and may do everything with keys. */
    public static final String ADMINISTRATOR = "c0570000-0000-4000-8000-000000000004";

    public static final String ADMINISTRATOR_SECRET = "simulated-azure-administrator-secret-0";

    /** The product's own tenant. */
    public static final String PLATFORM_TENANT = "4e790000-0000-4000-8000-000000000001";

    public static final String PLATFORM_SUBSCRIPTION = "4e790000-0000-4000-8000-000000000002";

    /** The group that the product's networks and private endpoints are in. */
    public static final String PLATFORM_GROUP = "keyward";

    /** The product's application. Customers can let it into their tenants: the demo's has. */
    public static final String PLATFORM_APPLICATION = "4e790000-0000-4000-8000-000000000003";

    public static final String PLATFORM_APPLICATION_SECRET = "simulated-azure-platform-client-secret0";

    /** A vault of the product's own, which proves that its application still works. */
    public static final String CANARY_VAULT = "keyward-canary";

    public static final String CANARY_KEY_ID =
            "https://keyward-canary.vault.azure.net/keys/canary/0a9b8c7d6e5f40312233445566778899";

    private AzureAccounts() {}

    /** The subnet for private endpoints in a location. There is one in each. */
    public static String subnet(String location) {
        return "/subscriptions/" + PLATFORM_SUBSCRIPTION + "/resourceGroups/" + PLATFORM_GROUP
                + "/providers/Microsoft.Network/virtualNetworks/keyward-" + location + "/subnets/private-endpoints";
    }
}
