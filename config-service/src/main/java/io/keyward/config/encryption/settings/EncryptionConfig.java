package io.keyward.config.encryption.settings;

import io.keyward.atlas.region.AwsRegion;
import org.jspecify.annotations.Nullable;

/**
 * What a project wants of its key management.
 *
 * @param aws the AWS key in use; absent when customer keys are off
 * @param enabledForSearchNodes whether dedicated search nodes are to use the key too
 */
public record EncryptionConfig(@Nullable AwsKms aws, boolean enabledForSearchNodes) {
    /** No customer key. */
    public static final EncryptionConfig OFF = new EncryptionConfig(null, false);

    /**
     * A key at AWS and the role that opens it.
     *
     * @param key as the tenant spelt it: a key id or a full ARN
     * @param roleId id of the cloud provider access role, not its ARN
     */
    public record AwsKms(String key, AwsRegion region, String roleId, boolean requirePrivateNetworking) {

        /** The same key in another region, by the full name that it has there. */
        public AwsKms replica(AwsRegion there, String arn) {
            return new AwsKms(arn, there, roleId, requirePrivateNetworking);
        }

        /** Whether the key was given by its full name. */
        public boolean isArn() {
            return key.startsWith("arn:");
        }
    }
}
