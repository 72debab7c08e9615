package io.keyward.simulator.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.exception.HttpResponseException;
import com.azure.security.keyvault.keys.cryptography.CryptographyClient;
import io.keyward.simulator.CloudSimulator;
import io.keyward.simulator.Options;
import io.keyward.simulator.azure.ArmClient.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vaults and groups by the resource manager, and what is kept of them. */
class VaultManagementIT extends AzureCase {

    private static final String SUBSCRIPTION = "/subscriptions/" + AzureAccounts.CUSTOMER_SUBSCRIPTION;
    private static final String GROUP = SUBSCRIPTION + "/resourceGroups/more";
    private static final String VAULT = GROUP + "/providers/Microsoft.KeyVault/vaults/more-keys";
    private static final String DELETED =
            SUBSCRIPTION + "/providers/Microsoft.KeyVault/locations/westeurope/deletedVaults/more-keys";
    private static final String WISH = """
            {"location":"westeurope","properties":{"tenantId":"%s","sku":{"family":"A","name":"standard"},
              "enableRbacAuthorization":true,"softDeleteRetentionInDays":7}}""".formatted(AzureAccounts.CUSTOMER_TENANT);
    private static final String ARM = "2022-09-01";

    private ArmClient customer;

    @BeforeEach
    void owner() {
        customer = new ArmClient(clients, clients.administrator());
    }

    @Test
    void aVaultIsMadeChangedDeletedRecoveredAndPurged() {
        assertThat(put(WISH).code()).isEqualTo("404 ResourceGroupNotFound");
        assertThat(customer.send("HEAD", GROUP, ARM, "").status()).isEqualTo(404);
        customer.send("PUT", GROUP, ARM, "{\"location\":\"westeurope\"}");
        assertThat(customer.get(GROUP, ARM).body().path("name").asText()).isEqualTo("more");

        assertThat(put(WISH).properties().path("vaultUri").asText()).isEqualTo("https://more-keys.vault.azure.net/");
        assertThat(put(WISH).status()).isEqualTo(200);
        Answer closed = customer.send(
                "PATCH", VAULT, ArmClient.VAULTS, "{\"properties\":{\"publicNetworkAccess\":\"Disabled\"}}");
        assertThat(closed.properties().path("publicNetworkAccess").asText()).isEqualTo("Disabled");
        assertThat(closed.properties().path("enableRbacAuthorization").asBoolean())
                .isTrue();
        assertThat(customer.get(GROUP + "/providers/Microsoft.KeyVault/vaults", ArmClient.VAULTS)
                        .body()
                        .path("value"))
                .hasSize(1);
        assertThat(customer.get(SUBSCRIPTION + "/providers/Microsoft.KeyVault/vaults", ArmClient.VAULTS)
                        .body()
                        .path("value"))
                .hasSize(2);

        assertThat(customer.send("DELETE", VAULT, ArmClient.VAULTS, "").status())
                .isEqualTo(200);
        assertThat(customer.get(VAULT, ArmClient.VAULTS).code()).isEqualTo("404 ResourceNotFound");
        assertThat(customer.get(DELETED, ArmClient.VAULTS)
                        .properties()
                        .path("scheduledPurgeDate")
                        .asText())
                .isNotBlank();
        assertThat(put(WISH).code()).isEqualTo("409 ConflictError");
        assertThat(put("{\"location\":\"westeurope\",\"properties\":{\"createMode\":\"recover\"}}")
                        .status())
                .isEqualTo(200);
        customer.send("DELETE", VAULT, ArmClient.VAULTS, "");
        assertThat(customer.send("POST", DELETED + "/purge", ArmClient.VAULTS, "")
                        .status())
                .isEqualTo(200);
        assertThat(customer.get(DELETED, ArmClient.VAULTS).code()).isEqualTo("404 ResourceNotFound");
        assertThat(put(WISH).status()).isEqualTo(201);
    }

    @Test
    void aNameIsTakenOnceInItsCloudAndAGroupTakesItsVaultsWithIt() {
        // Given
        customer.send("PUT", GROUP, ARM, "{\"location\":\"westeurope\"}");
        String second = VAULT.replace("more-keys", AzureAccounts.DEMO_VAULT);

        // Then
        assertThat(customer.send("PUT", second, ArmClient.VAULTS, WISH).code()).isEqualTo("409 VaultAlreadyExists");
        put(WISH);
        assertThat(customer.send("DELETE", GROUP, ARM, "").status()).isEqualTo(200);
        assertThat(customer.get(DELETED, ArmClient.VAULTS).status()).isEqualTo(200);
        assertThat(customer.get(SUBSCRIPTION + "/resourcegroups", ARM).body().path("value"))
                .hasSize(1);
    }

    @Test
    void aVaultOfAnotherCloudIsAnotherHost() {
        // Given
        control("PUT", "/azure/tenants/cn", "{\"cloud\":\"AZURE_CHINA\"}");
        control("PUT", "/azure/subscriptions/cn-sub", "{\"tenant\":\"cn\"}");

        // When
        String host = control("PUT", "/azure/vaults/keyward-demo-cn", "{\"subscription\":\"cn-sub\",\"group\":\"g\"}")
                .path("host")
                .asText();

        // Then
        assertThat(host).isEqualTo("keyward-demo-cn.vault.azure.cn");
        assertThat(send("GET", "/_hosts/" + host + "/keys?api-version=7.4", "")
                        .headers()
                        .firstValue("WWW-Authenticate"))
                .hasValue(
                        "Bearer authorization=\"https://login.chinacloudapi.cn/cn\", resource=\"https://vault.azure.cn\"");
    }

    @Test
    void everythingIsThereAfterARestart(@TempDir Path folder) {
        // Given
        Options options = Options.defaults().withStateFile(folder.resolve("state.json"));
        byte[] sealed;
        try (CloudSimulator first = CloudSimulator.start(options)) {
            AzureClients before = clientsOf(first);
            sealed = encrypt(before.cryptography(AzureAccounts.DEMO_KEY_ID, before.demo()));
            new ArmClient(before, before.administrator()).send("PUT", GROUP, ARM, "{\"location\":\"westeurope\"}");
            new ArmClient(before, before.administrator()).send("PUT", VAULT, ArmClient.VAULTS, WISH);
        }

        // Then
        try (CloudSimulator second = CloudSimulator.start(options)) {
            AzureClients after = clientsOf(second);
            CryptographyClient product = after.cryptography(AzureAccounts.DEMO_KEY_ID, after.demo());
            assertThat(decrypt(product, sealed)).isEqualTo(PROBE);
            assertThat(new ArmClient(after, after.administrator())
                            .get(VAULT, ArmClient.VAULTS)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aClientThatForgetsThePathOfAHostReachesNobody() {
        assertThatThrownBy(
                        () -> encrypt(clients.through("none").cryptography(AzureAccounts.DEMO_KEY_ID, clients.demo())))
                .isNotInstanceOf(HttpResponseException.class);
    }

    private Answer put(String wish) {
        return customer.send("PUT", VAULT, ArmClient.VAULTS, wish);
    }
}
