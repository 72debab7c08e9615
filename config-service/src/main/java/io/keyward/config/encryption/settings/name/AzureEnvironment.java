package io.keyward.config.encryption.settings.name;

import java.util.Arrays;
import java.util.Optional;

/** One of Azure's clouds. Vaults of each have hosts of their own, and their names are not part of the configuration: no other host is ever asked. */
public enum AzureEnvironment {
    AZURE("vault.azure.net"),
    AZURE_CHINA("vault.azure.cn"),
    AZURE_US_GOVERNMENT("vault.usgovcloudapi.net");

    private final String vaults;

    AzureEnvironment(String vaults) {
        this.vaults = vaults;
    }

    /** The environment of that name; empty when there is none. */
    public static Optional<AzureEnvironment> find(String name) {
        return Arrays.stream(values())
                .filter(environment -> environment.name().equals(name))
                .findFirst();
    }

    /** Host of the vault of that name. */
    String vaultHost(String vault) {
        return vault + "." + vaults;
    }

    /** Whether we have an application in this cloud, which customers can let into their tenants: in the public one alone. */
    public boolean hasOurApplication() {
        return this == AZURE;
    }
}
