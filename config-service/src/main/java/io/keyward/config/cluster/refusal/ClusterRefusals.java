package io.keyward.config.cluster.refusal;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import java.util.List;
import java.util.stream.Collectors;

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
            case ClusterError.NameFixed(var name) ->
                Refusal.of(ErrorCode.CLUSTER_CANNOT_CHANGE_NAME, name)
                        .withField("name", "that of the cluster, or left out");
            case ClusterError.CloudFixed(var clouds, var wanted) ->
                Refusal.of(ErrorCode.CLUSTER_CANNOT_CHANGE_PROVIDER_NAME, String.join(", ", clouds))
                        .withDetail("The cluster runs on " + String.join(", ", clouds) + " and cannot move to "
                                + String.join(", ", wanted) + ": at least one of its providers has to stay.");
            case ClusterError.Paused() -> Refusal.of(ErrorCode.CANNOT_CREATE_PAUSED_CLUSTER);
            case ClusterError.AlreadyPaused(var name) -> Refusal.of(ErrorCode.CLUSTER_ALREADY_PAUSED, name);
            case ClusterError.NotWhilePaused(var name) -> Refusal.of(ErrorCode.CANNOT_UPDATE_PAUSED_CLUSTER, name);
            case ClusterError.NotWithPause(var name) -> Refusal.of(ErrorCode.CANNOT_UPDATE_AND_PAUSE_CLUSTER, name);
            case ClusterError.StillChanging(var name) ->
                Refusal.of(ErrorCode.CANNOT_PAUSE_CLUSTER_WITH_PENDING_CHANGES, name);
            case ClusterError.LocalDisks(var name) -> Refusal.of(ErrorCode.CANNOT_PAUSE_NVME_CLUSTER, name);
            case ClusterError.JustResumed(var name, var minutes) ->
                Refusal.of(ErrorCode.CANNOT_PAUSE_RECENTLY_RESUMED_CLUSTER, name, minutes);
            case ClusterError.SharedMachines(var name) -> Refusal.of(ErrorCode.TENANT_CLUSTER_UPDATE_UNSUPPORTED, name);
            case ClusterError.LabelInvalid(var path, var allowed) ->
                Refusal.of(ErrorCode.VALIDATION_ERROR).withField(path, allowed);
            case ClusterError.TenantWithCustomerKey() -> Refusal.of(ErrorCode.CANNOT_USE_ENCRYPTION_AT_REST_TENANT);
            case ClusterError.Unbuildable(var why) -> Refusal.of(ErrorCode.INVALID_CLUSTER_CONFIGURATION, why);
            case ClusterError.NotEnabled(var groupId) -> Refusal.of(ErrorCode.ENCRYPTION_AT_REST_NOT_ENABLED, groupId);
            case ClusterError.KeyProviderFixed(var provider, var wanted) ->
                Refusal.of(ErrorCode.CANNOT_CHANGE_ENCRYPTION_AT_REST_PROVIDER)
                        .withDetail("The cluster uses a key of " + provider + ". Set encryptionAtRestProvider to NONE"
                                + " before it is set to " + wanted + ".");
            case ClusterError.KeyInvalid(var name) ->
                Refusal.of(ErrorCode.ENCRYPTION_AT_REST_SETTINGS_INVALID, "the current key is not valid")
                        .withDetail("The cluster " + name + " is wrapped by the project's key, which is not valid at"
                                + " the moment: its data cannot be unwrapped. Make the key valid again, then"
                                + " disable customer keys on the cluster.");
            case ClusterError.BeyondPrivateNetworking(var name, var why) ->
                Refusal.of(ErrorCode.KMS_PRIVATE_NETWORKING_NOT_SUPPORTED, "cluster " + name + ": " + why);
            case ClusterError.EndpointMissing(var name, var gaps) -> missingEndpoints(name, gaps);
            case ClusterError.ChangedMeanwhile() -> Refusal.of(ErrorCode.CONCURRENT_MODIFICATION);
            case ClusterError.NotFound(var name, var groupId) -> Refusal.of(ErrorCode.CLUSTER_NOT_FOUND, name, groupId);
            case ClusterError.Protected(var name) ->
                Refusal.of(ErrorCode.CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED, name);
            case ClusterError.AlreadyDeleting(var name) ->
                Refusal.of(ErrorCode.CLUSTER_ALREADY_REQUESTED_DELETION, name);
        };
    }

    private static Refusal missingEndpoints(String name, List<ClusterError.Gap> gaps) {
        String all = gaps.stream().map(ClusterError.Gap::region).collect(Collectors.joining(", "));
        return Refusal.of(ErrorCode.KMS_PRIVATE_ENDPOINT_MISSING_IN_REGION, all)
                .withDetail("The project reaches its key over private endpoints, so that nodes of the cluster " + name
                        + " can be added only in regions with an ACTIVE one. "
                        + gaps.stream()
                                .map(gap -> gap.region() + ": " + gap.words())
                                .collect(Collectors.joining("; "))
                        + ".");
    }
}
