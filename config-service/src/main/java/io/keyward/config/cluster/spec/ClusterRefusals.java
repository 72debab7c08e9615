package io.keyward.config.cluster.spec;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;

/** How each refusal of a cluster is told on the wire. */
public final class ClusterRefusals {
    private ClusterRefusals() {}

    /** The refusal that answers the request. */
    public static Refusal of(ClusterError error) {
        return switch (error) {
            case ClusterError.Missing(var path) ->
                Refusal.of(ErrorCode.MISSING_ATTRIBUTE, path).withField(path, "is required");
            case ClusterError.NotAllowed(var path, var value, var allowed) -> {
                String choice = "Allowed: " + String.join(", ", allowed) + ".";
                yield Refusal.of(ErrorCode.INVALID_ENUM_VALUE, value, path)
                        .withDetail(value + " is not one of the values that " + path + " takes. " + choice)
                        .withField(path, choice);
            }
            case ClusterError.UnknownRegion(var path, var value, var provider) ->
                Refusal.of(ErrorCode.INVALID_REGION, value)
                        .withDetail(value + " is not a region of " + provider + ".")
                        .withField(path, "a region of " + provider);
            case ClusterError.NameInvalid(var name) -> Refusal.of(ErrorCode.CLUSTER_NAME_INVALID, name);
            case ClusterError.NameTooLong(var name) -> Refusal.of(ErrorCode.CLUSTER_NAME_TOO_LONG, name);
            case ClusterError.NameTaken(var name) -> Refusal.of(ErrorCode.DUPLICATE_CLUSTER_NAME, name);
            case ClusterError.Paused() -> Refusal.of(ErrorCode.CANNOT_CREATE_PAUSED_CLUSTER);
            case ClusterError.TenantWithCustomerKey() -> Refusal.of(ErrorCode.CANNOT_USE_ENCRYPTION_AT_REST_TENANT);
            case ClusterError.Unbuildable(var why) -> Refusal.of(ErrorCode.INVALID_CLUSTER_CONFIGURATION, why);
            case ClusterError.NotEnabled(var groupId) -> Refusal.of(ErrorCode.ENCRYPTION_AT_REST_NOT_ENABLED, groupId);
            case ClusterError.NotFound(var name, var groupId) -> Refusal.of(ErrorCode.CLUSTER_NOT_FOUND, name, groupId);
            case ClusterError.Protected(var name) ->
                Refusal.of(ErrorCode.CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED, name);
            case ClusterError.AlreadyDeleting(var name) ->
                Refusal.of(ErrorCode.CLUSTER_ALREADY_REQUESTED_DELETION, name);
        };
    }
}
