package io.keyward.clouds.azure;

import java.util.Arrays;
import java.util.Optional;

/** One of Azure's clouds. Each has hosts of its own, and nothing of one is known in another. */
public enum AzureEnvironment {
    AZURE("login.microsoftonline.com", "vault.azure.net", "management.azure.com"),
    AZURE_CHINA("login.chinacloudapi.cn", "vault.azure.cn", "management.chinacloudapi.cn"),
    AZURE_US_GOVERNMENT("login.microsoftonline.us", "vault.usgovcloudapi.net", "management.usgovcloudapi.net");

    private final String login;
    private final String vaults;
    private final String management;

    AzureEnvironment(String login, String vaults, String management) {
        this.login = login;
        this.vaults = vaults;
        this.management = management;
    }

    /** The environment of that name. */
    public static Optional<AzureEnvironment> named(String name) {
        return Arrays.stream(values())
                .filter(environment -> environment.name().equals(name))
                .findFirst();
    }

    /** Host where applications sign in. */
    public String loginHost() {
        return login;
    }

    /** Host of a vault. */
    public String vaultHost(String vault) {
        return vault + "." + vaults;
    }

    /** Host of the resource manager. */
    public String managementHost() {
        return management;
    }

    /** What a token has to be good for. */
    String scope(Audience audience) {
        return switch (audience) {
            case VAULTS -> "https://" + vaults + "/.default";
            case MANAGEMENT -> "https://" + management + "/.default";
        };
    }

    /** Whom a token is for. */
    public enum Audience {
        /** All key vaults. */
        VAULTS,
        /** The resource manager. */
        MANAGEMENT
    }
}
