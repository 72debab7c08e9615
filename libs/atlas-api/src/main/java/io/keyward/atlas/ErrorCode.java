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
 * more to say.
 */
public enum ErrorCode {
    // The request as such
    MALFORMED_JSON(400, "The request body is not well-formed JSON."),
    INVALID_JSON(400, "The request body must be a JSON object."),
    INVALID_JSON_ATTRIBUTE(400, "The value of %s in the request body cannot be used."),
    INVALID_ATTRIBUTE(400, "The attribute %s is not allowed here."),
    MISSING_ATTRIBUTE(400, "The required attribute %s is missing."),
    ATTRIBUTE_READ_ONLY(400, "The attribute %s cannot be changed."),
    INVALID_ENUM_VALUE(400, "The value of %s is not one of %s."),
    INVALID_REGION(400, "%s is not a region that this installation knows."),
    INVALID_PROVIDER(400, "%s is not a cloud provider that can be used here."),
    INVALID_PATH_PARAMETER(400, "%s is not a valid value for a part of this path."),
    INVALID_QUERY_PARAMETER(400, "The value of the query parameter %s cannot be used."),
    VALIDATION_ERROR(400, "The request breaks at least one rule; see the listed fields."),
    BAD_REQUEST(400, "The request cannot be understood."),
    USER_UNAUTHORIZED(401, "Valid credentials are needed for this resource."),
    ACCESS_FORBIDDEN(403, "This needs the role %s."),
    RESOURCE_NOT_FOUND(404, "Nothing was found at %s."),
    METHOD_NOT_ALLOWED(405, "%s cannot be used on this resource."),
    INVALID_VERSION_DATE(406, "The Accept header or the version date in it is not valid for this resource."),
    CONCURRENT_MODIFICATION(409, "Another request changed the same thing at the same time. Read it again and repeat."),
    VERSION_GONE(410, "Version %s of %s is no longer served."),
    REQUEST_TOO_LARGE(413, "The request body is larger than the %s bytes that are accepted."),
    URI_TOO_LONG(414, "The first line of the request is longer than the %s bytes that are accepted."),
    UNSUPPORTED_MEDIA_TYPE(415, "The request body must be sent as application/json; the request says %s."),
    RATE_LIMITED_TOKEN_BUCKET(
            429,
            "Too many requests to %s: try again in %s seconds. %s requests may come at once, and %s more in every %s seconds."),
    REQUEST_HEADERS_TOO_LARGE(431, "The headers of the request are larger than the %s bytes that are accepted."),
    UNEXPECTED_ERROR(
            500, "The request failed for a reason of ours. Nothing more is known to the caller; the log says why."),
    SERVICE_UNAVAILABLE(
            503,
            "A part of this service cannot be reached at the moment. Nothing is half done: try again, and if it was a change, look first whether it was made."),

    INVALID_DATE_FORMAT(400, "The value of %s is not a date and time as ISO 8601 writes them."),
    INVALID_DATE_RANGE(400, "The date %s lies in the past."),

    // Alerts
    ALERT_NOT_FOUND(404, "No alert with id %s exists in the project %s."),
    INVALID_ALERT_ID(404, "%s is not an alert id: it needs 24 characters out of 0-9 and a-f."),
    ALERT_CONFIG_NOT_FOUND(404, "No alert configuration with id %s exists in the project %s."),
    INVALID_ALERT_CONFIG_ID(
            404, "%s is not the id of an alert configuration: it needs 24 characters out of 0-9 and a-f."),

    // Organisations and projects
    ORG_NOT_FOUND(404, "No organization with id %s exists, or it is not visible to you."),
    GROUP_NOT_FOUND(404, "No project with id %s exists, or it is not visible to you."),
    INVALID_GROUP_ID(404, "%s is not a project id: it needs 24 characters out of 0-9 and a-f."),
    INVALID_GROUP_NAME(400, "%s is not a project name: 1 to 64 letters, digits, spaces or any of -_.(),:&@+'."),
    GROUP_ALREADY_EXISTS(409, "A project with the name %s already exists in this organization."),
    GROUP_MISMATCH(400, "%s belongs to another project."),

    // Roles in customers' clouds
    CANNOT_ASSUME_ROLE(400, "The role [%s] cannot be assumed."),
    CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED(400, "The cloud provider access role %s is not authorized yet."),
    CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND(404, "No cloud provider access role with id %s exists in this project."),
    AWS_IAM_ROLE_IN_USE(400, "%s"),
    INVALID_AWS_CREDENTIALS(400, "AWS does not accept the credentials of this project."),

    // Customer keys
    AWS_KMS_CREDENTIALS_AUTH_DEPRECATED(
            400,
            "Access keys cannot be used for AWS KMS. Authorize an IAM role (cloudProviderAccess) and send its roleId."),
    AWS_KMS_CUSTOMER_MASTER_KEY_NOT_ENABLED(400, "The AWS KMS key %s is disabled."),
    AWS_KMS_CUSTOMER_MASTER_KEY_PENDING_DELETION(400, "The AWS KMS key %s is scheduled for deletion."),
    AWS_KMS_CUSTOMER_MASTER_KEY_PENDING_IMPORT(400, "The AWS KMS key %s has no key material."),
    AWS_KMS_KEY_USAGE_NOT_SUPPORTED(400, "The AWS KMS key %s is not a symmetric encryption key."),
    AWS_KMS_KEY_NOT_REPLICATED_IN_REGION(400, "The AWS KMS key %s has no replica in %s."),
    AWS_KMS_REGION_NOT_SUPPORTED(400, "AWS KMS cannot be used in the region %s."),
    AWS_CUSTOMER_MASTER_KEY_NOT_FOUND(404, "No AWS KMS key %s was found."),
    NO_PERMISSION_TO_ENCRYPT_DECRYPT(400, "The role lacks the permission %s on the key."),
    KMS_NETWORK_ACCESS_DENIED(
            400, "The key management service could not be reached, so that the key could not be checked."),
    KMS_UNAVAILABLE(503, "The key management service gave no usable answer. Nothing was changed; try again."),
    KMS_PRIVATE_NETWORKING_NOT_SUPPORTED(400, "Private networking cannot be used here: %s."),
    MISSING_ENCRYPTION_AT_REST_PROVIDER(400, "The request names no encryption at rest provider."),
    INVALID_ENCRYPTION_AT_REST_PROVIDER(400, "%s is not an encryption at rest provider."),
    ENCRYPTION_AT_REST_PROVIDER_NOT_SUPPORTED(400, "The encryption at rest provider %s cannot be used here."),
    ENCRYPTION_AT_REST_NOT_ENABLED(400, "Encryption at rest with a customer key is not enabled for the project %s."),
    ENCRYPTION_AT_REST_SETTINGS_INVALID(400, "The encryption at rest settings cannot be changed: %s."),
    CANNOT_DISABLE_ENCRYPTION_AT_REST(409, "Encryption at rest is still used by at least one cluster of the project."),
    CANNOT_DISABLE_ENCRYPTION_AT_REST_DUE_TO_PRIVATE_ENDPOINTS(
            400, "Encryption at rest cannot be disabled while the project has private endpoints."),
    CANNOT_DISABLE_ENCRYPTION_AT_REST_REQUIRE_PRIVATE_NETWORKING_WHILE_PRIVATE_ENDPOINTS_EXIST(
            400, "Private networking cannot be turned off while the project has private endpoints."),
    CANNOT_CHANGE_ENCRYPTION_AT_REST_PROVIDER(
            409, "The encryption at rest provider of a cluster changes by disabling it first."),

    // Private endpoints
    KMS_PRIVATE_NETWORKING_NOT_REQUIRED(
            400,
            "The project %s does not require private networking. Set requirePrivateNetworking to true in its encryptionAtRest first."),
    KMS_PRIVATE_ENDPOINT_ALREADY_EXISTS(
            409, "The project already has a private endpoint in the region %s; there is one for each region."),

    KMS_PRIVATE_ENDPOINT_MISSING_IN_REGION(400, "The project has no ACTIVE private endpoint for its key in: %s."),

    // Clusters
    CLUSTER_NOT_FOUND(404, "No cluster named %s exists in the project %s."),
    DUPLICATE_CLUSTER_NAME(400, "A cluster named %s already exists in this project."),
    CLUSTER_NAME_INVALID(
            400, "%s is not a cluster name: letters, digits and hyphens, starting with a letter or digit."),
    CLUSTER_NAME_TOO_LONG(400, "The cluster name %s is too long."),
    CLUSTER_CANNOT_CHANGE_NAME(400, "The cluster is called %s, and keeps that name."),
    CLUSTER_CANNOT_CHANGE_PROVIDER_NAME(400, "The cluster runs on %s, and cannot move to other cloud providers."),
    CLUSTER_PAUSE_NOT_SUPPORTED(
            400, "The cluster %s cannot be paused by hand in this installation. Nothing was changed."),
    CLUSTER_ALREADY_REQUESTED_DELETION(400, "The deletion of the cluster %s was requested already."),
    INVALID_CLUSTER_CONFIGURATION(400, "The cluster cannot be built as requested: %s."),
    INSUFFICIENT_INSTANCE_SIZE(400, "Customer keys need a cluster of size M10 or larger; %s is too small."),
    CANNOT_USE_ENCRYPTION_AT_REST_TENANT(400, "Tenant, flex and serverless clusters cannot use customer keys."),
    CANNOT_CREATE_PAUSED_CLUSTER(400, "A cluster cannot be created paused."),
    CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED(
            400, "The cluster %s is protected against deletion. Turn its termination protection off first.");

    private static final Map<String, ErrorCode> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(Enum::name, code -> code));

    private final int status;
    private final String detail;

    ErrorCode(int status, String detail) {
        this.status = status;
        this.detail = detail;
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
}
