package io.keyward.simulator.azure.world;

/** A directory. */
public record Tenant(String id, String name, AzureCloud cloud) {

    /** Who tokens of this tenant say they are from. */
    public String issuer() {
        return issuer(id);
    }

    public static String issuer(String id) {
        return "https://sts.windows.net/" + id + "/";
    }
}
