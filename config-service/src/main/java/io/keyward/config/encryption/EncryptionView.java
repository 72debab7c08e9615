package io.keyward.config.encryption;

import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.settings.AzureVault;
import io.keyward.config.encryption.settings.EncryptionConfig;
import io.keyward.config.encryption.settings.KmsConfig.AwsKms;
import io.keyward.config.encryption.settings.KmsConfig.GoogleKms;
import io.keyward.config.encryption.settings.Opener;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The KMS configuration as it is answered, by GET and PATCH alike. All three providers are always there, with explicit nulls; secrets have
 * no field.
 */
record EncryptionView(
        AwsView awsKms, AzureView azureKeyVault, boolean enabledForSearchNodes, GoogleView googleCloudKms) {

    record AwsView(
            @Nullable String customerMasterKeyID,
            boolean enabled,
            @Nullable String region,
            boolean requirePrivateNetworking,
            @Nullable String roleId,
            boolean valid) {
        static final AwsView OFF = new AwsView(null, false, null, false, null, false);

        static AwsView of(AwsKms aws, boolean valid) {
            return new AwsView(
                    aws.key(), true, aws.region().atlasName(), aws.requirePrivateNetworking(), aws.roleId(), valid);
        }
    }

    record AzureView(
            @Nullable String azureEnvironment,
            @Nullable String clientID,
            boolean enabled,
            @Nullable String keyIdentifier,
            @Nullable String keyVaultName,
            boolean requirePrivateNetworking,
            @Nullable String resourceGroupName,
            @Nullable String roleId,
            @Nullable String subscriptionID,
            @Nullable String tenantID,
            boolean valid) {
        static final AzureView OFF = new AzureView(null, null, false, null, null, false, null, null, null, null, false);

        static AzureView of(AzureVault azure, boolean valid) {
            return new AzureView(
                    azure.environment().name(),
                    azure.clientID(),
                    true,
                    azure.keyIdentifier(),
                    azure.keyVaultName(),
                    azure.requirePrivateNetworking(),
                    azure.resourceGroupName(),
                    azure.opener() instanceof Opener.Role role ? role.roleId() : null,
                    azure.subscriptionID(),
                    azure.tenantID(),
                    valid);
        }
    }

    record GoogleView(
            boolean enabled,
            @Nullable String keyVersionResourceID,
            @Nullable String roleId,
            boolean valid) {
        static final GoogleView OFF = new GoogleView(false, null, null, false);

        static GoogleView of(GoogleKms google, boolean valid) {
            return new GoogleView(
                    true, google.key(), google.opener() instanceof Opener.Role role ? role.roleId() : null, valid);
        }
    }

    /** @param valid the providers whose key is valid */
    static EncryptionView of(EncryptionConfig config, Set<Cloud> valid) {
        return new EncryptionView(
                config.aws()
                        .map(aws -> AwsView.of(aws, valid.contains(Cloud.AWS)))
                        .orElse(AwsView.OFF),
                config.azure()
                        .map(azure -> AzureView.of(azure, valid.contains(Cloud.AZURE)))
                        .orElse(AzureView.OFF),
                config.enabledForSearchNodes(),
                config.google()
                        .map(google -> GoogleView.of(google, valid.contains(Cloud.GCP)))
                        .orElse(GoogleView.OFF));
    }
}
