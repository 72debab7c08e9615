package io.keyward.e2e.manual;

import io.keyward.e2e.cloud.AzureVault;
import io.keyward.e2e.http.Curl;
import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Project;
import io.keyward.e2e.stage.Stage;
import io.keyward.simulator.azure.AzureAccounts;

/**
 * The commands of the page about Azure Key Vault over private endpoints, for one project and one vault. They stand here as they are printed, with ids, names
 * and secrets of our own, and with what is broken there put right: a comment behind a header left out, a secret that is empty filled in. Where the page prints a
 * body without a command, the command is that of its neighbours.
 */
final class AzurePage {
    private final Stage stage;
    private final Project project;
    private final AzureVault vault;

    AzurePage(Stage stage, Project project, AzureVault vault) {
        this.stage = stage;
        this.project = project;
        this.vault = vault;
    }

    /** @param keyIdentifier the full URL of a version of a key */
    Reply enable(String keyIdentifier) {
        return run("""
                curl --user "{PUBLIC-KEY}:{PRIVATE-KEY}" --digest \\
                --header "Accept: application/vnd.atlas.2024-05-30+json" \\
                --header "Content-Type: application/vnd.atlas.2024-05-30+json" \\
                --request PATCH "https://cloud.mongodb.com/api/atlas/v2/groups/{groupId}/encryptionAtRest" \\
                --data '
                {
                "azureKeyVault": {
                "azureEnvironment": "AZURE",
                "clientID": "{clientID}",
                "enabled": true,
                "keyIdentifier": "{keyIdentifier}",
                "keyVaultName": "{keyVaultName}",
                "resourceGroupName": "{resourceGroupName}",
                "secret": "{secret}",
                "subscriptionID": "{subscriptionID}",
                "tenantID": "{tenantID}"
                }
                }'""".replace("{keyIdentifier}", keyIdentifier));
    }

    Reply view() {
        return run("""
                curl --user "{PUBLIC-KEY}:{PRIVATE-KEY}" --digest \\
                --header "Accept: application/vnd.atlas.2024-05-30+json" \\
                --header "Content-Type: application/vnd.atlas.2024-05-30+json" \\
                --include \\
                --request GET "https://cloud.mongodb.com/api/atlas/v2/groups/{groupId}/encryptionAtRest"
                """);
    }

    Reply requirePrivateNetworking(boolean required, String keyIdentifier) {
        return run("""
                curl --user "{PUBLIC-KEY}:{PRIVATE-KEY}" --digest \\
                --header "Accept: application/vnd.atlas.2023-01-01+json" \\
                --header "Content-Type: application/vnd.atlas.2023-01-01+json" \\
                --include \\
                --request PATCH "https://cloud.mongodb.com/api/atlas/v2/groups/{groupId}/encryptionAtRest/" \\
                --data '
                {
                "azureKeyVault": {
                "azureEnvironment": "AZURE",
                "clientID": "{clientID}",
                "enabled": true,
                "keyIdentifier": "{keyIdentifier}",
                "keyVaultName": "{keyVaultName}",
                "requirePrivateNetworking": {required},
                "resourceGroupName": "{resourceGroupName}",
                "secret": "{secret}",
                "subscriptionID": "{subscriptionID}",
                "tenantID": "{tenantID}"
                }
                }'""".replace("{keyIdentifier}", keyIdentifier).replace("{required}", Boolean.toString(required)));
    }

    /** @param region as the API spells it */
    Reply createEndpoint(String region) {
        return run("""
                curl --user "{PUBLIC-KEY}:{PRIVATE-KEY}" --digest \\
                --header "Accept: application/vnd.atlas.2023-01-01+json" \\
                --header "Content-Type: application/vnd.atlas.2023-01-01+json" \\
                --include \\
                --request POST "https://cloud.mongodb.com/api/atlas/v2/groups/{groupId}/encryptionAtRest/AZURE/privateEndpoints" \\
                --data '
                {
                "regionName": "{region}"
                }'""".replace("{region}", region));
    }

    Reply listEndpoints() {
        return run("""
                curl --user "{PUBLIC-KEY}:{PRIVATE-KEY}" --digest \\
                --header "Accept: application/vnd.atlas.2023-01-01+json" \\
                --header "Content-Type: application/vnd.atlas.2023-01-01+json" \\
                --include \\
                --request GET "https://cloud.mongodb.com/api/atlas/v2/groups/{groupId}/encryptionAtRest/AZURE/privateEndpoints"
                """);
    }

    /** The same as printed further down: with another version, and a slash at the end. */
    Reply viewEndpoints() {
        return run("""
                curl --user "{PUBLIC-KEY}:{PRIVATE-KEY}" --digest \\
                --header "Accept: application/vnd.atlas.2024-10-23+json" \\
                --header "Content-Type: application/json" \\
                --include \\
                --request GET "https://cloud.mongodb.com/api/atlas/v2/groups/{groupId}/encryptionAtRest/AZURE/privateEndpoints/"
                """);
    }

    Reply removeEndpoint(String endpointId) {
        return run("""
                curl --user "{PUBLIC-KEY}:{PRIVATE-KEY}" --digest \\
                --header "Accept: application/vnd.atlas.2024-10-23+json" \\
                --header "Content-Type: application/json" \\
                --include \\
                --request DELETE "https://cloud.mongodb.com/api/atlas/v2/groups/{groupId}/encryptionAtRest/AZURE/privateEndpoints/{endpointId}" \\
                --data '
                {
                "cloudProvider": "AZURE",
                "regions": [
                "string"
                ]
                }'""".replace("{endpointId}", endpointId));
    }

    private Reply run(String printed) {
        return Curl.printed(
                printed.replace("https://cloud.mongodb.com", stage.baseUrl().toString())
                        .replace("{PUBLIC-KEY}:{PRIVATE-KEY}", stage.user())
                        .replace("{groupId}", project.groupId())
                        .replace("{keyVaultName}", vault.name())
                        .replace("{resourceGroupName}", vault.group())
                        .replace("{clientID}", AzureAccounts.DEMO_APPLICATION)
                        .replace("{secret}", AzureAccounts.DEMO_APPLICATION_SECRET)
                        .replace("{subscriptionID}", AzureAccounts.CUSTOMER_SUBSCRIPTION)
                        .replace("{tenantID}", AzureAccounts.CUSTOMER_TENANT));
    }
}
