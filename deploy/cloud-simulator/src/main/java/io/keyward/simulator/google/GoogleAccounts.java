package io.keyward.simulator.google;

import io.keyward.simulator.google.token.AccountKey;

/** The projects, accounts and keys that exist from the start. Fixed, so that a walk-through can print them. */
public final class GoogleAccounts {

    /** The customer's project, and what its number is. */
    public static final String CUSTOMER_PROJECT = "customer-keys";

    public static final String CUSTOMER_PROJECT_NUMBER = "411122223333";

    /** The product's project. */
    public static final String PLATFORM_PROJECT = "keyward-platform";

    public static final String PLATFORM_PROJECT_NUMBER = "499988887777";

    /** A service account of the customer's that may use the key below and look at it. Has a key file. */
    public static final String DEMO_ACCOUNT = "keyward-demo@" + CUSTOMER_PROJECT + ".iam.gserviceaccount.com";

    static final String DEMO_ACCOUNT_ID = "104111222233334444555";

    /** The product's own service account. May become any account that the product gives to its customers, and none of theirs unless they say so. */
    public static final String PLATFORM_ACCOUNT = "keyward@" + PLATFORM_PROJECT + ".iam.gserviceaccount.com";

    static final String PLATFORM_ACCOUNT_ID = "104999888877776666555";

    public static final String DEMO_LOCATION = "us-east4";
    public static final String DEMO_RING =
            "projects/" + CUSTOMER_PROJECT + "/locations/" + DEMO_LOCATION + "/keyRings/keyward";
    public static final String DEMO_KEY = DEMO_RING + "/cryptoKeys/keyward-demo";

    /** What is configured as the customer's key. */
    public static final String DEMO_KEY_VERSION = DEMO_KEY + "/cryptoKeyVersions/1";

    /** A key of the product's own, which proves that its account still works. */
    public static final String CANARY_KEY =
            "projects/" + PLATFORM_PROJECT + "/locations/global/keyRings/keyward/cryptoKeys/canary";

    private GoogleAccounts() {}

    /** The key file of the customer's service account. */
    public static String demoKeyFile() {
        return AccountKey.demo().file(DEMO_ACCOUNT, DEMO_ACCOUNT_ID);
    }

    /** The key file of the product's own service account. */
    public static String platformKeyFile() {
        return AccountKey.platform().file(PLATFORM_ACCOUNT, PLATFORM_ACCOUNT_ID);
    }
}
