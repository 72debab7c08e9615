package io.keyward.validation.check;

import org.jspecify.annotations.Nullable;

/** A customer's key in one region and how to reach it. Sealed: the clouds are a closed set, and a new one must be handled everywhere. */
public sealed interface KeyRef {

    /** Identity of the project that uses the key. */
    String groupId();

    /** Identity of the key use; null while the configuration is not accepted yet. */
    @Nullable
    String keyUseId();

    /** The key as it was configured. */
    String key();

    /** As the provider spells it. */
    String region();

    /** The way to it. */
    KeyPath path();

    /** Ciphertext of an earlier successful check; null when there was none. */
    @Nullable
    Probe probe();

    /**
     * A key in AWS KMS.
     *
     * @param key an ARN, or a bare key id, which is looked up in the role's own account
     * @param region for example {@code us-east-1}
     * @param roleArn the customer's role that is assumed to use the key
     * @param externalId what the role's trust policy asks for
     * @param rotationDue whether it is time to ask when the key was rotated, too, which costs calls of its own
     */
    record AwsKey(
            String groupId,
            @Nullable String keyUseId,
            String key,
            String region,
            KeyPath path,
            String roleArn,
            String externalId,
            @Nullable Probe probe,
            boolean rotationDue)
            implements KeyRef {

        /** To be asked whether it works, and no more. */
        public AwsKey(
                String groupId,
                @Nullable String keyUseId,
                String key,
                String region,
                KeyPath path,
                String roleArn,
                String externalId,
                @Nullable Probe probe) {
            this(groupId, keyUseId, key, region, path, roleArn, externalId, probe, false);
        }
    }

    /**
     * A key in Azure Key Vault.
     *
     * @param key versioned key identifier
     * @param region of the endpoint that serves it, or {@code global}
     * @param secret the application's, where it is not kept yet; null to use what is kept of it
     * @param rotationDue whether it is time to ask when the key was rotated, too
     */
    record AzureKey(
            String groupId,
            @Nullable String keyUseId,
            String key,
            String region,
            KeyPath path,
            KeyAccess.AzureApplication access,
            @Nullable Secret secret,
            @Nullable Probe probe,
            boolean rotationDue)
            implements KeyRef {}

    /**
     * A key in Google Cloud KMS.
     *
     * @param key resource name of the key's version
     * @param region the key's location
     * @param secret the service account's key, where it is not kept yet; null to use what is kept of it
     * @param rotationDue whether it is time to ask when the key was rotated, too, which costs a call of its own
     */
    record GoogleKey(
            String groupId,
            @Nullable String keyUseId,
            String key,
            String region,
            KeyPath path,
            KeyAccess.GoogleAccount access,
            @Nullable Secret secret,
            @Nullable Probe probe,
            boolean rotationDue)
            implements KeyRef {}
}
