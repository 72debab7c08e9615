package io.keyward.atlas;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every way in which a request is refused: its symbolic code, its HTTP status and how it is explained. One table, so that a code cannot be
 * without a status. Clients branch on the names: they are an API and are never renamed.
 *
 * <p>The detail is a {@link String#format} pattern for the refusal's parameters. {@link Refusal#withDetail} replaces it where a case has
 * more to say. The advice is not answered: it is what {@code docs/errors.md} tells beyond the detail.
 *
 * <p>Longer than a class should be, because it is a table.
 */
public enum ErrorCode {
    // The request as such
    MALFORMED_JSON(
            400,
            "The request body is not well-formed JSON.",
            "Look at the place that is named. A client library that builds JSON from objects does not make this mistake."),
    INVALID_JSON(400, "The request body must be a JSON object.", "Send an object: {…}."),
    INVALID_JSON_ATTRIBUTE(
            400,
            "The value of %s in the request body cannot be used.",
            "badRequestDetail names the field and what belongs there."),
    INVALID_ATTRIBUTE(
            400,
            "The attribute %s is not allowed here.",
            "Remove the attribute, give it once, or correct its value; names are case-sensitive."),
    MISSING_ATTRIBUTE(400, "The required attribute %s is missing.", "Add the attribute."),
    INVALID_ENUM_VALUE(400, "The value of %s is not one of %s.", "Use one of the values that are listed."),
    INVALID_REGION(
            400,
            "%s is not a region that this installation knows.",
            "Use a name such as US_EAST_1 or us-east-1, of the cloud in question."),
    INVALID_PROVIDER(
            400,
            "%s is not a cloud provider that can be used here.",
            "Use one of the providers that are listed, in capitals."),
    INVALID_PATH_PARAMETER(400, "%s is not a valid value for a part of this path.", "Correct that part of the path."),
    INVALID_QUERY_PARAMETER(
            400,
            "The value of the query parameter %s cannot be used.",
            "Numbers are plain digits within their bounds; yes and no are true and false."),
    VALIDATION_ERROR(
            400,
            "The request breaks at least one rule; see the listed fields.",
            "Correct what badRequestDetail lists; all of it is listed at once."),
    BAD_REQUEST(
            400,
            "The request cannot be understood.",
            "Look for characters that are not allowed where they stand, such as the one of code 0 or a bare percent sign."),
    USER_UNAUTHORIZED(
            401,
            "Valid credentials are needed for this resource.",
            "Check the public and private key, or get a new token."),
    ACCESS_FORBIDDEN(403, "This needs the role %s.", "Ask an owner for the role, or use credentials that have it."),
    IP_ADDRESS_NOT_ON_WHITELIST(
            403,
            "Requests from %s are not on the API access list of these credentials.",
            "Call from an address on the list, or have an owner add this one."),
    ORG_REQUIRES_WHITELIST(
            403,
            "The organization requires an API access list, and these credentials have none.",
            "Have an owner give these credentials an access list."),
    RESOURCE_NOT_FOUND(404, "Nothing was found at %s.", "Check the path; ids of other projects are not found either."),
    METHOD_NOT_ALLOWED(405, "%s cannot be used on this resource.", "Use one of the methods in the header Allow."),
    INVALID_VERSION_DATE(
            406,
            "The Accept header or the version date in it is not valid for this resource.",
            "Ask for application/vnd.atlas.2025-03-12+json or another date not before the resource's first version."),
    CONCURRENT_MODIFICATION(
            409,
            "Another request changed the same thing at the same time. Read it again and repeat.",
            "Read, and repeat the change if it is still wanted."),
    VERSION_GONE(410, "Version %s of %s is no longer served.", "Ask for a later date, and adapt to the newer shape."),
    REQUEST_TOO_LARGE(
            413,
            "The request body is larger than the %s bytes that are accepted.",
            "Send less; no request of this API needs as much."),
    URI_TOO_LONG(
            414, "The first line of the request is longer than the %s bytes that are accepted.", "Shorten the query."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The request body must be sent as application/json; the request says %s.",
            "Set Content-Type: application/json."),
    RATE_LIMITED_TOKEN_BUCKET(
            429,
            "Too many requests to %s: try again in %s seconds. %s requests may come at once, and %s more in every %s seconds.",
            "Wait for as long as Retry-After says; RateLimit-Remaining tells beforehand. Poll less often."),
    REQUEST_HEADERS_TOO_LARGE(
            431,
            "The headers of the request are larger than the %s bytes that are accepted.",
            "Send fewer or shorter headers."),
    UNEXPECTED_ERROR(
            500,
            "The request failed for a reason of ours. Nothing more is known to the caller; the log says why.",
            "Try again later. If it stays, tell the operators when it was and what was asked."),
    SERVICE_UNAVAILABLE(
            503,
            "A part of this service cannot be reached at the moment. Nothing is half done: try again, and if it was a change, look first whether it was made.",
            "Wait for as long as Retry-After says."),

    INVALID_DATE_FORMAT(
            400,
            "The value of %s is not a date and time as ISO 8601 writes them.",
            "Write it as 2026-01-31T12:00:00Z."),
    INVALID_DATE_RANGE(400, "The date %s lies in the past.", "Use a date that lies in the future."),

    // Alerts
    ALERT_NOT_FOUND(404, "No alert with id %s exists in the project %s.", "List the project's alerts."),
    INVALID_ALERT_ID(
            404,
            "%s is not an alert id: it needs 24 characters out of 0-9 and a-f.",
            "Copy the id from a list of alerts."),
    ALERT_CONFIG_NOT_FOUND(
            404,
            "No alert configuration with id %s exists in the project %s.",
            "List the project's alert configurations."),
    INVALID_ALERT_CONFIG_ID(
            404,
            "%s is not the id of an alert configuration: it needs 24 characters out of 0-9 and a-f.",
            "Copy the id from a list of alert configurations."),
    INVALID_EVENT_TYPE_FOR_ALERT(
            400,
            "Nothing raises an alert of this event type. Alerts can be configured for: %s.",
            "Use one of the event types that are listed; names are in capitals."),
    MISSING_THRESHOLD(
            400,
            "An alert configuration for %s needs a threshold.",
            "Add {operator: GREATER_THAN, threshold: 90, units: DAYS}."),
    THRESHOLD_PRESENT(400, "An alert configuration for %s has no threshold.", "Leave threshold out."),
    INVALID_OPERATOR_FOR_EVENT_TYPE(
            400, "The threshold of an alert configuration for %s can only be compared by %s.", "Use that operator."),
    UNITS_MISMATCH(
            400, "The threshold of an alert configuration for %s is counted in %s.", "Use that unit, and convert."),
    MISSING_NOTIFICATIONS(
            400,
            "An alert configuration needs at least one notification.",
            "Add a notification, for example to GROUP."),
    MAX_NOTIFICATIONS_PER_ALERT_EXCEEDED(
            400, "An alert configuration has at most %s notifications.", "Split it into several configurations."),
    NOTIFICATION_INTERVAL_OUT_OF_RANGE(
            400, "The value of %s must be at least %s minutes.", "Send a longer interval, or leave it out."),
    TOO_MANY_GROUP_NOTIFICATIONS(
            400,
            "An alert configuration has at most one GROUP notification.",
            "List all roles in the one that there is."),
    EMAIL_OR_SMS_REQUIRED_FOR_GROUP_NOTIFICATION(
            400, "%s needs emailEnabled or smsEnabled, or nobody would be told.", "Set one of them to true."),
    UNSUPPORTED_NOTIFICATION_TYPE(400, "The value of %s is not one of %s.", "Use one of the types that are listed."),
    MAX_ALERT_CONFIGS_PER_GROUP_EXCEEDED(
            400,
            "The project %s has as many alert configurations as it may.",
            "Delete those that are not needed, or put their notifications together."),

    // Hints
    MAX_HINT_SOURCES_PER_GROUP_EXCEEDED(
            400, "The project %s has as many hint sources as it may.", "Delete those that nothing uses any more."),

    // The activity log
    EVENT_NOT_FOUND(
            404, "No event with id %s is in the activity log of the %s %s.", "Copy the id from a list of events."),

    // Organisations and projects
    ORG_NOT_FOUND(
            404,
            "No organization with id %s exists, or it is not visible to you.",
            "Check the id, and whose credentials are used."),
    GROUP_NOT_FOUND(
            404,
            "No project with id %s exists, or it is not visible to you.",
            "Check the id, and whether the credentials have a role in the project."),
    INVALID_GROUP_ID(
            404,
            "%s is not a project id: it needs 24 characters out of 0-9 and a-f.",
            "Copy the id from a list of projects; a name does not do."),
    INVALID_GROUP_NAME(
            400,
            "%s is not a project name: 1 to 64 letters, digits, spaces or any of -_.(),:&@+'.",
            "Choose another name."),
    GROUP_NAME_NOT_FOUND(
            404,
            "No project with the name %s exists, or it is not visible to you.",
            "List the projects; names are case-sensitive."),
    GROUP_ALREADY_EXISTS(
            409,
            "A project with the name %s already exists in this organization.",
            "Choose another name, or use the project that is there."),
    MAX_GROUPS_PER_ORG_EXCEEDED(
            400,
            "The organization %s already has the %s projects that it may have.",
            "Close a project that is not used any more, or have the operators raise keyward.project.max-per-organization."),
    MAX_CLUSTERS_PER_GROUP_EXCEEDED(
            400,
            "The project %s already has the %s clusters that it may have.",
            "Use another project, or have the operators raise keyward.project.max-clusters."),
    CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_PRIVATE_ENDPOINT_SERVICES(
            409,
            "The project cannot be closed while it has private endpoints.",
            "Delete the private endpoints that are named and wait until they are gone."),
    CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS(
            409,
            "The project cannot be closed while it has clusters.",
            "Delete the clusters that are named and wait until they are gone."),
    CANNOT_CLOSE_GROUP_ACTIVE_BACKUP(
            409, "The project cannot be closed while it has snapshots.", "Delete the snapshots that are named."),

    // People and credentials
    ORG_ALREADY_EXISTS(409, "An organization with the name %s already exists.", "Choose another name."),
    MEMBER_NOT_FOUND(
            404, "No member with id %s exists in the organization %s.", "List the members; a removed one is gone."),
    MEMBER_ALREADY_EXISTS(
            409,
            "The organization already has a member with the e-mail address %s.",
            "Change that member, or use another address."),
    CANNOT_REMOVE_LAST_OWNER(
            409,
            "%s is the last owner of the organization %s. Make another one first.",
            "Give the role Organization Owner to somebody else, then repeat. A service account counts while it has a secret that has not expired."),
    API_KEY_NOT_FOUND(
            404, "No API key with id %s exists here.", "Paths name API keys by their id, not by their public key."),
    SERVICE_ACCOUNT_NOT_FOUND(
            404,
            "No service account with the client id %s exists here.",
            "Paths name service accounts by their client id: mdb_sa_id_ and 24 characters."),
    SERVICE_ACCOUNT_SECRET_NOT_FOUND(
            404,
            "No secret with id %s exists for the service account %s.",
            "Read the service account; its secrets are listed with their ids."),
    SERVICE_ACCOUNT_SECRETS_LIMIT(
            409,
            "The service account %s already has %s secrets that have not expired. Remove one first.",
            "Remove the secret that is not used any more; its tokens end with it."),
    ACCESS_LIST_ENTRY_NOT_FOUND(404, "%s is not on the access list.", "Name an entry as the list shows it."),
    ACCESS_LIST_FULL(400, "An access list holds at most %s entries.", "Join addresses to blocks."),
    INVALID_IP_ADDRESS_OR_CIDR_NOTATION(
            400,
            "%s is neither an IP address nor a block of them in CIDR notation.",
            "Send 192.0.2.1, 192.0.2.0/24, 2001:db8::1 or 2001:db8::/32, never a host name."),
    CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST(
            409,
            "The change would shut out the address you are calling from. Nothing was changed.",
            "Add the address you call from first, or make the change with other credentials."),

    // Roles in customers' clouds
    CANNOT_ASSUME_ROLE(
            400,
            "The role [%s] cannot be assumed.",
            "AWS: let the role trust the account and external id that cloudProviderAccess shows. Azure: make the service principal of the application that is shown there, and name its object id. What is new takes some seconds to be known."),
    CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED(
            400,
            "The cloud provider access role %s is not authorized yet.",
            "Authorize it first: PATCH cloudProviderAccess/{roleId}. A Google role needs none; wait until its status is COMPLETE."),
    CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND(
            404,
            "No cloud provider access role with id %s exists in this project.",
            "List cloudProviderAccess; the id is ours, not the role's ARN."),
    AWS_IAM_ROLE_IN_USE(400, "%s", "Give encryption at rest another role first, or disable it."),
    AZURE_SERVICE_PRINCIPAL_IN_USE(
            400, "%s", "Give encryption at rest another service principal first, or disable it."),
    GCP_SERVICE_ACCOUNT_IN_USE(400, "%s", "Give encryption at rest another role first, or disable it."),

    // Customer keys
    AWS_KMS_CREDENTIALS_AUTH_DEPRECATED(
            400,
            "Access keys cannot be used for AWS KMS. Authorize an IAM role (cloudProviderAccess) and send its roleId."),
    AWS_KMS_CUSTOMER_MASTER_KEY_NOT_ENABLED(
            400, "The AWS KMS key %s is disabled.", "Enable the key at AWS, or name another one."),
    AWS_KMS_CUSTOMER_MASTER_KEY_PENDING_DELETION(
            400, "The AWS KMS key %s is scheduled for deletion.", "Cancel the deletion at AWS, or name another key."),
    AWS_KMS_CUSTOMER_MASTER_KEY_PENDING_IMPORT(
            400, "The AWS KMS key %s has no key material.", "Import the key material, or name another key."),
    AWS_KMS_KEY_USAGE_NOT_SUPPORTED(
            400,
            "The AWS KMS key %s is not a symmetric encryption key.",
            "Use a key of spec SYMMETRIC_DEFAULT for ENCRYPT_DECRYPT."),
    AWS_KMS_KEY_NOT_REPLICATED_IN_REGION(
            400,
            "The AWS KMS key %s has no replica in %s.",
            "Replicate the multi-Region key there, or keep the cluster out of that region."),
    AWS_KMS_REGION_NOT_SUPPORTED(400, "AWS KMS cannot be used in the region %s.", "Use a region that is listed."),
    AWS_CUSTOMER_MASTER_KEY_NOT_FOUND(
            404,
            "No AWS KMS key %s was found.",
            "Check key id, region and account. A key of another account needs its ARN."),
    AZURE_KEY_VAULT_CREDENTIALS_DEPRECATED(
            400,
            "The project's vault is opened by a role; a project on a role does not go back to credentials.",
            "Leave the secret away, or send the roleId of an authorized service principal beside it."),
    AZURE_KEY_VAULT_ENVIRONMENT_NOT_SUPPORTED(
            400,
            "The Azure environment %s cannot be used here.",
            "Use AZURE, AZURE_CHINA or AZURE_US_GOVERNMENT; roles open keys in AZURE alone."),
    AZURE_KEY_VAULT_KEY_IDENTIFIER_INVALID_FORMAT(
            400,
            "%s is not the identifier of one version of a key in the configured vault.",
            "Give the full URL with its version, on the vault's host in the configured Azure environment."),
    AZURE_KEY_VAULT_SETTINGS_LOCKED(
            400,
            "%s cannot be changed while the project has private endpoints for its key vault.",
            "Delete the private endpoints first: they lead to the vault as it is configured."),
    AZURE_KEY_VAULT_NOT_IN_RESOURCE_GROUP(
            400,
            "The vault %s is not in the resource group %s of the subscription %s.",
            "Give the subscription and the resource group that the vault is in."),
    AZURE_NETWORK_PROVIDER_NOT_REGISTERED(
            400,
            "The resource provider Microsoft.Network is not registered in the subscription %s.",
            "Register it: az provider register --namespace Microsoft.Network. Private endpoints need it."),
    AZURE_CONDITIONAL_ACCESS_DENIED(
            400,
            "A conditional access policy of the tenant %s does not let the application in.",
            "Allow the addresses that controlPlaneIPAddresses lists as outbound in the policy."),
    AZURE_CLIENT_SECRET_EXPIRED(
            400,
            "The secret of the application %s has expired.",
            "Make a new client secret in Entra, and send it as azureKeyVault.secret."),
    AZURE_APPLICATION_NOT_FOUND(
            400,
            "The tenant does not know the application %s, or it is disabled there.",
            "Check azureKeyVault.clientID and tenantID: the application has to be one of that tenant."),
    AZURE_TENANT_NOT_FOUND(
            400,
            "There is no tenant %s in this Azure environment.",
            "Check azureKeyVault.tenantID and azureEnvironment."),
    INVALID_AZURE_CREDENTIALS(
            400,
            "Azure does not accept the credentials of the application %s.",
            "Check clientID, tenantID and secret; the secret's value is needed, not its id."),
    INVALID_AZURE_API_REQUEST(
            400,
            "Azure cannot make sense of the configuration: %s.",
            "Check azureEnvironment, tenantID, keyVaultName and keyIdentifier."),
    AZURE_KEY_VAULT_KEY_NOT_FOUND(400, "The vault has no key %s.", "Check vault, name and version of the key."),
    AZURE_KEY_VAULT_KEY_NOT_ENABLED(
            400, "The key %s is disabled.", "Enable this version of the key, or name another one."),
    AZURE_KEY_VAULT_KEY_PENDING_DELETION(
            400, "The key %s, or its vault, is deleted.", "Recover it, or name another key."),
    AZURE_KEY_VAULT_KEY_EXPIRED(
            400, "The key %s has expired.", "Name a newer version of the key, or give it a later last day."),
    AZURE_KEY_VAULT_KEY_NOT_ACTIVE(
            400, "The key %s is not valid yet.", "Wait for the key's first day, or give it an earlier one."),
    AZURE_KEY_VAULT_KEY_USAGE_NOT_SUPPORTED(
            400,
            "The key %s is not an RSA key that may encrypt and decrypt.",
            "Use an RSA key whose permitted operations include encrypt and decrypt."),
    GOOGLE_CLOUD_KMS_KEY_VERSION_DISABLED(
            400, "The Google Cloud KMS key version %s is disabled.", "Enable the version, or name another one."),
    GOOGLE_CLOUD_KMS_KEY_VERSION_DESTROY_SCHEDULED(
            400,
            "The Google Cloud KMS key version %s is scheduled for destruction.",
            "Restore and enable the version, or name another one."),
    GOOGLE_CLOUD_KMS_KEY_VERSION_DESTROYED(
            400, "The Google Cloud KMS key version %s has no key material.", "Name another version."),
    GOOGLE_CLOUD_KMS_KEY_VERSION_PENDING_GENERATION(
            400,
            "The Google Cloud KMS key version %s is being made, or waits for its import.",
            "Wait until the version is enabled, or name another one."),
    GOOGLE_CLOUD_KMS_KEY_VERSION_NOT_FOUND(
            400,
            "No Google Cloud KMS key version %s was found.",
            "Check project, location, key ring, key and version, and that the service account may see the key."),
    GOOGLE_CLOUD_KMS_KEY_PURPOSE_NOT_SUPPORTED(
            400,
            "The Google Cloud KMS key version %s is not for symmetric encryption.",
            "Use a key of purpose ENCRYPT_DECRYPT."),
    GOOGLE_CLOUD_KMS_CREDENTIALS_DEPRECATED(
            400,
            "The project's key on Google Cloud is opened by a role; a project on a role does not go back to credentials.",
            "Leave serviceAccountKey away, or send a roleId beside it."),
    INVALID_GOOGLE_CLOUD_CREDENTIALS(
            400,
            "Google Cloud does not accept the service account key.",
            "Send the whole key file of a service account that is there and enabled, or a roleId."),
    NO_PERMISSION_TO_ENCRYPT_DECRYPT(
            400,
            "The permission %s on the key is missing.",
            "Allow describing, encrypting and decrypting with the key; the detail prints how."),
    KMS_NETWORK_ACCESS_DENIED(
            400,
            "The key management service could not be reached, so that the key could not be checked.",
            "Let the key management service be reached, or try again. Clusters that run are not stopped for this."),
    KMS_UNAVAILABLE(
            503,
            "The key management service gave no usable answer. Nothing was changed; try again.",
            "Wait for as long as Retry-After says."),
    KMS_PRIVATE_NETWORKING_NOT_SUPPORTED(
            400,
            "Private networking cannot be used here: %s.",
            "The detail names what stands against it: change that first."),
    ENCRYPTION_AT_REST_NOT_ENABLED(
            400,
            "Encryption at rest with a customer key is not enabled for the project %s.",
            "Enable it with a PATCH of encryptionAtRest, then repeat."),
    ENCRYPTION_AT_REST_SETTINGS_INVALID(
            400,
            "The encryption at rest settings cannot be changed: %s.",
            "The detail says why. Make the key that is in use valid again first."),
    PROJECT_KEY_NOT_FOUND(
            404,
            "No key %s was ever used in the project %s.",
            "List the project's keys; those that it gave up can be asked for as well, by the same names."),
    CANNOT_DISABLE_ENCRYPTION_AT_REST(
            409,
            "Encryption at rest is still used by at least one cluster of the project.",
            "Set encryptionAtRestProvider to NONE on the clusters that are named, or delete them."),
    CANNOT_DISABLE_ENCRYPTION_AT_REST_DUE_TO_PRIVATE_ENDPOINTS(
            400,
            "Encryption at rest cannot be disabled while the project has private endpoints.",
            "Delete the private endpoints first."),
    CANNOT_DISABLE_ENCRYPTION_AT_REST_REQUIRE_PRIVATE_NETWORKING_WHILE_PRIVATE_ENDPOINTS_EXIST(
            400,
            "Private networking cannot be turned off while the project has private endpoints.",
            "Delete the private endpoints first."),
    CANNOT_CHANGE_ENCRYPTION_AT_REST_PROVIDER(
            409,
            "The encryption at rest provider of a cluster changes by disabling it first.",
            "Set it to NONE, wait until the cluster is IDLE, then to the other provider."),

    // Private endpoints
    KMS_PRIVATE_NETWORKING_NOT_REQUIRED(
            400,
            "The project %s does not require private networking. Set requirePrivateNetworking to true in its encryptionAtRest first."),
    KMS_PRIVATE_ENDPOINT_ALREADY_EXISTS(
            409,
            "The project already has a private endpoint in the region %s; there is one for each region.",
            "Use the endpoint that is there, or delete it first."),

    KMS_PRIVATE_ENDPOINT_MISSING_IN_REGION(
            400,
            "The project has no ACTIVE private endpoint for its key in: %s.",
            "Make an endpoint in that region and wait until it is ACTIVE."),

    // Clusters
    CLUSTER_NOT_FOUND(
            404,
            "No cluster named %s exists in the project %s.",
            "List the project's clusters; names are case-sensitive."),
    DUPLICATE_CLUSTER_NAME(
            400,
            "A cluster named %s already exists in this project.",
            "Choose another name. A cluster that is being deleted keeps its name until it is gone."),
    CLUSTER_NAME_INVALID(
            400,
            "%s is not a cluster name: letters, digits and hyphens, starting with a letter or digit.",
            "Choose another name."),
    CLUSTER_NAME_TOO_LONG(400, "The cluster name %s is too long.", "Choose a shorter name."),
    CLUSTER_CANNOT_CHANGE_NAME(400, "The cluster is called %s, and keeps that name.", "Leave the name out."),
    CLUSTER_CANNOT_CHANGE_PROVIDER_NAME(
            400,
            "The cluster runs on %s, and cannot move to other cloud providers.",
            "Add the other cloud first, or make a new cluster."),
    CLUSTER_ALREADY_PAUSED(
            409, "The cluster %s is paused already, or is about to be.", "Send paused: false to have it run again."),
    CANNOT_UPDATE_PAUSED_CLUSTER(
            409,
            "The cluster %s is paused, and takes no changes but paused: false, alone.",
            "Resume it first, wait until it is IDLE, then change it."),
    CANNOT_UPDATE_AND_PAUSE_CLUSTER(
            409,
            "The cluster %s cannot be changed and paused by one request. Nothing was changed.",
            "Change it, wait until it is IDLE, then send paused: true alone."),
    CANNOT_PAUSE_CLUSTER_WITH_PENDING_CHANGES(
            409,
            "The cluster %s cannot be paused while changes of it are not done yet.",
            "Wait until it is IDLE, then repeat."),
    CANNOT_PAUSE_NVME_CLUSTER(
            409,
            "The cluster %s cannot be paused: its disks would be lost with the machines that they are built into.",
            "Move it to a size without _NVME first, or let it run."),
    CANNOT_PAUSE_RECENTLY_RESUMED_CLUSTER(
            400,
            "The cluster %s was resumed a short while ago. Between two pauses a cluster runs for at least %s minutes.",
            "Wait, then repeat."),
    TENANT_CLUSTER_UPDATE_UNSUPPORTED(
            400, "The cluster %s runs on shared machines, which cannot be stopped for it alone.", "Let it run."),
    CLUSTER_ALREADY_REQUESTED_DELETION(
            400, "The deletion of the cluster %s was requested already.", "Wait until it is gone."),
    INVALID_CLUSTER_CONFIGURATION(
            400, "The cluster cannot be built as requested: %s.", "The detail says what stands against it."),
    CANNOT_USE_ENCRYPTION_AT_REST_TENANT(
            400,
            "Tenant, flex and serverless clusters cannot use customer keys.",
            "Use a dedicated size, M10 or larger."),
    CANNOT_CREATE_PAUSED_CLUSTER(400, "A cluster cannot be created paused.", "Leave paused out."),
    CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED(
            400, "The cluster %s is protected against deletion. Turn its termination protection off first."),

    // Backups
    SNAPSHOT_NOT_FOUND(
            404,
            "No snapshot with id %s exists of the cluster %s.",
            "List the cluster's snapshots; those of sharded clusters have a list of their own. Expired ones are gone."),
    RESTORE_JOB_NOT_FOUND(
            404,
            "No restore job with id %s exists of the cluster %s.",
            "List the restore jobs of the cluster that the snapshot was taken of, not of the one it is restored to."),
    BACKUP_NOT_ENABLED(400, "Backups are off for the cluster %s. Set its backupEnabled to true first."),
    CLUSTER_UNAVAILABLE_FOR_BACKUP(
            409, "Nothing can be saved from or restored to the cluster %s: it %s.", "Repeat when that has changed."),
    SNAPSHOT_NOT_COMPLETED(
            400,
            "The snapshot %s cannot be restored: it is %s.",
            "Wait until it is completed, or use another snapshot."),
    SNAPSHOT_IN_USE(
            409, "The snapshot %s is being restored by: %s.", "Wait until the restore job is finished, or cancel it."),
    SNAPSHOT_KEY_NOT_VALID(
            400,
            "%s can only be read with the key %s, which is not valid at the moment. Make the key valid again at its provider, check it with Try Again, then repeat.",
            "Keys that were replaced are needed for as long as there are snapshots under them. One that was destroyed takes its snapshots with it."),
    INVALID_SNAPSHOT_RESTORE_ENCRYPTION(
            400,
            "What is to be restored is not encrypted as the cluster %s is.",
            "Restore to a cluster that is under keys of the same provider; between projects, of the same region."),
    CANNOT_DOWNLOAD_SNAPSHOT_WITH_ENCRYPTION(
            400,
            "The snapshot %s is under a customer key and cannot be downloaded.",
            "Restore it to a cluster, and dump that."),
    RESTORE_TARGET_NOT_SUITABLE(
            400,
            "The snapshot %s cannot be restored to the cluster %s: %s.",
            "Restore it to a cluster of the same shape."),
    POINT_IN_TIME_RESTORE_NOT_ENABLED(
            400, "The cluster %s does not keep what a point in time is reached by. Set its pitEnabled to true first."),
    INVALID_POINT_IN_TIME(
            400,
            "The point in time %s cannot be restored: %s.",
            "A point in time lies between a completed snapshot and now."),
    RESTORE_JOB_FINISHED(
            400,
            "The restore job %s cannot be cancelled any more: it is %s.",
            "What a restore replaced comes back only by restoring something else."),
    LEGACY_BACKUP_NOT_SUPPORTED(
            400,
            "There are no legacy backups here. Use cloud backups: set backupEnabled on the cluster, and take snapshots.",
            "Legacy backups do not go together with customer keys.");

    private static final Map<String, ErrorCode> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(Enum::name, code -> code));

    private final int status;
    private final String detail;
    private final String advice;

    /** Where the detail itself says what to do. */
    ErrorCode(int status, String detail) {
        this(status, detail, "");
    }

    ErrorCode(int status, String detail, String advice) {
        this.status = status;
        this.detail = detail;
        this.advice = advice;
    }

    /** The code of that name; empty when there is none. */
    public static Optional<ErrorCode> find(@Nullable String name) {
        return Optional.ofNullable(name).map(BY_NAME::get);
    }

    /** The HTTP status this code is answered with. */
    public int status() {
        return status;
    }

    /** The explanation, a {@link String#format} pattern for the parameters. */
    public String detail() {
        return detail;
    }

    /** For people, in the documentation alone: what to do about it; empty where the detail says so. */
    String advice() {
        return advice;
    }
}
