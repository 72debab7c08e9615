package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.e2e.cloud.AzureDirectory;
import io.keyward.e2e.cloud.AzureVault;
import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Project;
import io.keyward.e2e.stage.Stage;
import io.keyward.simulator.azure.AzureAccounts;
import io.keyward.testkit.Rule;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a tenant with a key vault gets to know when something is not as it should be, from Azure's answer to ours; and a vault that a role opens. */
@ExtendWith(Stage.Extension.class)
class AzureVaultScenario {
    private static final String SECRET = AzureAccounts.DEMO_APPLICATION_SECRET;

    private final Stage stage;

    AzureVaultScenario(Stage stage) {
        this.stage = stage;
    }

    @Test
    @Rule({"C13", "P4"})
    void whoeverSignsInWronglyLearnsWhatWasWrong() {
        // Given
        Project project = Project.create(stage);
        AzureVault vault = stage.newVault();
        AzureDirectory directory = stage.azureDirectory();
        String application = directory.newApplication();
        String expired = directory.newExpiredSecret(application);
        String nobody = UUID.randomUUID().toString();
        String whole = vault.configuration(vault.createKey("orders"));

        // When
        Reply wrong = configure(project, whole.replace(SECRET, "not-the-secret"));
        Reply late =
                configure(project, whole.replace(SECRET, expired).replace(AzureAccounts.DEMO_APPLICATION, application));
        Reply unknown = configure(project, whole.replace(AzureAccounts.DEMO_APPLICATION, nobody));
        Reply nowhere = configure(project, whole.replace(AzureAccounts.CUSTOMER_TENANT, nobody));

        // Then
        refused(wrong, "INVALID_AZURE_CREDENTIALS", AzureAccounts.DEMO_APPLICATION);
        refused(late, "AZURE_CLIENT_SECRET_EXPIRED", application);
        refused(unknown, "AZURE_APPLICATION_NOT_FOUND", nobody);
        refused(nowhere, "AZURE_TENANT_NOT_FOUND", nobody);
        assertThat(project.configuration().at("/azureKeyVault/enabled")).isEqualTo("false");
        assertThat(stage.logs()).doesNotContain(SECRET).doesNotContain(expired).doesNotContain("not-the-secret");
    }

    @Test
    @Rule({"C2", "C13", "R5"})
    void whatTheVaultAnswersIsTold() {
        // Given
        Project project = Project.create(stage);
        AzureVault vault = stage.newVault();
        String key = vault.createKey("orders");
        String whole = vault.configuration(key);

        // When
        Reply missing = configure(project, whole.replace("/keys/orders/", "/keys/nothing/"));
        Reply elsewhere = configure(project, whole.replace(vault.group(), "another-group"));
        vault.deny(AzureAccounts.DEMO_APPLICATION);
        Reply denied = configure(project, whole);
        vault.allow(AzureAccounts.DEMO_APPLICATION);
        vault.changeKey("orders", "\"enabled\":false");
        Reply disabled = configure(project, whole);
        vault.changeKey("orders", "\"enabled\":true,\"expires\":\"2020-01-01T00:00:00Z\"");
        Reply expired = configure(project, whole);
        vault.changeKey("orders", "\"expires\":\"never\"");
        vault.openToTheInternet(false);
        Reply closed = configure(project, whole);
        vault.openToTheInternet(true);
        vault.deleteKey("orders");
        Reply deleted = configure(project, whole);

        // Then
        refused(missing, "AZURE_KEY_VAULT_KEY_NOT_FOUND", "nothing");
        refused(elsewhere, "AZURE_KEY_VAULT_NOT_IN_RESOURCE_GROUP", "another-group");
        refused(denied, "NO_PERMISSION_TO_ENCRYPT_DECRYPT", "az keyvault set-policy --name " + vault.name());
        refused(disabled, "AZURE_KEY_VAULT_KEY_NOT_ENABLED", key);
        refused(expired, "AZURE_KEY_VAULT_KEY_EXPIRED", key);
        refused(closed, "KMS_NETWORK_ACCESS_DENIED", "");
        refused(deleted, "AZURE_KEY_VAULT_KEY_PENDING_DELETION", key);
    }

    @Test
    @Rule("C13")
    void aSubscriptionWithoutNetworksTakesNoPrivateNetworking() {
        // Given
        Project project = Project.create(stage);
        String subscription = stage.azureDirectory().newSubscriptionWithoutNetworks();
        AzureVault vault = stage.newVault(subscription);
        String whole = vault.configuration(vault.createKey("orders"));

        // When
        Reply privately = configure(project, whole + ",\"requirePrivateNetworking\":true");
        Reply publicly = configure(project, whole);

        // Then
        refused(privately, "AZURE_NETWORK_PROVIDER_NOT_REGISTERED", subscription);
        assertThat(publicly.expect(200).at("/azureKeyVault/valid")).isEqualTo("true");
    }

    @Test
    @Rule({"R1", "R2", "R3", "R4", "R7"})
    void aRoleOpensTheVaultInPlaceOfASecret() {
        // Given
        Project project = Project.create(stage);
        AzureVault vault = stage.newVault();
        String former = vault.createKey("orders");
        configure(project, vault.configuration(former)).expect(200);
        String role = project.createAzureRole(vault.keywardsPrincipal());

        // When
        Reply early = configure(project, "\"roleId\":\"" + role + "\"");
        vault.allow(AzureAccounts.PLATFORM_APPLICATION);
        Reply moved = configure(project, "\"roleId\":\"" + role + "\"");
        String next = vault.createKey("orders");
        Reply rotated = configure(project, "\"keyIdentifier\":\"" + next + "\"");
        Reply back = configure(project, "\"secret\":\"" + SECRET + "\"");
        Reply removed = stage.api().delete(project.path("/cloudProviderAccess/AZURE/" + role));

        // Then
        refused(early, "NO_PERMISSION_TO_ENCRYPT_DECRYPT", role);
        assertThat(moved.expect(200).at("/azureKeyVault/roleId")).isEqualTo(role);
        assertThat(moved.at("/azureKeyVault/valid")).isEqualTo("true");
        assertThat(rotated.expect(200).at("/azureKeyVault/keyIdentifier")).isEqualTo(next);
        refused(back, "AZURE_KEY_VAULT_CREDENTIALS_DEPRECATED", "role");
        refused(removed, "AZURE_SERVICE_PRINCIPAL_IN_USE", next);
    }

    private static Reply configure(Project project, String fields) {
        return project.configure("azureKeyVault", fields);
    }

    private static void refused(Reply reply, String code, String named) {
        assertThat(reply.expect(400).at("/errorCode")).isEqualTo(code);
        assertThat(reply.at("/detail")).contains(named).doesNotContain(SECRET);
    }
}
