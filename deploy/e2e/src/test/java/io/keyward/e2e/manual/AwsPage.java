package io.keyward.e2e.manual;

import io.keyward.e2e.http.Curl;
import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;

/**
 * The commands of the page, for one project. They stand here as they are printed, with what is broken there put right: a comment behind a header
 * left out, a blank within an address closed, a comma between two fields added. Where the page prints a body without a command, or refers to a
 * command that it does not print, the command is that of its neighbours.
 */
final class AwsPage {
    private final Stage stage;
    private final Tenant tenant;

    AwsPage(Stage stage, Tenant tenant) {
        this.stage = stage;
        this.tenant = tenant;
    }

    Reply createRole() {
        return run("""
                curl --user "{PUBLIC-KEY}:{PRIVATE-KEY}" --digest \\
                --header "Accept: application/vnd.atlas.2024-11-13+json" \\
                --header "Content-Type: application/vnd.atlas.2024-11-13+json" \\
                --include \\
                --request POST "https://cloud.mongodb.com/api/atlas/v2/groups/{groupId}/cloudProviderAccess" \\
                --data '
                {
                "providerName": "AWS"
                }'""");
    }

    Reply authorizeRole(String roleId, String roleArn) {
        return run("""
                curl --user "{PUBLIC-KEY}:{PRIVATE-KEY}" --digest \\
                --header "Accept: application/vnd.atlas.2024-11-13+json" \\
                --header "Content-Type: application/vnd.atlas.2024-11-13+json" \\
                --include \\
                --request PATCH "https://cloud.mongodb.com/api/atlas/v2/groups/{groupId}/cloudProviderAccess/{roleId}" \\
                --data '
                {
                "providerName": "AWS",
                "iamAssumedRoleArn": "{roleArn}"
                }'""".replace("{roleId}", roleId).replace("{roleArn}", roleArn));
    }

    /** The one command of the page on the old path. */
    Reply enableRoleBasedAccess(String roleId, String key, String region) {
        return run(
                """
                curl --user "{public key}:{private key}" --digest \\
                --header "Accept: application/json" \\
                --header "Content-Type: application/json" \\
                --include \\
                --request PATCH \\
                "https://cloud.mongodb.com/api/atlas/v1.0/groups/{groupId}/encryptionAtRest?pretty=true&envelope=true" \\
                --data '
                {
                "awsKms": {
                "enabled": true,
                "roleId": "<roleId>",
                "customerMasterKeyID": "<master-key-id>",
                "region": "<aws-region>"
                }
                }'""".replace("<roleId>", roleId).replace("<master-key-id>", key).replace("<aws-region>", region));
    }

    Reply requirePrivateNetworking(boolean required, String roleId, String key) {
        return run("""
                curl --user "{PUBLIC-KEY}:{PRIVATE-KEY}" --digest \\
                --header "Accept: application/vnd.atlas.2024-11-13+json" \\
                --header "Content-Type: application/vnd.atlas.2024-11-13+json" \\
                --include \\
                --request PATCH "https://cloud.mongodb.com/api/atlas/v2/groups/{groupId}/encryptionAtRest/" \\
                --data '
                {
                "awsKms": {
                "accessKeyID": "019dd98d94b4bb778e7552e4",
                "customerMasterKeyID": "{key}",
                "enabled": true,
                "region": "US_EAST_1",
                "roleId": "{roleId}",
                "secretAccessKey": "string",
                "requirePrivateNetworking": {required}
                }
                }'""".replace("{key}", key)
                .replace("{roleId}", roleId)
                .replace("{required}", Boolean.toString(required)));
    }

    /** @param region as the API spells it */
    Reply createEndpoint(String region) {
        return run("""
                curl --user "{PUBLIC-KEY}:{PRIVATE-KEY}" --digest \\
                --header "Accept: application/vnd.atlas.2024-11-13+json" \\
                --header "Content-Type: application/vnd.atlas.2024-11-13+json" \\
                --include \\
                --request POST "https://cloud.mongodb.com/api/atlas/v2/groups/{groupId}/encryptionAtRest/AWS/privateEndpoints" \\
                --data '
                {
                "regionName": "{region}"
                }'""".replace("{region}", region));
    }

    Reply listEndpoints() {
        return run("""
                curl --user "{PUBLIC-KEY}:{PRIVATE-KEY}" --digest \\
                --header "Accept: application/vnd.atlas.2024-11-13+json" \\
                --header "Content-Type: application/vnd.atlas.2024-11-13+json" \\
                --include \\
                --request GET "https://cloud.mongodb.com/api/atlas/v2/groups/{groupId}/encryptionAtRest/AWS/privateEndpoints"
                """);
    }

    /** The same as printed further down: with an older version, and a slash at the end. */
    Reply viewEndpoints() {
        return run("""
                curl --user "{PUBLIC-KEY}:{PRIVATE-KEY}" --digest \\
                --header "Accept: application/vnd.atlas.2024-10-23+json" \\
                --header "Content-Type: application/json" \\
                --include \\
                --request GET "https://cloud.mongodb.com/api/atlas/v2/groups/{groupId}/encryptionAtRest/AWS/privateEndpoints/"
                """);
    }

    Reply viewEndpoint(String endpointId) {
        return run("""
                curl --user "{PUBLIC-KEY}:{PRIVATE-KEY}" --digest \\
                --header "Accept: application/vnd.atlas.2024-10-23+json" \\
                --header "Content-Type: application/json" \\
                --include \\
                --request GET "https://cloud.mongodb.com/api/atlas/v2/groups/{groupId}/encryptionAtRest/AWS/privateEndpoints/{endpointId}"
                """.replace("{endpointId}", endpointId));
    }

    Reply removeEndpoint(String endpointId) {
        return run("""
                curl --user "{PUBLIC-KEY}:{PRIVATE-KEY}" --digest \\
                --header "Accept: application/vnd.atlas.2024-10-23+json" \\
                --header "Content-Type: application/json" \\
                --include \\
                --request DELETE "https://cloud.mongodb.com/api/atlas/v2/groups/{groupId}/encryptionAtRest/AWS/privateEndpoints/{endpointId}" \\
                --data '
                  {
                    "cloudProvider": "AWS",
                    "regions": [
                      "string"
                    ]
                  }'""".replace("{endpointId}", endpointId));
    }

    private Reply run(String printed) {
        return Curl.printed(
                printed.replace("https://cloud.mongodb.com", stage.baseUrl().toString())
                        .replace("{PUBLIC-KEY}:{PRIVATE-KEY}", stage.user())
                        .replace("{public key}:{private key}", stage.user())
                        .replace("{groupId}", tenant.groupId()));
    }
}
