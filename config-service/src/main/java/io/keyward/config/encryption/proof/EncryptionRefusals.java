package io.keyward.config.encryption.proof;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.config.encryption.settings.EncryptionError;

/** How each refusal of a configuration is told on the wire. */
public final class EncryptionRefusals {
    private EncryptionRefusals() {}

    /** The refusal that answers the request. */
    public static Refusal of(EncryptionError error) {
        return switch (error) {
            case EncryptionError.ProviderNotSupported(var provider) ->
                Refusal.of(ErrorCode.ENCRYPTION_AT_REST_PROVIDER_NOT_SUPPORTED, provider)
                        .withDetail(provider + " cannot be enabled in this installation. Available: awsKms.")
                        .withField(provider, "only {} or enabled: false");
            case EncryptionError.CredentialsNotSupported() -> Refusal.of(ErrorCode.AWS_KMS_CREDENTIALS_AUTH_DEPRECATED);
            case EncryptionError.MissingFields(var paths) -> {
                Refusal refusal = Refusal.of(ErrorCode.MISSING_ATTRIBUTE, String.join(", ", paths));
                for (String path : paths) {
                    refusal = refusal.withField(path, "needed for a first configuration");
                }
                yield refusal;
            }
            case EncryptionError.UnknownRegion(var value) ->
                Refusal.of(ErrorCode.INVALID_REGION, value)
                        .withField("awsKms.region", "an AWS region, such as US_EAST_1 or us-east-1");
            case EncryptionError.MalformedKey(var value) ->
                invalidKey(
                        "awsKms.customerMasterKeyID must be the id or the full ARN of a key, not an alias or anything else.");
            case EncryptionError.RegionMismatch(var keyRegion, var region) ->
                invalidKey("The key lies in " + keyRegion + ", but awsKms.region is " + region + ". They must agree.");
            case EncryptionError.PartitionMismatch(var keyPartition, var regionPartition) ->
                invalidKey("The key's ARN begins with arn:" + keyPartition + ", but ARNs of that region begin with arn:"
                        + regionPartition + ".");
            case EncryptionError.ArnNeeded(var key) ->
                invalidKey("The key could not be looked up. Give its full ARN instead of the key id " + key + ".");
            case EncryptionError.RoleNotFound(var roleId) ->
                Refusal.of(ErrorCode.CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND, roleId);
            case EncryptionError.RoleNotAuthorized(var roleId) ->
                Refusal.of(ErrorCode.CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED, roleId);
            case EncryptionError.KeyInUse(var key, var clusters) ->
                Refusal.of(ErrorCode.ENCRYPTION_AT_REST_SETTINGS_INVALID, "clusters are wrapped by the current key")
                        .withDetail("The key cannot be changed to " + key
                                + " while clusters are wrapped by the current one, and"
                                + " re-wrapping is not available yet. Clusters: " + String.join(", ", clusters) + ".");
            case EncryptionError.CannotDisable(var clusters) ->
                Refusal.of(ErrorCode.CANNOT_DISABLE_ENCRYPTION_AT_REST)
                        .withDetail("Customer keys cannot be disabled while clusters use them. Clusters: "
                                + String.join(", ", clusters) + ".");
            case EncryptionError.ChangedMeanwhile() -> Refusal.of(ErrorCode.CONCURRENT_MODIFICATION);
        };
    }

    private static Refusal invalidKey(String detail) {
        return Refusal.of(ErrorCode.INVALID_ATTRIBUTE, "awsKms.customerMasterKeyID")
                .withDetail(detail)
                .withField("awsKms.customerMasterKeyID", detail);
    }
}
