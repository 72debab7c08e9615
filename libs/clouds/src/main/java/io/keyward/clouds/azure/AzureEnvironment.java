package io.keyward.clouds.azure;

import java.util.Arrays;
import java.util.Optional;

/** One of Azure's clouds. Each has hosts of its own, and nothing of one is known in another. */
public enum AzureEnvironment {
    AZURE("login.microsoftonline.com", "vault.azure.net", "management.azure.com", "graph.microsoft.com"),
    AZURE_CHINA(
            "login.chinacloudapi.cn",
            "vault.azure.cn",
            "management.chinacloudapi.cn",
            "microsoftgraph.chinacloudapi.cn"),
    AZURE_US_GOVERNMENT(
            "login.microsoftonline.us",
            "vault.usgovcloudapi.net",
            "management.usgovcloudapi.net",
            "graph.microsoft.us");

    private final String login;
    private final String vaults;
    private final String management;
    private final String graph;

    AzureEnvironment(String login, String vaults, String management, String graph) {
        this.login = login;
        this.vaults = vaults;
        this.management = management;
        this.graph = graph;
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

    /** Host of the directory, which tells applications of themselves if it was allowed to. */
    public String graphHost() {
        return graph;
    }

    /** What a token has to be good for. */
    String scope(Audience audience) {
        return switch (audience) {
            case VAULTS -> "https://" + vaults + "/.default";
            case MANAGEMENT -> "https://" + management + "/.default";
            case DIRECTORY -> "https://" + graph + "/.default";
        };
    }

    /** Whom a token is for. */
    public enum Audience {
        /** All key vaults. */
        VAULTS,
        /** The resource manager. */
        MANAGEMENT,
        /** Microsoft Graph. */
        DIRECTORY
    }
}
