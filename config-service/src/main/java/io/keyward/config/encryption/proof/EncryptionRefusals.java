package io.keyward.config.encryption.proof;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.region.CloudRegion;
import io.keyward.config.encryption.settings.EncryptionError;
import io.keyward.config.encryption.settings.name.AwsKeyNames;
import io.keyward.config.endpoint.EndpointWords;
import io.keyward.config.endpoint.RegionEndpoints;
import io.keyward.config.role.RoleRefusals;
import java.util.List;
import java.util.stream.Collectors;

/** How each refusal of a configuration is told on the wire. */
public final class EncryptionRefusals {
    private EncryptionRefusals() {}

    /** The refusal that answers the request. */
    public static Refusal of(EncryptionError error) {
        return switch (error) {
            case EncryptionError.OfRequest request -> ofRequest(request);
            case EncryptionError.OfKey key -> ofKey(key);
            case EncryptionError.OfRole role -> ofRole(role);
            case EncryptionError.OfUse use -> ofUse(use);
            case EncryptionError.OfNetwork network -> ofNetwork(network);
            case EncryptionError.Overtaken overtaken -> Refusal.of(ErrorCode.CONCURRENT_MODIFICATION);
        };
    }

    private static Refusal ofRequest(EncryptionError.OfRequest error) {
        return switch (error) {
            case EncryptionError.CredentialsNotSupported() -> Refusal.of(ErrorCode.AWS_KMS_CREDENTIALS_AUTH_DEPRECATED);
            case EncryptionError.MissingFields(var paths) -> {
                Refusal refusal = Refusal.of(ErrorCode.MISSING_ATTRIBUTE, String.join(", ", paths));
                for (String path : paths) {
                    refusal = needed(refusal, path);
                }
                yield refusal;
            }
            case EncryptionError.UnknownEnvironment(var value) ->
                Refusal.of(ErrorCode.AZURE_KEY_VAULT_ENVIRONMENT_NOT_SUPPORTED, value)
                        .withField("azureKeyVault.azureEnvironment", "AZURE, AZURE_CHINA or AZURE_US_GOVERNMENT");
            case EncryptionError.NoRolesIn(var environment) -> noRolesIn(environment);
            case EncryptionError.MalformedField(var path, var form) ->
                Refusal.of(ErrorCode.INVALID_ATTRIBUTE, path)
                        .withDetail(path + " has to be " + form + ".")
                        .withField(path, form);
            case EncryptionError.BackToCredentials(var path) ->
                Refusal.of(ErrorCode.AZURE_KEY_VAULT_CREDENTIALS_DEPRECATED)
                        .withField(path, "only beside a roleId, where it is ignored");
            case EncryptionError.SecretNeeded(var path) ->
                Refusal.of(ErrorCode.MISSING_ATTRIBUTE, path)
                        .withDetail(
                                "The required attribute " + path
                                        + " is missing: another application, tenant or environment is named than the stored secret is of.")
                        .withField(path, "needed for another application, tenant or environment");
            case EncryptionError.RoleStays(var path) ->
                Refusal.of(ErrorCode.GOOGLE_CLOUD_KMS_CREDENTIALS_DEPRECATED)
                        .withField(path, "only beside a roleId, where it is ignored");
            case EncryptionError.NoKeyFile() ->
                Refusal.of(ErrorCode.INVALID_GOOGLE_CLOUD_CREDENTIALS)
                        .withDetail(
                                "googleCloudKms.serviceAccountKey is not the JSON of a service account's key: a text with"
                                        + " type, client_email, private_key_id and private_key, as Google makes it.")
                        .withField("googleCloudKms.serviceAccountKey", "the whole key file, as one string");
            case EncryptionError.UnknownRegion(var value) ->
                Refusal.of(ErrorCode.INVALID_REGION, value)
                        .withField("awsKms.region", "an AWS region, such as US_EAST_1 or us-east-1");
        };
    }

    private static Refusal noRolesIn(String environment) {
        return Refusal.of(ErrorCode.AZURE_KEY_VAULT_ENVIRONMENT_NOT_SUPPORTED, environment)
                .withDetail("A role cannot open keys in " + environment
                        + ": Keyward's application, which a role stands for, is one of AZURE. Send clientID, tenantID and"
                        + " secret instead of roleId.")
                .withField("azureKeyVault.azureEnvironment", "AZURE, beside a roleId");
    }

    private static Refusal ofKey(EncryptionError.OfKey error) {
        return switch (error) {
            case EncryptionError.MalformedKeyVersion(var value) ->
                invalid(
                        "googleCloudKms.keyVersionResourceID",
                        "googleCloudKms.keyVersionResourceID must be the resource name of one version of a key:"
                                + " projects/…/locations/…/keyRings/…/cryptoKeys/…/cryptoKeyVersions/….");
            case EncryptionError.MalformedKey(var value) ->
                invalidKey(
                        "awsKms.customerMasterKeyID must be the id or the full ARN of a key, not an alias or anything else.");
            case EncryptionError.MalformedIdentifier(var value, var form) ->
                Refusal.of(ErrorCode.AZURE_KEY_VAULT_KEY_IDENTIFIER_INVALID_FORMAT, value)
                        .withDetail(value + " is not the identifier of one version of a key in the configured vault."
                                + " It has to look like " + form + ".")
                        .withField("azureKeyVault.keyIdentifier", form);
            case EncryptionError.RegionMismatch(var keyRegion, var region) ->
                invalidKey("The key lies in " + keyRegion + ", but awsKms.region is " + region + ". They must agree.");
            case EncryptionError.PartitionMismatch(var keyPartition, var regionPartition) ->
                invalidKey("The key's ARN begins with arn:" + keyPartition + ", but ARNs of that region begin with arn:"
                        + regionPartition + ".");
            case EncryptionError.ArnNeeded(var key) ->
                invalidKey("The key could not be looked up. Give its full ARN instead of the key id " + key + ".");
        };
    }

    private static Refusal ofRole(EncryptionError.OfRole error) {
        return switch (error) {
            case EncryptionError.RoleNotFound(var roleId) -> RoleRefusals.notFound(roleId);
            case EncryptionError.RoleNotAuthorized(var roleId) ->
                Refusal.of(ErrorCode.CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED, roleId);
        };
    }

    private static Refusal ofUse(EncryptionError.OfUse error) {
        return switch (error) {
            case EncryptionError.KeyInvalid(var key, var clusters) ->
                Refusal.of(ErrorCode.ENCRYPTION_AT_REST_SETTINGS_INVALID, "the current key is not valid")
                        .withDetail("Clusters are wrapped by the key " + key
                                + ", which is not valid at the moment: their data cannot be unwrapped to leave it. Clusters: "
                                + String.join(", ", clusters)
                                + ". Make the key valid again, or give a role that opens it, then repeat the change;"
                                + " or delete the clusters.");
            case EncryptionError.CannotDisable(var clusters) ->
                Refusal.of(ErrorCode.CANNOT_DISABLE_ENCRYPTION_AT_REST)
                        .withDetail("Customer keys cannot be disabled while clusters use them. Clusters: "
                                + String.join(", ", clusters) + ".");
            case EncryptionError.NotEnabled(var groupId) ->
                Refusal.of(ErrorCode.ENCRYPTION_AT_REST_NOT_ENABLED, groupId);
        };
    }

    private static Refusal ofNetwork(EncryptionError.OfNetwork error) {
        return switch (error) {
            case EncryptionError.PrivateNetworkingNotRequired(var groupId) ->
                Refusal.of(ErrorCode.KMS_PRIVATE_NETWORKING_NOT_REQUIRED, groupId);
            case EncryptionError.PrivateNetworkingNotSupported(var reasons) ->
                Refusal.of(ErrorCode.KMS_PRIVATE_NETWORKING_NOT_SUPPORTED, String.join("; ", reasons));
            case EncryptionError.NotReplicated(var arn, var regions) -> notReplicated(arn, regions);
            case EncryptionError.SettingsLocked(var paths, var left) -> locked(paths, left);
            case EncryptionError.EndpointsKeepItEnabled(var left) ->
                Refusal.of(ErrorCode.CANNOT_DISABLE_ENCRYPTION_AT_REST_DUE_TO_PRIVATE_ENDPOINTS)
                        .withDetail(
                                "Customer keys cannot be disabled while the project has private endpoints, whatever their"
                                        + " state. " + EndpointWords.left(left));
            case EncryptionError.EndpointsKeepItPrivate(var left) ->
                Refusal.of(
                                ErrorCode
                                        .CANNOT_DISABLE_ENCRYPTION_AT_REST_REQUIRE_PRIVATE_NETWORKING_WHILE_PRIVATE_ENDPOINTS_EXIST,
                                left.stream().map(RegionEndpoints::regionName).toArray())
                        .withDetail(
                                "Private networking cannot be turned off while the project has private endpoints, whatever their"
                                        + " state. " + EndpointWords.left(left));
        };
    }

    private static Refusal locked(List<String> paths, List<RegionEndpoints> left) {
        String fields = String.join(", ", paths);
        Refusal refusal = Refusal.of(ErrorCode.AZURE_KEY_VAULT_SETTINGS_LOCKED, fields)
                .withDetail(fields
                        + " cannot be changed while the project has private endpoints, which lead to the vault as"
                        + " it is configured. " + EndpointWords.left(left));
        for (String path : paths) {
            refusal = refusal.withField(path, "frozen while there are private endpoints");
        }
        return refusal;
    }

    private static Refusal invalidKey(String detail) {
        return invalid("awsKms.customerMasterKeyID", detail);
    }

    private static Refusal invalid(String path, String detail) {
        return Refusal.of(ErrorCode.INVALID_ATTRIBUTE, path).withDetail(detail).withField(path, detail);
    }

    private static Refusal notReplicated(String arn, List<CloudRegion> regions) {
        String names = regions.stream().map(CloudRegion::atlasName).collect(Collectors.joining(", "));
        String what = AwsKeyNames.isMultiRegion(arn)
                ? "Replicate it there (kms:ReplicateKey): "
                        + regions.stream()
                                .map(region -> "aws kms replicate-key --key-id " + arn + " --region " + home(arn)
                                        + " --replica-region " + region.cloudName())
                                .collect(Collectors.joining("; "))
                : "It is a single-Region key. Configure a multi-Region key, and replicate that one there (kms:ReplicateKey)";
        return Refusal.of(ErrorCode.AWS_KMS_KEY_NOT_REPLICATED_IN_REGION, arn, names)
                .withDetail("The AWS KMS key " + arn + " has no replica in " + names + ". " + what + ".");
    }

    private static String home(String arn) {
        return arn.split(":", -1)[3];
    }

    /** Where one of two fields is enough, the other one is named beside it. */
    private static Refusal needed(Refusal refusal, String path) {
        String[] either = path.split(" or ", 2);
        String words = "needed for a first configuration";
        return refusal.withField(either[0], either.length == 1 ? words : words + ", unless " + either[1] + " is sent");
    }
}
