package io.keyward.config.encryption;

import io.keyward.config.encryption.settings.EncryptionConfig;
import io.keyward.config.encryption.settings.EncryptionConfig.AwsKms;
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

    static EncryptionView of(EncryptionConfig config, boolean valid) {
        AwsKms aws = config.aws();
        AwsView view = aws == null
                ? AwsView.OFF
                : new AwsView(
                        aws.key(), true, aws.region().atlasName(), aws.requirePrivateNetworking(), aws.roleId(), valid);
        return new EncryptionView(view, AzureView.OFF, config.enabledForSearchNodes(), GoogleView.OFF);
    }
}
