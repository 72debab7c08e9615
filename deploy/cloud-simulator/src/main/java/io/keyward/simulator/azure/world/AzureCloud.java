package io.keyward.simulator.azure.world;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The national clouds. Each has hosts of its own, and tokens of one are worth nothing in another. Names are those of the product's own interface. */
public enum AzureCloud {
    AZURE(
            List.of("login.microsoftonline.com", "login.windows.net", "sts.windows.net"),
            "management.azure.com",
            List.of("https://management.azure.com", "https://management.core.windows.net"),
            "vault.azure.net",
            "graph.microsoft.com"),
    AZURE_CHINA(
            List.of("login.chinacloudapi.cn", "login.partner.microsoftonline.cn"),
            "management.chinacloudapi.cn",
            List.of("https://management.chinacloudapi.cn", "https://management.core.chinacloudapi.cn"),
            "vault.azure.cn",
            "microsoftgraph.chinacloudapi.cn"),
    AZURE_US_GOVERNMENT(
            List.of("login.microsoftonline.us", "login.usgovcloudapi.net"),
            "management.usgovcloudapi.net",
            List.of("https://management.usgovcloudapi.net", "https://management.core.usgovcloudapi.net"),
            "vault.usgovcloudapi.net",
            "graph.microsoft.us");

    private final List<String> logins;
    private final String management;
    private final List<String> managementAudiences;
    private final String vaults;
    private final String graph;

    AzureCloud(List<String> logins, String management, List<String> managementAudiences, String vaults, String graph) {
        this.logins = logins;
        this.management = management;
        this.managementAudiences = managementAudiences;
        this.vaults = vaults;
        this.graph = graph;
    }

    /** The cloud whose Entra answers at this host. */
    public static Optional<AzureCloud> ofLogin(String host) {
        return Arrays.stream(values())
                .filter(cloud -> cloud.logins.contains(host))
                .findFirst();
    }

    /** The cloud whose resource manager answers at this host. */
    public static Optional<AzureCloud> ofManagement(String host) {
        return Arrays.stream(values())
                .filter(cloud -> cloud.management.equals(host))
                .findFirst();
    }

    /** The cloud whose Graph answers at this host. */
    public static Optional<AzureCloud> ofGraph(String host) {
        return Arrays.stream(values()).filter(cloud -> cloud.graph.equals(host)).findFirst();
    }

    /** The host where tokens are asked for. */
    public String login() {
        return logins.getFirst();
    }

    /** All hosts where tokens are asked for; they are one and the same. */
    public List<String> logins() {
        return logins;
    }

    /** The resource manager's host. */
    public String management() {
        return management;
    }

    /** The host of a vault. */
    public String vaultHost(String vault) {
        return vault + "." + vaults;
    }

    /** What tokens for vaults are meant for. */
    public String vaultAudience() {
        return "https://" + vaults;
    }

    /** What tokens for Graph are meant for. */
    public String graphAudience() {
        return "https://" + graph;
    }

    /** What tokens for the resource manager are meant for. */
    public String managementAudience() {
        return managementAudiences.getFirst();
    }

    /** Whether a token that is meant for this is accepted by the resource manager. */
    public boolean managementAccepts(String audience) {
        return managementAudiences.contains(audience);
    }

    /** Whether tokens for this can be asked for here. */
    public boolean knows(String audience) {
        return managementAccepts(audience) || audience.equals(vaultAudience()) || audience.equals(graphAudience());
    }
}
