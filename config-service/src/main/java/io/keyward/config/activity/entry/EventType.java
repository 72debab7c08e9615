package io.keyward.config.activity.entry;

/**
 * What the log calls things: {@code eventTypeName} on the wire. Names that MongoDB Atlas has are its own; others are in its style. A name,
 * once used, stays.
 */
public enum EventType {
    // Organisations and people
    ORG_CREATED("an organisation was founded"),
    ORG_SETTINGS_UPDATED("the name or another setting of an organisation was changed"),
    JOINED_ORG("somebody became a member of the organisation"),
    ORG_MEMBER_UPDATED("name, address or roles of a member were changed"),
    REMOVED_FROM_ORG("somebody is no longer a member of the organisation"),

    // Credentials
    API_KEY_CREATED("an API key was made"),
    API_KEY_DESCRIPTION_CHANGED("the description of an API key was changed"),
    API_KEY_ROLES_CHANGED("the roles of an API key were changed"),
    API_KEY_ADDED_TO_GROUP("an API key got roles in the project"),
    API_KEY_REMOVED_FROM_GROUP("an API key lost its roles in the project"),
    API_KEY_ACCESS_LIST_ENTRY_ADDED("addresses were added from which an API key may be used"),
    API_KEY_ACCESS_LIST_ENTRY_DELETED("an address was removed from which an API key may be used"),
    API_KEY_DELETED("an API key was deleted"),
    SERVICE_ACCOUNT_CREATED("a service account was made"),
    SERVICE_ACCOUNT_DETAILS_CHANGED("name or description of a service account were changed"),
    SERVICE_ACCOUNT_ROLES_CHANGED("the roles of a service account were changed"),
    SERVICE_ACCOUNT_ADDED_TO_GROUP("a service account got roles in the project"),
    SERVICE_ACCOUNT_REMOVED_FROM_GROUP("a service account lost its roles in the project"),
    SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_ADDED("addresses were added from which a service account may be used"),
    SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_DELETED("an address was removed from which a service account may be used"),
    SERVICE_ACCOUNT_SECRET_ADDED("a service account got another secret"),
    SERVICE_ACCOUNT_SECRET_DELETED("a secret of a service account was removed, and with it its tokens"),
    SERVICE_ACCOUNT_TOKEN_REVOKED("a token of a service account was revoked before its time"),
    SERVICE_ACCOUNT_DELETED("a service account was deleted"),

    // Projects
    GROUP_CREATED("a project was created"),
    GROUP_UPDATED("name, tags or default alerts of a project were changed"),
    GROUP_SETTINGS_UPDATED("a setting of a project was changed"),
    GROUP_STATE_CHANGED("a project was suspended or taken up again"),
    GROUP_DELETED("a project was deleted"),
    JOINED_GROUP("somebody got roles in the project"),
    REMOVED_FROM_GROUP("somebody lost their roles in the project"),

    // Roles in customers' clouds
    CLOUD_PROVIDER_ACCESS_AWS_IAM_ROLE_ADDED("an AWS role was announced"),
    CLOUD_PROVIDER_ACCESS_AWS_IAM_ROLE_UPDATED("an AWS role was authorized, or is another one now"),
    CLOUD_PROVIDER_ACCESS_AWS_IAM_ROLE_DELETED("an AWS role was removed"),
    CLOUD_PROVIDER_ACCESS_AZURE_SERVICE_PRINCIPAL_ADDED("an Azure service principal was announced"),
    CLOUD_PROVIDER_ACCESS_AZURE_SERVICE_PRINCIPAL_UPDATED("an Azure service principal was authorized or changed"),
    CLOUD_PROVIDER_ACCESS_AZURE_SERVICE_PRINCIPAL_DELETED("an Azure service principal was removed"),
    CLOUD_PROVIDER_ACCESS_GCP_SERVICE_ACCOUNT_ADDED("a Google service account was made"),
    CLOUD_PROVIDER_ACCESS_GCP_SERVICE_ACCOUNT_UPDATED("a Google service account was authorized or changed"),
    CLOUD_PROVIDER_ACCESS_GCP_SERVICE_ACCOUNT_DELETED("a Google service account was removed"),

    // Customer keys
    ENCRYPTION_AT_REST_CONFIGURATION_UPDATED("the KMS configuration was changed, or disabled"),
    ENCRYPTION_AT_REST_KEY_ROTATION_STARTED("another key took the place of one that is still in use"),
    AWS_ENCRYPTION_KEY_VALID("the key at AWS was used with success; clusters that it had stopped resume"),
    AWS_ENCRYPTION_KEY_INVALID("the key at AWS was taken away; clusters that use it stop"),
    AWS_ENCRYPTION_KEY_NEEDS_ROTATION("the key at AWS is older than its project allows"),
    AWS_ENCRYPTION_KEY_ROTATED("the key at AWS is no longer too old"),
    AZURE_ENCRYPTION_KEY_VALID("as AWS_ENCRYPTION_KEY_VALID, at Azure"),
    AZURE_ENCRYPTION_KEY_INVALID("as AWS_ENCRYPTION_KEY_INVALID, at Azure"),
    AZURE_ENCRYPTION_KEY_NEEDS_ROTATION("as AWS_ENCRYPTION_KEY_NEEDS_ROTATION, at Azure"),
    AZURE_ENCRYPTION_KEY_ROTATED("as AWS_ENCRYPTION_KEY_ROTATED, at Azure"),
    GCP_ENCRYPTION_KEY_VALID("as AWS_ENCRYPTION_KEY_VALID, at Google"),
    GCP_ENCRYPTION_KEY_INVALID("as AWS_ENCRYPTION_KEY_INVALID, at Google"),
    GCP_ENCRYPTION_KEY_NEEDS_ROTATION("as AWS_ENCRYPTION_KEY_NEEDS_ROTATION, at Google"),
    GCP_ENCRYPTION_KEY_ROTATED("as AWS_ENCRYPTION_KEY_ROTATED, at Google"),
    ENCRYPTION_AT_REST_CONFIG_NO_LONGER_VALID("the key cannot be used as it is configured; nothing stops"),
    ENCRYPTION_AT_REST_KEY_HELD(
            "the key seems to be taken away, as many others at once: nothing stops before an operator decides"),
    ENCRYPTION_AT_REST_KEY_RELEASED("an operator let a held key go: clusters stop if it is still refused"),
    ENCRYPTION_AT_REST_KEY_REFUSED("an operator found that a held key was not taken away: nothing stops"),
    ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED("the key management service could not be reached; nothing stops"),
    ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_RESTORED("the key management service was reached again"),

    // Private endpoints
    ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_CREATED(
            "a private endpoint was asked for, by somebody or to replace a lost one"),
    ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_ADOPTED(
            "somebody asked for a private endpoint where one is already that replaces a lost one; they got that one"),
    ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_PENDING_ACCEPTANCE("a private endpoint waits for the customer's approval"),
    ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_ACTIVE("a private endpoint can be used"),
    ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_FAILED("a private endpoint could not be made, or not be replaced again"),
    ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_LOST("a private endpoint was removed or rejected in the cloud"),
    ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_REPLACED("another private endpoint was asked for in the place of a lost one"),
    ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_DELETE_SUBMITTED("the deletion of a private endpoint was asked for"),
    ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_DELETED("a private endpoint is gone"),

    // Clusters
    CLUSTER_CREATED("a cluster was asked for"),
    CLUSTER_READY("a new cluster was seen running"),
    CLUSTER_PROCESS_ARGS_UPDATE_SUBMITTED("somebody asked for other settings of a cluster's processes"),
    CLUSTER_UPDATE_SUBMITTED("somebody asked for another shape or encryption of a cluster"),
    CLUSTER_UPDATE_STARTED_INTERNAL(
            "a change of a cluster that nobody asked for in particular, as after a key was replaced"),
    CLUSTER_UPDATE_COMPLETED("what was asked of a cluster is done"),
    CLUSTER_STOP_SUBMITTED("a cluster must stop"),
    CLUSTER_STOP_DEFERRED("whoever runs a cluster cannot stop it yet"),
    CLUSTER_AUTOMATICALLY_PAUSED("a cluster was seen stopped"),
    CLUSTER_PAUSED("a cluster that somebody paused was seen stopped"),
    CLUSTER_RESUME_SUBMITTED("nothing holds a cluster any more; it is started again"),
    CLUSTER_RESUMED("a cluster that had been stopped was seen running"),
    CLUSTER_DELETE_SUBMITTED("the deletion of a cluster was asked for"),
    CLUSTER_DELETED("a cluster is gone"),

    // Backups
    CPS_SNAPSHOT_STARTED("a snapshot was asked for"),
    CPS_SNAPSHOT_SUCCESSFUL("a snapshot was taken"),
    CPS_SNAPSHOT_FAILED("a snapshot could not be taken"),
    CPS_SNAPSHOT_DELETED("a snapshot was deleted, expired, or went with its cluster"),
    CPS_RESTORE_REQUESTED("a restore was asked for; in the project whose cluster it replaces"),
    CPS_RESTORE_SUCCESSFUL("a restore is done"),
    CPS_RESTORE_FAILED("a restore failed"),
    CPS_RESTORE_CANCELLED("a restore was cancelled, or a download withdrawn"),

    // Enforcement
    ENFORCEMENT_MODE_CHANGED(
            "the project observes or enforces from now on, or follows the installation; or its keys are checked at another pace"),
    ENFORCEMENT_FREEZE_CHANGED(
            "operators froze the enforcement of the whole installation, or let it go on; in no project's log"),

    // Hints
    HINT_SOURCE_CREATED("somebody may send hints about the project's keys from now on"),
    HINT_SOURCE_DELETED("a hint source may send hints no longer"),

    // Alerts
    ALERT_ACKNOWLEDGED_AUDIT("somebody said until when they need no reminder of an alert"),
    ALERT_UNACKNOWLEDGED_AUDIT("somebody took an acknowledgement back"),
    ALERT_OPENED("an alert without a name of its own here opened"),
    ALERT_CLOSED("an alert without a name of its own here closed"),
    ALERT_CANCELLED("nobody asks for an alert any more: its configuration was changed or deleted"),
    ALERT_CONFIG_ADDED_AUDIT("an alert configuration was made"),
    ALERT_CONFIG_CHANGED_AUDIT("an alert configuration was changed, turned on or off"),
    ALERT_CONFIG_DELETED_AUDIT("an alert configuration was deleted");

    private final String meaning;

    EventType(String meaning) {
        this.meaning = meaning;
    }

    /** When it is written, for people. */
    public String meaning() {
        return meaning;
    }
}
