package io.keyward.config.role;

import io.keyward.config.activity.entry.ActivityEntry;
import io.keyward.config.activity.entry.EventType;
import io.keyward.contracts.Actor;
import java.time.Instant;

/** What the activity log says of roles. */
final class RoleEntries {
    private RoleEntries() {}

    static ActivityEntry added(CloudRole role, Actor actor, Instant at) {
        EventType type =
                switch (role.cloud()) {
                    case AWS -> EventType.CLOUD_PROVIDER_ACCESS_AWS_IAM_ROLE_ADDED;
                    case AZURE -> EventType.CLOUD_PROVIDER_ACCESS_AZURE_SERVICE_PRINCIPAL_ADDED;
                    case GCP -> EventType.CLOUD_PROVIDER_ACCESS_GCP_SERVICE_ACCOUNT_ADDED;
                };
        return ActivityEntry.ofProject(role.groupId(), type, name(role) + " was added.", actor, at);
    }

    static ActivityEntry updated(CloudRole role, Actor actor, Instant at) {
        EventType type =
                switch (role.cloud()) {
                    case AWS -> EventType.CLOUD_PROVIDER_ACCESS_AWS_IAM_ROLE_UPDATED;
                    case AZURE -> EventType.CLOUD_PROVIDER_ACCESS_AZURE_SERVICE_PRINCIPAL_UPDATED;
                    case GCP -> EventType.CLOUD_PROVIDER_ACCESS_GCP_SERVICE_ACCOUNT_UPDATED;
                };
        return ActivityEntry.ofProject(role.groupId(), type, name(role) + " was authorized or changed.", actor, at);
    }

    static ActivityEntry deleted(CloudRole role, Actor actor, Instant at) {
        EventType type =
                switch (role.cloud()) {
                    case AWS -> EventType.CLOUD_PROVIDER_ACCESS_AWS_IAM_ROLE_DELETED;
                    case AZURE -> EventType.CLOUD_PROVIDER_ACCESS_AZURE_SERVICE_PRINCIPAL_DELETED;
                    case GCP -> EventType.CLOUD_PROVIDER_ACCESS_GCP_SERVICE_ACCOUNT_DELETED;
                };
        return ActivityEntry.ofProject(role.groupId(), type, name(role) + " was removed.", actor, at);
    }

    private static String name(CloudRole role) {
        return switch (role) {
            case AwsRole aws ->
                "The AWS role " + aws.id()
                        + aws.authorizedArn().map(arn -> " (" + arn + ")").orElse("");
            case AzurePrincipal azure ->
                "The Azure service principal " + azure.id() + " (" + azure.servicePrincipalId() + " in the tenant "
                        + azure.tenantId() + ")";
            case GcpAccount google -> "The Google service account " + google.id() + " (" + google.email() + ")";
        };
    }
}
