package io.keyward.config.encryption;

import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.settings.EncryptionConfig;
import io.keyward.config.encryption.settings.KmsConfig.AwsKms;
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
    }

    record GoogleView(
            boolean enabled,
            @Nullable String keyVersionResourceID,
            @Nullable String roleId,
            boolean valid) {
        static final GoogleView OFF = new GoogleView(false, null, null, false);
    }

    /** @param valid the providers whose key is valid */
    static EncryptionView of(EncryptionConfig config, Set<Cloud> valid) {
        return new EncryptionView(
                config.aws()
                        .map(aws -> AwsView.of(aws, valid.contains(Cloud.AWS)))
                        .orElse(AwsView.OFF),
                AzureView.OFF,
                config.enabledForSearchNodes(),
                GoogleView.OFF);
    }
}
